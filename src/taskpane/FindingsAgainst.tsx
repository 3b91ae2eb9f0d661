import { makeStyles, tokens } from "@fluentui/react-components";
import { FileInput } from "./FileInput";
import type { FindingsState } from "./findingsState";
import { SendButton, useSend } from "./paneContext";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "6px", marginTop: "8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Workbooks to hold the form against: the approved goals, the form of the year before. Only read, and never kept. */
export function FindingsAgainst({ books }: Pick<FindingsState, "books">) {
  const styles = useStyles();
  const send = useSend();
  const open = async (file: File) => {
    send({ kind: "openGoals", name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <>
      {books.map(({ file, matched }) => (
        <div key={file} className={styles.buttons}>
          <span className={styles.name}>
            {matched ? `已对照：${file}` : `“${file}”里没有本表的项目或指标，只查照抄的文字`}
          </span>
          <SendButton
            size="small"
            waits
            aria-label={`不再对照${file}`}
            intent={{ kind: "dropGoals", name: file }}
          >
            不再对照
          </SendButton>
        </div>
      ))}
      <details>
        <summary>对照批复的绩效目标、上年自评表</summary>
        <div className={styles.box}>
          <p className={styles.hint}>
            打开批复的绩效目标表或上一年度的自评表（.xlsx），看指标、目标值、分值有没有改动，目标是否低于上年实际。同一个工作簿里的不用打开。文件只在本机读取，不保存。
          </p>
          <div className={styles.buttons}>
            <FileInput label="打开工作簿" accept=".xlsx" open={open} />
          </div>
        </div>
      </details>
    </>
  );
}
