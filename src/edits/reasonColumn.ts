import type { Form } from "../form/form";
import { lastColumn, overlap, type Area, type CellAddress } from "../workbook/cell";
import { cellAt, type SheetSnapshot } from "../workbook/snapshot";
import type { WantedCell } from "./editLedger";

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
 * The column of ours beside the form: the one we made before, known by its heading, else the first to the right of the
 * form that is free in every row of it, merged areas included, and outside the print area. null when the sheet has no
 * column left.
 */
export function findOwnColumn(sheet: SheetSnapshot, form: TablePlace, headed: string): ReasonColumn | null {
  const heading = headedColumn(sheet, form, headed);
  if (heading !== null) return { column: heading, exists: true };
  for (const taken of [[...sheet.merges, ...(sheet.printArea ?? [])], sheet.merges]) {
    // Beyond this a reader would never find the column.
    const last = Math.min(lastColumn, form.area.right + 60);
    for (let column = form.area.right + 1; column <= last; column += 1) {
      const strip = { ...form.area, left: column, right: column };
      const free = isBlankIn(sheet, strip) && !taken.some((area) => overlap(area, strip));
      if (free) return { column, exists: false };
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

/** A strip of one column, as high as the form. */
function isBlankIn(sheet: SheetSnapshot, { top, bottom, left }: Area): boolean {
  if (sheet.hiddenColumns.has(left)) return false;
  for (let row = top; row <= bottom; row += 1) {
    const cell = cellAt(sheet, row, left);
    if (cell !== undefined && (cell.value !== null || cell.formula !== undefined)) return false;
  }
  return true;
}

/** The heading of a column that we add. */
export function headingCell(at: CellAddress, heading: string, reason: string): WantedCell {
  return {
    role: "heading",
    name: "",
    at,
    content: { value: heading },
    format: null,
    look: { role: "heading", wrap: true },
    reason,
  };
}
