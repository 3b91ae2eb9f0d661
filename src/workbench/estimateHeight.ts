import type { SheetStyles } from "../adapters/xlsx/readStyles";
import type { Area } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";

/** The height of a row whose file gives none, in pixels: as many lines as its wrapped texts need. */
export function estimateHeight(
  sheet: SheetSnapshot,
  styles: SheetStyles | undefined,
  row: number,
  widthOf: ReadonlyMap<number, number>,
  mergeAt: (row: number, column: number) => Area | null,
  plain: number,
): number {
  let height = plain;
  for (const [column, cell] of sheet.rows.get(row) ?? []) {
    const style = styles?.cells.get(row)?.get(column);
    if (typeof cell.value !== "string" || style?.wrap !== true || mergeAt(row, column) !== null) continue;
    const size = (style.font.size / 72) * 96;
    const room = Math.max(size, (widthOf.get(column) ?? 60) - 8);
    const lines = cell.value
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line) * size) / room)), 0);
    height = Math.max(height, lines * size * 1.35 + 4);
  }
  return Math.round(Math.min(height, 546));
}

/** In ems: Chinese characters are one wide, others about half. */
function textWidth(line: string): number {
  let width = 0;
  for (const letter of line) width += letter.charCodeAt(0) > 0x2e7f ? 1 : 0.55;
  return width;
}
