import type { ScorecardRow } from "../scorecard/scorecard";

/** How the sheet lags behind: it would be written anew, or a protection keeps that out. */
type Lag = "outdated" | "locked";

/** What a row of the list says about itself, besides its points. */
export type RowState =
  "full" | "lost" | "missing" | "judgement" | "unconfirmed" | "differs" | "notApplicable" | Lag;

export const rowStateWords: Readonly<Record<RowState, string>> = {
  full: "满分",
  lost: "扣分",
  missing: "待补充",
  judgement: "需人工评定",
  unconfirmed: "待确认",
  differs: "与填报得分不一致",
  notApplicable: "不涉及",
  outdated: "待更新",
  locked: "已锁定，不能更新",
};

/** All states that hold, the one about the points first: a row may have lost points and wait for a confirmation. */
export function rowStates(row: ScorecardRow, lag: Lag | null = null): readonly RowState[] {
  const states: RowState[] = [pointsState(row)];
  if (row.unconfirmed > 0) states.push("unconfirmed");
  if (row.compared === "differs") states.push("differs");
  if (lag !== null) states.push(lag);
  return states;
}

function pointsState(row: ScorecardRow): RowState {
  if (row.outcome !== "scored") return row.outcome;
  return row.deduction !== null && row.deduction > 0 ? "lost" : "full";
}

/** How far the sheet lags behind in one row. */
export function lagOf(
  {
    outdatedRows,
    lockedRows,
  }: { readonly outdatedRows: readonly number[]; readonly lockedRows: readonly number[] },
  row: number,
): Lag | null {
  if (lockedRows.includes(row)) return "locked";
  return outdatedRows.includes(row) ? "outdated" : null;
}
