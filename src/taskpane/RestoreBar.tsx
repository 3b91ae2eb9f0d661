import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { CellLink } from "./CellLink";
import type { RestoreQuestion } from "../app/planChange";
import { SendButton, usePaneState, useTitleFocus } from "./paneContext";

const useStyles = makeStyles({
  box: {
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300 },
  list: { listStyleType: "none", margin: "8px 0", padding: 0, display: "grid", rowGap: "6px" },
  tick: { display: "grid", gridTemplateColumns: "auto 1fr", gap: "6px", alignItems: "start" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

/** Asks before the form is given back as it was; what was changed since is asked about one by one. */
export function RestoreBar({ questions }: { readonly questions: readonly RestoreQuestion[] }) {
  const styles = useStyles();
  const title = useTitleFocus(true);
  const said = usePaneState().scorecard?.rows.filter(({ choice }) => choice !== null).length ?? 0;
  const [overwrite, setOverwrite] = useState<readonly string[]>([]);
  return (
    <section className={styles.box} aria-labelledby="restore-title">
      <h2 id="restore-title" ref={title} tabIndex={-1} className={styles.title}>
        恢复原表？
      </h2>
      <p style={{ margin: 0 }}>
        撤去本工具写入的公式、底色、扣分说明和从台账填入的金额，表格恢复为计算得分之前的内容。
      </p>
      {said > 0 && (
        <p style={{ margin: "8px 0 0" }}>
          人工设定的计分规则（{said}行）一并取消；以后还要用的，请先在“设置”里导出规则。
        </p>
      )}
      {questions.length > 0 && (
        <>
          <p style={{ margin: "8px 0 0" }}>以下单元格后来改动过，默认保留现在的内容；要一并恢复的请勾选：</p>
          <ul className={styles.list}>
            {questions.map((question) => (
              <li key={question.id}>
                <label className={styles.tick}>
                  <input
                    type="checkbox"
                    checked={overwrite.includes(question.id)}
                    onChange={(event) => {
                      setOverwrite(
                        event.target.checked
                          ? [...overwrite, question.id]
                          : overwrite.filter((id) => id !== question.id),
                      );
                    }}
                  />
                  <span>{question.text}</span>
                </label>
                {question.at !== null && <CellLink at={question.at} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.buttons}>
        <SendButton appearance="primary" waits intent={{ kind: "restore", overwrite }}>
          恢复原表
        </SendButton>
        <SendButton intent={{ kind: "cancelRestore" }}>取消</SendButton>
      </div>
    </section>
  );
}
