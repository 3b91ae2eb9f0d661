import type { ScorecardRow } from "../scorecard/scorecard";
import { rowStates, type RowState } from "./rowStates";

export type RowFilter = "all" | "lost" | "missing" | "unconfirmed" | "differs";

export const rowFilterWords: Readonly<Record<RowFilter, string>> = {
  all: "全部",
  lost: "只看扣分",
  missing: "待补充",
  unconfirmed: "待确认",
  differs: "不一致",
};

export const rowFilters = Object.keys(rowFilterWords) as readonly RowFilter[];

/** Rows that only a person can judge are something to fill in, too. */
const shown: Readonly<Record<RowFilter, readonly RowState[] | null>> = {
  all: null,
  lost: ["lost"],
  missing: ["missing", "judgement"],
  unconfirmed: ["unconfirmed"],
  differs: ["differs"],
};

function matchesFilter(row: ScorecardRow, filter: RowFilter): boolean {
  const wanted = shown[filter];
  return wanted === null || rowStates(row).some((state) => wanted.includes(state));
}

/** The rows that pass the filter and hold every word of the query in their names, levels or sentence. */
export function filterRows(
  rows: readonly ScorecardRow[],
  filter: RowFilter,
  query: string,
): readonly ScorecardRow[] {
  const words = plain(query).split(/\s+/u).filter(Boolean);
  return rows.filter((row) => {
    if (!matchesFilter(row, filter)) return false;
    const text = plain([row.level1, row.level2, row.indicator, row.reason].join(" "));
    return words.every((word) => text.includes(word));
  });
}

/** The rows of a list right before and after a row, in the order of the form. The row itself need not be in the list. */
export function neighboursOf(
  rows: readonly ScorecardRow[],
  row: number,
): { readonly previous: ScorecardRow | undefined; readonly next: ScorecardRow | undefined } {
  return {
    previous: rows.filter((one) => one.row < row).at(-1),
    next: rows.find((one) => one.row > row),
  };
}

export function countRows(rows: readonly ScorecardRow[], filter: RowFilter): number {
  return rows.filter((row) => matchesFilter(row, filter)).length;
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
