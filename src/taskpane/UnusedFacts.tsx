import { makeStyles, tokens } from "@fluentui/react-components";
import type { UnusedLine } from "../facts/unusedLines";
import { CellLink } from "./CellLink";
import { formatStep } from "./formatStep";

const useStyles = makeStyles({
  fold: { marginTop: "12px" },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink },
  hint: { margin: "4px 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: "1.2em" },
});

/** What was typed for a clause as it was before: kept, and said to be of no use now. */
export function UnusedFacts({ lines }: { readonly lines: readonly UnusedLine[] }) {
  const styles = useStyles();
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>未使用的数据（{lines.length}）</summary>
      <p className={styles.hint}>现在的评分标准不问这些。数据仍留在评分底稿，标准改回后照常计算。</p>
      <ul className={styles.list}>
        {lines.map(({ item, unit, value, at }) => (
          <li key={at.row}>
            {item}：{typeof value === "number" ? formatStep(value, unit) : String(value)} <CellLink at={at} />
          </li>
        ))}
      </ul>
    </details>
  );
}
