import { step, type Step } from "./bookSteps";
import type { SheetBefore } from "./bookBefore";
import { rowRuns } from "./rowRuns";

/** Wrapped words would make Excel raise a row whose height nobody has set; so every such row keeps its own. */
export function keepHeights({ name, heights, mayFormatRows }: SheetBefore): readonly Step[] {
  if (!mayFormatRows) return [];
  const byHeight = new Map<number, number[]>();
  for (const [row, height] of heights) {
    byHeight.set(height, [...(byHeight.get(height) ?? []), row]);
  }
  return Array.from(byHeight).flatMap(([height, rows]) =>
    rowRuns(rows).map(({ first, last }) =>
      step(400, (book) => {
        book.sheet(name).getRange(`${first}:${last}`).format.rowHeight = height;
      }),
    ),
  );
}
