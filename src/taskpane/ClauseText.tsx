import { makeStyles, tokens } from "@fluentui/react-components";
import type { ScorecardRow } from "../scorecard/scorecard";
import { CellLink } from "./CellLink";
import { markClause } from "./markClause";

const useStyles = makeStyles({
  text: {
    whiteSpace: "pre-line",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  mark: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    borderBottom: `2px solid ${tokens.colorPaletteMarigoldBorderActive}`,
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText" },
  },
  apart: { margin: "0 0 4px" },
});

/** 评分标准 as the sheet prints it, with the branch that applied marked. */
export function ClauseText({ row, formSheet }: { readonly row: ScorecardRow; readonly formSheet: string }) {
  const styles = useStyles();
  const applied = appliedClause(row);
  if (row.standard === null) {
    return <p className={styles.text}>{applied ?? "表内没有评分标准。"}</p>;
  }
  const runs = applied === null ? null : markClause(row.standard.value, applied);
  return (
    <>
      {applied !== null && runs === null && <p className={styles.apart}>适用：{applied}</p>}
      <p className={styles.text} lang="zh">
        {(runs ?? [{ text: row.standard.value, marked: false }]).map((run, n) =>
          run.marked ? (
            <mark key={n} className={styles.mark}>
              {run.text}
            </mark>
          ) : (
            <span key={n}>{run.text}</span>
          ),
        )}
      </p>
      <CellLink at={row.standard.at} formSheet={formSheet} />
    </>
  );
}

function appliedClause(row: ScorecardRow): string | null {
  if (row.result.outcome !== "scored") return null;
  const branch = row.result.scale?.branches.find((one) => one.applies);
  return branch?.clause ?? (row.result.clause === "" ? null : row.result.clause);
}
