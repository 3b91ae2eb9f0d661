import type { SheetLayout } from "./layOutSheet";
import { indexOf } from "./moveActive";

/** The letters above the columns and the numbers before the rows, in pixels: always in sight. */
export const headHeight = 24;
export const numberWidth = 44;

/** A row that stays in sight: its place in layout.rows, where it begins in the sheet and below the letters, in pixels. */
interface Pinned {
  readonly index: number;
  readonly top: number;
  readonly at: number;
  readonly height: number;
}

export function pinnedPlaces(layout: SheetLayout, rows: readonly number[]): readonly Pinned[] {
  let at = 0;
  return rows.flatMap((row) => {
    const index = indexOf(layout.rows, row);
    // Hidden.
    if (layout.rows[index] !== row) return [];
    const place = { index, top: topOf(layout, index), at, height: layout.heights[index] ?? 0 };
    at += place.height;
    return [place];
  });
}

/** Rows that would take more than half of the room are not kept in sight. */
export function pinnedIn(scroller: HTMLDivElement, pinned: readonly Pinned[]): readonly Pinned[] {
  const last = pinned.at(-1);
  return last === undefined || last.at + last.height > (scroller.clientHeight - headHeight) / 2 ? [] : pinned;
}

function topOf(layout: SheetLayout, index: number): number {
  let top = 0;
  for (let n = 0; n < index; n += 1) top += layout.heights[n] ?? 0;
  return top;
}

/** Scrolls up or down just as far as needed: the cell lies below the letters and the rows that stay in sight, above the
 * edge. Of one that is taller than that the beginning is shown. */
export function showRow(
  scroller: HTMLDivElement,
  layout: SheetLayout,
  pinned: readonly Pinned[],
  row: number,
  column: number,
): void {
  const merge = layout.mergeAt(row, column);
  const index = indexOf(layout.rows, row);
  const before = pinnedIn(scroller, pinned).filter((one) => one.index < index);
  const hidden = before.reduce((sum, { height }) => sum + height, 0);
  const top = topOf(layout, index);
  const end = topOf(layout, merge === null ? index + 1 : indexOf(layout.rows, merge.bottom) + 1);
  const [least, most] = [headHeight + end - scroller.clientHeight, top - hidden];
  if (scroller.scrollTop > most) scroller.scrollTop = most;
  else if (scroller.scrollTop < least) scroller.scrollTop = Math.min(least, most);
}

/** Scrolls sideways just as far as needed. */
export function showColumn(scroller: HTMLDivElement, layout: SheetLayout, column: number): void {
  const at = indexOf(layout.columns, column);
  const left = layout.lefts[at] ?? 0;
  const right = numberWidth + left + (layout.widths[at] ?? 0);
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = Math.min(left, right - scroller.clientWidth);
}
