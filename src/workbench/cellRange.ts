import { areaOf, around, isWithin, overlap, type Area, type Place } from "../workbook/cell";
import type { SheetLayout } from "./layOutSheet";
import { anchored, between, indexOf, placeAfter, type Ground } from "./moveActive";

/** A selected range: where it was begun, and the corner that moves. */
export interface CellRange {
  readonly anchor: Place;
  readonly focus: Place;
  /** Whole rows or columns: a title over all columns is not taken in with one of them. */
  readonly whole?: true;
}

/** The cells of a range: no merged area is cut, but by whole rows and columns. */
export function rangeArea(merges: readonly Area[], { anchor, focus, whole }: CellRange): Area {
  const box = around(areaOf(anchor), areaOf(focus));
  return whole === true ? box : wholeMerges(merges, box);
}

/** An area with all of every merged area that it touches. */
export function wholeMerges(merges: readonly Area[], area: Area): Area {
  const cut = merges.find((merge) => overlap(merge, area) && !isWithin(merge, area));
  return cut === undefined ? area : wholeMerges(merges, around(area, cut));
}

/** A range after a key with Shift; null where the key moves nothing. A merged area is taken in, or left, at one stroke. */
export function extended(ground: Ground, range: CellRange, key: string, control: boolean): CellRange | null {
  const { merges } = ground.sheet;
  const before = rangeArea(merges, range);
  let focus = range.focus;
  for (;;) {
    const next = placeAfter(ground, focus, key, control);
    if (next === null) return null;
    const moved = next.row !== focus.row || next.column !== focus.column;
    focus = next;
    const after = rangeArea(merges, { ...range, focus });
    if (!moved || !isWithin(after, before) || !isWithin(before, after)) return { ...range, focus };
  }
}

/** The cell after (or before) another within an area, by rows (Tab) or by columns (Enter); from the last one on to the first. */
export function nextWithin(
  layout: SheetLayout,
  area: Area,
  from: Place,
  by: "row" | "column",
  forward: boolean,
): Place {
  const rows = between(layout.rows, area.top, area.bottom);
  const columns = between(layout.columns, area.left, area.right);
  const count = rows.length * columns.length;
  const [y, x] = [indexOf(rows, from.row), indexOf(columns, from.column)];
  let at = by === "row" ? y * columns.length + x : x * rows.length + y;
  for (let n = 0; n < count; n += 1) {
    at = (at + (forward ? 1 : count - 1)) % count;
    const row = rows[by === "row" ? Math.floor(at / columns.length) : at % rows.length];
    const column = columns[by === "row" ? at % columns.length : Math.floor(at / rows.length)];
    if (row === undefined || column === undefined) break;
    const first = anchored(layout, { row, column });
    // Of a merged area only its first cell counts.
    if (first.row === row && first.column === column) return first;
  }
  return { row: from.row, column: from.column };
}

/** Whether a range is one cell, or one merged area. */
export function isSingle(merges: readonly Area[], area: Area): boolean {
  return (
    (area.top === area.bottom && area.left === area.right) ||
    merges.some((merge) => isWithin(merge, area) && isWithin(area, merge))
  );
}
