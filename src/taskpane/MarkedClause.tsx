import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ClausePiece, PieceUse } from "../clause/clauseReading";
import { clauseRuns } from "./clauseRuns";

const useStyles = makeStyles({
  text: {
    whiteSpace: "pre-line",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "22px",
    color: tokens.colorNeutralForeground1,
  },
  run: { textUnderlineOffset: "4px", textDecorationThickness: "2px" },
  rule: { textDecorationLine: "underline", textDecorationColor: tokens.colorBrandStroke1 },
  definition: {
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textDecorationColor: tokens.colorBrandStroke1,
  },
  unread: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationThickness: "1px",
    textDecorationColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText" },
  },
  context: { color: tokens.colorNeutralForeground2 },
  hidden: { userSelect: "none" },
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
  const present = Object.entries(useWords).filter(([use]) => runs.some((run) => run.use === use));
  return (
    <div>
      <p className={styles.text} lang="zh">
        {runs.map(({ text, use }, n) => {
          const look = mergeClasses(styles.run, styles[use]);
          if (use === "context") return <span key={n} className={look} children={text} />;
          return (
            <span key={n}>
              <Spoken words={`【${useWords[use]}：`} />
              {use === "unread" ? <mark className={look}>{text}</mark> : <span className={look}>{text}</span>}
              <Spoken words="】" />
            </span>
          );
        })}
      </p>
      <ul className={styles.legend} aria-label="标记的意思">
        {present.map(([use, words]) => (
          <li key={use}>
            <span className={mergeClasses(styles.run, styles[use as PieceUse])}>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** For screen readers only, and not copied with the text. */
function Spoken({ words }: { readonly words: string }) {
  const styles = useStyles();
  return <span className={mergeClasses("visually-hidden", styles.hidden)}>{words}</span>;
}
