import { recalculate } from "../../src/adapters/xlsx/recalculate";
import { functionTable } from "../../src/functions/functionTable";
import { parseA1 } from "../../src/workbook/cell";
import type { CellSnapshot, CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "./grid";

/** Cells of one sheet by address; a text that starts with "=" is a formula. */
export type Cells = Readonly<Record<string, CellValue>>;

/** What formulas (without "=") show over the cells of one sheet, all worked out in one run. null shows nothing. */
export function evaluateFormulas(
  formulas: readonly string[],
  cells: Cells,
  sheet = "评分底稿",
): readonly CellValue[] {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  const put = (row: number, column: number, cell: CellSnapshot): void => {
    const line = rows.get(row) ?? new Map<number, CellSnapshot>();
    rows.set(row, line.set(column, cell));
  };
  for (const [address, value] of Object.entries(cells)) {
    const at = parseA1(address);
    if (at === null) throw new Error(`not a cell: ${address}`);
    if (value !== null) put(at.row, at.column, { value });
  }
  const column = 50;
  formulas.forEach((formula, index) => {
    put(index + 1, column, { value: null, formula: `=${formula}` });
  });
  const full: SheetSnapshot = { ...gridSheet([], { name: sheet }), rows };
  const results = recalculate(workbookOf([full]), functionTable).get(sheet);
  return formulas.map((_, index) => results?.get(index + 1)?.get(column) ?? null);
}

/** One formula; see evaluateFormulas. */
export function evaluateFormula(formula: string, cells: Cells, sheet?: string): CellValue {
  return evaluateFormulas([formula], cells, sheet)[0] ?? null;
}
