import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { FileInput } from "./FileInput";
import { SendButton, useSend } from "./paneContext";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "6px", marginTop: "8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The report to hold the form against: pasted, or a .docx or .txt file. It is only read, and never kept. */
export function FindingsReport({ report }: { readonly report: string | null }) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const [text, setText] = useState("");
  const open = async (file: File) => {
    send({ kind: "openReport", name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  if (report !== null) {
    return (
      <div className={styles.buttons}>
        <span>已对照自评报告：{report}</span>
        <SendButton size="small" waits intent={{ kind: "pasteReport", text: "" }}>
          不再对照
        </SendButton>
      </div>
    );
  }
  return (
    <details>
      <summary>对照自评报告</summary>
      <div className={styles.box}>
        <p className={styles.hint}>粘贴报告全文，或打开 .docx、.txt 文件。报告只在本机读取，不保存。</p>
        <label htmlFor={`${id}text`}>报告文字</label>
        <textarea
          id={`${id}text`}
          className="native"
          rows={4}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <div className={styles.buttons}>
          <SendButton
            size="small"
            waits
            disabledFocusable={text.trim() === ""}
            intent={{ kind: "pasteReport", text }}
          >
            对照
          </SendButton>
          <FileInput label="或打开文件" accept=".docx,.txt" open={open} />
        </div>
      </div>
    </details>
  );
}
