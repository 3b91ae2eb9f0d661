import { recalculate } from "../../../src/adapters/xlsx/recalculate";
import { functionTable } from "../../../src/functions/functionTable";
import { shownFormula } from "../../../src/adapters/xlsx/formulaSpelling";
import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../../src/workbook/snapshot";
import { changeCell, fakeCell, type FakeBook, type FakeSheet } from "./fakeBook";

/** Gives every formula of the book its result, by the formula engine and our functions; without the add-in ours
 * show #NAME?. */
export function calculateBook(book: FakeBook): void {
  const results = recalculate(snapshotOf(book), book.registered ? functionTable : {});
  for (const sheet of book.sheets) {
    for (const [row, cells] of results.get(sheet.name) ?? []) {
      for (const [column, value] of cells) {
        if (fakeCell(sheet, row, column).formula !== null) changeCell(sheet, row, column, { value });
      }
    }
  }
}

function snapshotOf(book: FakeBook): Snapshot {
  return { sheets: book.sheets.map(sheetOf), records: new Map() };
}

function sheetOf(sheet: FakeSheet): SheetSnapshot {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  for (const [key, { value, formula }] of sheet.cells) {
    if (value === null && formula === null) continue;
    const [row = 1, column = 1] = key.split(":").map(Number);
    const line = rows.get(row) ?? new Map<number, CellSnapshot>();
    line.set(column, { value, ...(formula === null ? {} : { formula: shownFormula(formula.slice(1)) }) });
    rows.set(row, line);
  }
  return {
    name: sheet.name,
    visibility: "visible",
    rows,
    merges: sheet.merges,
    hiddenRows: sheet.hiddenRows,
    hiddenColumns: sheet.hiddenColumns,
    columnWidths: new Map(),
    printArea: null,
    conditionalFormats: [],
  };
}
