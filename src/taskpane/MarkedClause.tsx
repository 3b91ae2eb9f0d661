import { makeStyles, tokens } from "@fluentui/react-components";
import type { ClausePiece, PieceUse } from "../clause/clauseReading";
import { MarkedRun, MarkedWords } from "./MarkedRun";
import { clauseRuns } from "./textRuns";

const useStyles = makeStyles({
  text: {
    whiteSpace: "pre-line",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "22px",
    color: tokens.colorNeutralForeground1,
  },
  context: { color: tokens.colorNeutralForeground2 },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: "2px 12px",
    margin: "6px 0 0",
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
  },
});

/** What the marks mean; a screen reader hears the same words at every run that carries points. */
const useWords: Readonly<Record<PieceUse, string>> = {
  rule: "计分，读懂",
  definition: "怎样计算，读懂",
  unread: "没有读懂",
  context: "不影响得分",
};

/** A 评分标准 as it is printed, with what each of its words was used for. */
export function MarkedClause(props: { readonly clause: string; readonly pieces: readonly ClausePiece[] }) {
  const styles = useStyles();
  const runs = clauseRuns(props.clause, props.pieces);
  const present = (Object.keys(useWords) as PieceUse[]).filter((use) => runs.some((run) => run.use === use));
  return (
    <div>
      <p className={styles.text} lang="zh">
        {runs.map(({ text, use }, n) =>
          use === "context" ? (
            <span key={n} className={styles.context} children={text} />
          ) : (
            <MarkedRun key={n} use={use} says={useWords[use]} words={text} />
          ),
        )}
      </p>
      <ul className={styles.legend} aria-label="标记的意思">
        {present.map((use) => (
          <li key={use}>
            {use === "context" ? (
              <span className={styles.context}>{useWords[use]}</span>
            ) : (
              <MarkedWords use={use} words={useWords[use]} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
