import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { isOutdatedChoice } from "../app/sayRowRule";
import type { Scorecard } from "../scorecard/scorecard";
import { FileInput } from "./FileInput";
import { Icon } from "./Icon";
import { SendButton, useSend } from "./paneContext";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "6px" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "4px" },
  line: { display: "flex", flexWrap: "wrap", gap: "2px 8px", alignItems: "center" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink },
});

/** What a person said of the rules of this form, and its exchange with other forms: 规则.json. */
export function RulesExchange({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const rows = scorecard.rows.filter(({ choice }) => choice !== null);
  const none = rows.length === 0;
  return (
    <div className={styles.box}>
      <p className={styles.hint}>
        {none
          ? "还没有。在某项指标的“读法与试算”里点“更正读法”设定。"
          : `${rows.length}行由人工设定。导出为“规则.json”，可以用于别的自评表里名称和评分标准都相同的行。`}
      </p>
      {!none && (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.ruleKey} className={styles.line}>
              <span>
                第{row.row}行 {row.indicator}
                {isOutdatedChoice(row) && "（评分标准后来改过，没有采用）"}
              </span>
              <SendButton
                size="small"
                aria-label={`查看第${row.row}行 ${row.indicator}`}
                intent={{ kind: "explain", row: row.row }}
              >
                查看
              </SendButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons} role="group" aria-label="导出规则">
        <span>导出规则：</span>
        <SendButton size="small" waits disabledFocusable={none} intent={{ kind: "exportRules", to: "file" }}>
          保存为文件
        </SendButton>
        <SendButton
          size="small"
          waits
          icon={<Icon name="copy" />}
          disabledFocusable={none}
          intent={{ kind: "exportRules", to: "clipboard" }}
        >
          复制
        </SendButton>
      </div>
      <ImportRules />
    </div>
  );
}

/** A 规则.json is opened, or its text pasted. */
function ImportRules() {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const [text, setText] = useState("");
  const open = async (file: File) => {
    send({ kind: "readRules", from: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <details>
      <summary className={styles.summary}>导入规则</summary>
      <div className={styles.box}>
        <p className={styles.hint}>
          只用于名称和评分标准都相同的行；这张表里已有的人工设定不会被改动，没有采用的会逐条说明。
        </p>
        <div className={styles.buttons}>
          <FileInput label="打开“规则.json”" accept=".json,application/json" open={open} />
        </div>
        <label htmlFor={`${id}text`}>或粘贴复制出来的规则</label>
        <textarea
          id={`${id}text`}
          className="native"
          rows={3}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <div>
          <SendButton
            size="small"
            waits
            disabledFocusable={text.trim() === ""}
            intent={{ kind: "readRules", from: text }}
          >
            导入粘贴的规则
          </SendButton>
        </div>
      </div>
    </details>
  );
}
