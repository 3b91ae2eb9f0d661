import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { kindWords, nameOf, sayEdition } from "../app/sayForm";
import { sayFilledDoubt, totalFigures, type TotalFigure } from "../app/sayTotal";
import { sayPoints } from "../scorecard/formatPoints";
import type { Scorecard } from "../scorecard/scorecard";
import { CellLink } from "./CellLink";
import { countWaiting } from "./confirmState";
import { LevelBars } from "./LevelBars";
import { SendButton, usePaneState } from "./paneContext";

const useStyles = makeStyles({
  who: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  year: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  kind: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  total: { display: "flex", alignItems: "baseline", flexWrap: "wrap", gap: "0 8px", margin: "8px 0 4px" },
  word: { color: tokens.colorNeutralForeground2 },
  figure: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  /* Beside 填报, the other two are read after it. */
  beside: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  figures: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: "4px 16px",
    margin: "8px 0 4px",
  },
  pick: { minWidth: 0, padding: 0, textDecorationLine: "underline" },
  pair: { display: "grid", justifyItems: "start" },
  grade: { marginLeft: "auto", fontSize: tokens.fontSizeBase300 },
  open: { margin: "0 0 12px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  notes: { margin: "12px 0 0", paddingLeft: "1.2em", fontSize: tokens.fontSizeBase200 },
});

/** Department, year, total, grade, what is still open, and where points were lost. */
export function Overview({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const { hidden, remarks, kind, department } = scorecard;
  const title = nameOf(scorecard);
  const doubt = sayFilledDoubt(scorecard);
  const notes = hidden === null ? remarks : [hidden, ...remarks];
  return (
    <section aria-label="得分概览">
      <h2 className={styles.who}>
        {title ?? "（表内未填部门名称）"}{" "}
        {scorecard.year !== null && <span className={styles.year}>{scorecard.year}年度</span>}
      </h2>
      <p className={styles.kind}>
        {kindWords[kind]}
        {title !== department && department !== null && `，${department}`}
      </p>
      <Totals scorecard={scorecard} />
      <p className={styles.open}>
        {openWords(scorecard)}评分标准：{sayEdition(scorecard)}。
      </p>
      {doubt !== null && <p className={styles.open}>{doubt}</p>}
      <LevelBars scorecard={scorecard} />
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {scorecard.typedTotal !== null && scorecard.totalCompared === "differs" && (
        <p className={styles.open}>
          表内填报总分 {sayPoints(scorecard.typedTotal.value)} 分（
          <CellLink at={scorecard.typedTotal.at} />
          ），与计算得分不一致。
        </p>
      )}
    </section>
  );
}

/** 总分 or 暂计分; in a form that a person has filled in, 填报 first, and what the data give beside it. */
function Totals({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const { filter } = usePaneState();
  const figures = totalFigures(scorecard);
  const computed = figures.find(({ of }) => of === "computed");
  const full = <span className={styles.word}>/ {sayPoints(scorecard.weight)} 分</span>;
  const grade = (
    <span className={styles.grade}>
      评价等级 <strong>{scorecard.grade ?? "待定"}</strong>
      {scorecard.grade !== null && scorecard.provisional && "（暂定）"}
    </span>
  );
  if (figures[0]?.of !== "filled" && computed !== undefined) {
    return (
      <p className={styles.total}>
        <span className={styles.word}>{computed.word}</span>
        <span className={styles.figure} data-testid="total">
          {computed.points}
        </span>
        {full}
        {grade}
      </p>
    );
  }
  const look: Readonly<Record<TotalFigure["of"], string>> = {
    filled: styles.figure,
    computed: mergeClasses(styles.figure, styles.beside),
    open: mergeClasses(styles.figure, styles.beside),
  };
  return (
    <div role="group" aria-label="填报得分与可测算得分" className={styles.figures}>
      {figures.map(({ of, word, points }) => (
        <span key={of} className={styles.pair}>
          {of === "open" ? (
            <SendButton
              size="small"
              appearance="transparent"
              className={styles.pick}
              aria-pressed={filter === "missing"}
              intent={{ kind: "filter", filter: filter === "missing" ? "all" : "missing" }}
            >
              {word} {openRows(scorecard)}项
            </SendButton>
          ) : (
            <span className={styles.word}>{word}</span>
          )}
          <span className={look[of]} data-testid={of === "computed" ? "total" : of}>
            {points}
          </span>
        </span>
      ))}
      {full}
      {grade}
    </div>
  );
}

function openRows({ rows }: Scorecard): number {
  return rows.filter((row) => row.points === null).length;
}

/** What is open, and of how many rows nobody knows yet how much. */
function sayOpenPoints({ rows, openPoints }: Scorecard): string {
  const unknown = rows.filter(({ points, weight }) => points === null && weight === null).length;
  if (unknown === 0) return `${sayPoints(openPoints)}分`;
  return openPoints === 0 ? "分值待填" : `${sayPoints(openPoints)}分，另有${unknown}项分值待填`;
}

function openWords(scorecard: Scorecard): string {
  const missing = openRows(scorecard);
  const waiting = countWaiting(scorecard);
  const parts = [
    missing > 0 ? `${missing}项待补充（${sayOpenPoints(scorecard)}）` : "",
    waiting > 0 ? `${waiting}条数据待确认` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "数据已齐。" : `还有${parts.join("，")}。`;
}
