import { a1, parseArea, type CellAddress } from "../../workbook/cell";
import { fail, succeed, type Outcome } from "../../workbook/port";
import { excelProblem } from "./excelProblem";
import type { ExcelRun } from "./excelRun";

/** Selects a cell in Excel; the keyboard stays where it is. */
export async function selectCell(run: ExcelRun, at: CellAddress): Promise<Outcome<null>> {
  try {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(at.sheet);
      sheet.activate();
      sheet.getRange(a1(at)).select();
      await context.sync();
    });
    return succeed(null);
  } catch (error) {
    return fail(excelProblem(error));
  }
}

/** Tells of every cell that the user selects: the first of an area. Returns what ends it. */
export function watchSelection(run: ExcelRun, listener: (at: CellAddress) => void): () => void {
  return watch(run, (context) => [
    context.workbook.worksheets.onSelectionChanged.add(async ({ address, worksheetId }) => {
      // Ctrl-click selects several areas: "A1:B2,D4".
      const area = parseArea(address.split(",")[0] ?? "");
      const sheet = area === null ? null : await sheetName(run, worksheetId);
      if (area !== null && sheet !== null) listener({ sheet, row: area.top, column: area.left });
    }),
  ]);
}

/** Tells that something in the workbook changed, typed or recalculated, here or by a co-author. */
export function watchChanges(run: ExcelRun, listener: () => void): () => void {
  const tell = () => {
    listener();
    return Promise.resolve();
  };
  return watch(run, ({ workbook: { worksheets } }) => [
    worksheets.onChanged.add(tell),
    // Formula results change without onChanged.
    worksheets.onCalculated.add(tell),
    worksheets.onAdded.add(tell),
    worksheets.onDeleted.add(tell),
  ]);
}

interface Watch {
  readonly remove: () => void;
  readonly context: { readonly sync: () => Promise<void> };
}

function watch(run: ExcelRun, add: (context: Excel.RequestContext) => readonly Watch[]): () => void {
  const added = run(async (context) => {
    const watches = add(context);
    await context.sync();
    return watches;
  }).catch((): readonly Watch[] => []);
  return () => {
    void added.then(async (watches) => {
      for (const each of watches) each.remove();
      await watches[0]?.context.sync();
    });
  };
}

async function sheetName(run: ExcelRun, id: string): Promise<string | null> {
  try {
    return await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load("name");
      await context.sync();
      return sheet.isNullObject ? null : sheet.name;
    });
  } catch {
    return null;
  }
}
