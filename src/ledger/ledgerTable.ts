import type { SheetView } from "../form/sheetView";
import { usedSize, widestHead } from "../workbook/snapshot";
import { isLedgerTitle, isProjectTitle, ledgerColumn, type LedgerColumn } from "./ledgerTitle";

/** The table of a list: its columns by their titles. */
export interface LedgerTable {
  readonly top: number;
  /** The last row of the header. */
  readonly bottom: number;
  readonly columns: ReadonlyMap<number, LedgerColumn>;
}

/** A header stands within so many rows from the top. */
const lowestHeader = 40;

/** Finds the header of a list: 项目编码 or 项目名称, and an amount, in one to three rows; null: there is none. */
export function ledgerTable(view: SheetView): LedgerTable | null {
  const right = Math.min(usedSize(view.sheet).columns, widestHead);
  for (const row of view.sheet.rows.keys()) {
    if (row > lowestHeader) return null;
    const own = projectTitles(view, row, right);
    if (own.length === 0) continue;
    // Titles of groups may stand above, or more of them below.
    const top = row > 1 && hasTitles(view, row - 1, right, own) ? row - 1 : row;
    const merged = Math.max(...own.map((column) => view.cell(row, column).area.bottom));
    const isOpen = own.every((column) => view.cell(row + 1, column).text === "");
    const bottom = merged === row && isOpen && hasTitles(view, row + 1, right) ? row + 1 : merged;
    const columns = columnsIn(view, { top, bottom, right });
    if (Array.from(columns.values()).some(({ kind }) => kind === "figure")) return { top, bottom, columns };
  }
  return null;
}

function projectTitles(view: SheetView, row: number, right: number): readonly number[] {
  const columns = Array.from(view.sheet.rows.get(row)?.keys() ?? []);
  return columns.filter((column) => column <= right && isProjectTitle(view.own(row, column).text));
}

/** `beside`: what reaches over one of these columns is the title of the whole list. */
function hasTitles(view: SheetView, row: number, right: number, beside: readonly number[] = []): boolean {
  const columns = Array.from(view.sheet.rows.get(row)?.keys() ?? []);
  return columns.some((column) => {
    const { text, area } = view.own(row, column);
    const isOver = beside.some((one) => one >= area.left && one <= area.right);
    return column <= right && !isOver && isLedgerTitle(text);
  });
}

/** No header is higher; a title may be merged over all of a hostile sheet. */
const tallestHeader = 6;

function columnsIn(
  view: SheetView,
  { top, bottom, right }: { readonly top: number; readonly bottom: number; readonly right: number },
): ReadonlyMap<number, LedgerColumn> {
  const columns = new Map<number, LedgerColumn>();
  if (bottom - top >= tallestHeader) return columns;
  for (let column = 1; column <= right; column += 1) {
    const texts = new Map<string, string>();
    for (let row = top; row <= bottom; row += 1) {
      const { at, text } = view.cell(row, column);
      if (text !== "") texts.set(`${at.row}:${at.column}`, text);
    }
    const found = ledgerColumn(Array.from(texts.values()));
    if (found !== null) columns.set(column, found);
  }
  return columns;
}
