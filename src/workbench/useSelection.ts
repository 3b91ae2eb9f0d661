import { useState } from "react";
import { contains, type Area, type CellAddress, type Place } from "../workbook/cell";
import { tidy } from "../quantity/tidy";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Book } from "./createBook";
import { isSingle, rangeArea, type CellRange } from "./cellRange";
import { anchored, type Ground } from "./moveActive";

/** The selected cells of a sheet round the active one. Whoever else moves the active cell ends the range. */
export function useSelection(book: Book, { sheet, layout }: Ground, active: CellAddress) {
  const [held, setHeld] = useState<{ readonly range: CellRange; readonly active: Place } | null>(null);
  const here = { sheet: sheet.name, ...anchored(layout, active) };
  const holds = held !== null && held.active.row === here.row && held.active.column === here.column;
  const range = holds ? held.range : { anchor: here, focus: here };
  const area = rangeArea(sheet.merges, range);
  const moveTo = (to: Place) => {
    if (to.row !== here.row || to.column !== here.column)
      book.select({ sheet: sheet.name, row: to.row, column: to.column }, "user");
  };
  const own = range.anchor.row === here.row && range.anchor.column === here.column;
  return {
    here,
    area,
    /** Where the range goes on when it is stretched. */
    range: own ? range : { anchor: here, focus: here },
    single: isSingle(sheet.merges, area),
    select: (to: Place) => {
      setHeld(null);
      book.select({ sheet: sheet.name, row: to.row, column: to.column }, "user");
    },
    stretch: (to: CellRange) => {
      setHeld({ range: to, active: here });
    },
    /** The active cell goes on within the range. */
    moveWithin: (to: Place) => {
      setHeld({ range, active: to });
      moveTo(to);
    },
    /** An area; the active cell stays where it is if it is within, unless it is to be the first. */
    selectArea: (next: Area, from: "first" | "stay", whole = false) => {
      const first = anchored(layout, { row: next.top, column: next.left });
      const to = from === "stay" && contains(next, here) ? here : first;
      const corners = {
        anchor: { row: next.top, column: next.left },
        focus: { row: next.bottom, column: next.right },
      };
      setHeld({ range: whole ? { ...corners, whole } : corners, active: to });
      moveTo(to);
    },
  };
}

export type Selected = ReturnType<typeof useSelection>;

/** "3行×2列" and, of numbers, how many and what they come to; "" for one cell. */
export function sayArea(sheet: SheetSnapshot, area: Area): string {
  if (isSingle(sheet.merges, area)) return "";
  const numbers: number[] = [];
  for (const [row, cells] of sheet.rows) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, { value }] of cells)
      if (typeof value === "number" && contains(area, { row, column })) numbers.push(value);
  }
  const size = `${area.bottom - area.top + 1}行×${area.right - area.left + 1}列`;
  if (numbers.length === 0) return size;
  return `${size}，${numbers.length}个数，合计${tidy(numbers.reduce((sum, one) => sum + one, 0))}`;
}
