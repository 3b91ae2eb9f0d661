import { grouped } from "../../workbook/grouped";
import { step, type Step } from "./bookSteps";
import type { SheetBefore } from "./bookBefore";

/** Wrapped words would make Excel raise a row whose height nobody has set; so every such row keeps its own. */
export function keepHeights({ name, heights, mayFormatRows }: SheetBefore): readonly Step[] {
  if (!mayFormatRows) return [];
  return Array.from(grouped(heights, ([, height]) => height)).flatMap(([height, rows]) =>
    rowRuns(rows.map(([row]) => row)).map(({ first, last }) =>
      step(400, (book) => {
        book.sheet(name).getRange(`${first}:${last}`).format.rowHeight = height;
      }),
    ),
  );
}

/** Rows that follow each other, as runs. */
export function rowRuns(
  rows: readonly number[],
): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else if (run?.last !== row) runs.push({ first: row, last: row });
  }
  return runs;
}
