import type { Form } from "../form/form";
import type { Area } from "../workbook/cell";
import { lastColumn } from "../workbook/cell";
import { cellAt, type SheetSnapshot } from "../workbook/snapshot";

/** The heading of our column; in the official one it is 未达标原因. */
export const reasonHeading = "扣分说明";
/** In characters of the default font. */
export const reasonWidth = 42;
export const scoreWidth = 10;

/** Where a scored table stands: the form, or an annex. */
export type TablePlace = Pick<Form, "sheet" | "headerRow" | "area">;

export interface ReasonColumn {
  readonly column: number;
  /** Ours from before, or to be made. */
  readonly exists: boolean;
}

/**
 * The column of ours beside the form: the one we made before, else the first to the right of the form that is free in
 * every row of it, merged areas included, and outside the print area. null when the sheet has no column left.
 */
export function findReasonColumn(sheet: SheetSnapshot, table: TablePlace): ReasonColumn | null {
  return findOwnColumn(sheet, table, reasonHeading);
}

/** The same for any column of ours, known by its heading. */
export function findOwnColumn(sheet: SheetSnapshot, form: TablePlace, headed: string): ReasonColumn | null {
  const heading = headedColumn(sheet, form, headed);
  if (heading !== null) return { column: heading, exists: true };
  const free = (column: number, printed: boolean): boolean =>
    isFree(sheet, form.area, column) && (printed || !isPrinted(sheet, form.area, column));
  for (const printed of [false, true]) {
    // Beyond this a reader would never find the column.
    const last = Math.min(lastColumn, form.area.right + 60);
    for (let column = form.area.right + 1; column <= last; column += 1) {
      if (free(column, printed)) return { column, exists: false };
    }
  }
  return null;
}

/** Tables of one sheet share the column: its heading may stand beside the header of another one. */
function headedColumn(sheet: SheetSnapshot, { headerRow, area }: TablePlace, headed: string): number | null {
  const inRow = (row: number): number | undefined =>
    Array.from(sheet.rows.get(row) ?? []).find(
      ([column, { value }]) => column > area.right && value === headed,
    )?.[0];
  const own = inRow(headerRow);
  if (own !== undefined) return own;
  for (let row = area.top; row <= area.bottom; row += 1) {
    const other = inRow(row);
    if (other !== undefined) return other;
  }
  return null;
}

function isFree(sheet: SheetSnapshot, area: Area, column: number): boolean {
  if (sheet.hiddenColumns.has(column)) return false;
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cell = cellAt(sheet, row, column);
    if (cell !== undefined && (cell.value !== null || cell.formula !== undefined)) return false;
  }
  return !sheet.merges.some(
    ({ top, bottom, left, right }) =>
      left <= column && right >= column && top <= area.bottom && bottom >= area.top,
  );
}

function isPrinted(sheet: SheetSnapshot, area: Area, column: number): boolean {
  return (sheet.printArea ?? []).some(
    ({ top, bottom, left, right }) =>
      left <= column && right >= column && top <= area.bottom && bottom >= area.top,
  );
}
