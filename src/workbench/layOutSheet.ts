import type { SheetStyles } from "../adapters/xlsx/readStyles";
import { contains, type Area } from "../workbook/cell";
import { formatCell } from "./formatCell";
import { usedSize, type SheetSnapshot } from "../workbook/snapshot";

/** Where everything of a sheet stands on the screen; sizes in pixels. */
export interface SheetLayout {
  /** Shown rows and columns by their numbers; hidden ones are left out. */
  readonly rows: readonly number[];
  readonly heights: readonly number[];
  readonly columns: readonly number[];
  readonly widths: readonly number[];
  /** Where each column begins, the first one at 0; one more for the end. */
  readonly lefts: readonly number[];
  readonly mergeAt: (row: number, column: number) => Area | null;
}

/** A sheet of more columns than this is cut off on the screen (never in the file); the page says so. */
export const mostColumns = 200;
/** Pixels beside the characters of a column, and of a character where the file says nothing. */
const padding = 5;
const usualDigit = 8;
const spareRows = 12;
const spareColumns = 1;

export function layOutSheet(sheet: SheetSnapshot, styles: SheetStyles | undefined, zoom = 1): SheetLayout {
  const used = usedSize(sheet);
  const lastRow = Math.max(used.rows, ...ends(sheet.merges, "bottom")) + spareRows;
  const lastColumn = Math.min(
    Math.max(used.columns, 6, ...ends(sheet.merges, "right")) + spareColumns,
    mostColumns,
  );
  const columns = numbers(lastColumn).filter((column) => !sheet.hiddenColumns.has(column));
  const digit = styles?.digitWidth ?? usualDigit;
  const widths = columns.map((column) =>
    Math.round((sheet.columnWidths.get(column) ?? styles?.defaultColumnWidth ?? 9) * digit + padding),
  );
  const widthOf = new Map(columns.map((column, n) => [column, widths[n] ?? 0]));
  const mergeAt = mergeIndex(sheet.merges, lastRow);
  const rows = numbers(lastRow).filter(
    (row) => !sheet.hiddenRows.has(row) && styles?.rowHeights.get(row) !== 0,
  );
  const plain = ((styles?.defaultRowHeight ?? 13.8) / 72) * 96;
  const heights = rows.map((row) => {
    const given = styles?.rowHeights.get(row);
    return given === undefined
      ? estimateHeight(sheet, styles, row, widthOf, mergeAt, plain)
      : Math.round((given / 72) * 96);
  });
  const zoomed = (sizes: readonly number[]) => sizes.map((size) => Math.round(size * zoom));
  const [shownHeights, shownWidths] = [zoomed(heights), zoomed(widths)];
  return {
    rows,
    heights: shownHeights,
    columns,
    widths: shownWidths,
    lefts: summed(shownWidths),
    mergeAt,
  };
}

/** The same with another width of one column, in pixels, while it is being dragged. */
export function withWidth(layout: SheetLayout, column: number, width: number): SheetLayout {
  const widths = layout.widths.map((before, n) => (layout.columns[n] === column ? width : before));
  return { ...layout, widths, lefts: summed(widths) };
}

/** The width in the file that is drawn so wide: characters of the default font, at least one. */
export function charactersOf(pixels: number, styles: SheetStyles | undefined, zoom: number): number {
  const characters = (pixels / zoom - padding) / (styles?.digitWidth ?? usualDigit);
  return Math.min(255, Math.max(1, Math.round(characters * 100) / 100));
}

/** The width that shows the longest words of a column, within reason: characters of the default font. */
export function fittingWidth(sheet: SheetSnapshot, styles: SheetStyles | undefined, column: number): number {
  let most = 2;
  for (const [row, cells] of sheet.rows) {
    const cell = cells.get(column);
    const merged = sheet.merges.some((area) => contains(area, { row, column }));
    if (cell === undefined || merged) continue;
    const size = ((styles?.cells.get(row)?.get(column)?.font.size ?? 11) / 72) * 96;
    for (const line of formatCell(cell.value, cell.format).split("\n"))
      most = Math.max(most, (textWidth(line) * size + 8) / (styles?.digitWidth ?? usualDigit));
  }
  return Math.min(60, Math.ceil(most));
}

function summed(sizes: readonly number[]): readonly number[] {
  const sums = [0];
  for (const size of sizes) sums.push((sums.at(-1) ?? 0) + size);
  return sums;
}

/** How many columns with something in them the screen leaves out. */
export function hiddenByWidth(sheet: SheetSnapshot): number {
  const last = Math.max(usedSize(sheet).columns, ...ends(sheet.merges, "right"));
  return Math.max(0, last - mostColumns);
}

function numbers(last: number): readonly number[] {
  return Array.from({ length: last }, (_, n) => n + 1);
}

/** A merge far below everything else does not stretch the sheet. */
function ends(merges: readonly Area[], side: "bottom" | "right"): readonly number[] {
  return [merges.reduce((most, area) => (area[side] <= 100_000 ? Math.max(most, area[side]) : most), 0)];
}

function mergeIndex(merges: readonly Area[], lastRow: number): SheetLayout["mergeAt"] {
  const byRow = new Map<number, Area[]>();
  for (const area of merges) {
    for (let row = area.top; row <= Math.min(area.bottom, lastRow); row++) {
      const found = byRow.get(row);
      if (found === undefined) byRow.set(row, [area]);
      else found.push(area);
    }
  }
  return (row, column) => byRow.get(row)?.find((area) => contains(area, { row, column })) ?? null;
}

/** The height of a row whose file gives none, in pixels: as many lines as its wrapped texts need. */
function estimateHeight(
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
    if (cell.value === null || mergeAt(row, column) !== null) continue;
    const size = ((style?.font.size ?? 11) / 72) * 96;
    // As Excel does: one line of the font, whatever stands in it.
    height = Math.max(height, size * 1.35);
    if (typeof cell.value !== "string" || style?.wrap !== true) continue;
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
