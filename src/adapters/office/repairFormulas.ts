import type { CellAddress } from "../../workbook/cell";
import { bytesOf, bytesPerRequest, sendSteps, step } from "./bookSteps";
import { excelArea } from "./excelAddress";
import { indexesOf } from "./gridArray";
import { isBroken, normalFormula } from "./sheetCells";

/** Writes again every formula of ours that Excel has lost, and nothing else. Resolves to the cells. */
export async function repairFormulas(context: Excel.RequestContext): Promise<readonly CellAddress[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const used = sheets.items.map((sheet) => ({
    name: sheet.name,
    range: sheet.getUsedRangeOrNullObject(true).load("address,formulas,values"),
  }));
  await context.sync();
  const broken = used.flatMap(({ name, range }) => (range.isNullObject ? [] : brokenCells(name, range)));
  const steps = broken.map(({ at, formula }) =>
    step(bytesOf(formula), (book) => {
      const cell = book
        .sheet(at.sheet)
        .getRangeByIndexes(...indexesOf({ top: at.row, left: at.column, bottom: at.row, right: at.column }));
      cell.formulas = [[formula]];
    }),
  );
  await sendSteps(context, steps, bytesPerRequest);
  return broken.map(({ at }) => at);
}

function brokenCells(
  sheet: string,
  { address, formulas, values }: Excel.Range,
): readonly { readonly at: CellAddress; readonly formula: string }[] {
  const start = excelArea(address);
  if (start === null) return [];
  return formulas.flatMap((line: readonly unknown[], y) =>
    line.flatMap((formula, x) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return [];
      if (!isBroken(formula, values[y]?.[x])) return [];
      const at = { sheet, row: start.top + y, column: start.left + x };
      return [{ at, formula: normalFormula(formula) }];
    }),
  );
}
