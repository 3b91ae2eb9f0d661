import type { SheetStyles } from "../adapters/xlsx/readStyles";
import { isOwnHighlight } from "../edits/ownHighlight";
import { tidy } from "../quantity/tidy";
import { valueAt, type SheetSnapshot } from "../workbook/snapshot";

/** The fill of every cell that one of our highlights marks now, by "row:column". */
export function highlightedCells(
  sheet: SheetSnapshot,
  styles: SheetStyles | undefined,
): ReadonlyMap<string, string> {
  const marked = new Map<string, string>();
  for (const look of styles?.conditional ?? []) {
    if (look.fill === null || !isOwnHighlight(look)) continue;
    const weight = Number(/-(\d+(?:\.\d+)?),9\)/u.exec(look.formula)?.[1] ?? "NaN");
    const { top: row, left: column } = look.area;
    const value = valueAt(sheet, row, column);
    if (typeof value === "number" && tidy(value - weight) < -5e-10) marked.set(`${row}:${column}`, look.fill);
  }
  return marked;
}
