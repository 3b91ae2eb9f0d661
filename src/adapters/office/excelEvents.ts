import { a1, parseArea, type CellAddress } from "../../workbook/cell";
import { fail, succeed, type Outcome } from "../../workbook/port";
import { readAreas } from "../xlsx/references";
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

/** The cell that the cursor is on. */
export async function activeCell(run: ExcelRun): Promise<Outcome<CellAddress>> {
  try {
    return await run(async (context) => {
      const cell = context.workbook.getActiveCell().load("address,worksheet/name");
      await context.sync();
      const [area] = readAreas(cell.address);
      return succeed({ sheet: cell.worksheet.name, row: area?.top ?? 1, column: area?.left ?? 1 });
    });
  } catch (error) {
    return fail(excelProblem(error));
  }
}

/** The sheet in front; null where Excel has no cell to name: a chart is selected. */
export async function frontSheet(run: ExcelRun): Promise<string | null> {
  const cell = await activeCell(run);
  return cell.ok ? cell.value.sheet : null;
}

/** Handlers queued into a request of this context. */
export type AddWatch = (context: Excel.RequestContext) => readonly Watch[];

export interface Watch {
  readonly remove: () => void;
  readonly context: { readonly sync: () => Promise<void> };
}

/** Has them queued, now or later; returns what ends them. */
export type Join = (add: AddWatch) => () => void;

/** Tells of every cell that the user selects, the first of an area, also by turning to another sheet. Returns what ends
 * it. */
export function watchSelection(
  run: ExcelRun,
  listener: (at: CellAddress) => void,
  join: Join = ownTrip(run),
): () => void {
  return join((context) => [
    context.workbook.worksheets.onSelectionChanged.add(async ({ address, worksheetId }) => {
      // Ctrl-click selects several areas: "A1:B2,D4".
      const area = parseArea(address.split(",")[0] ?? "");
      const sheet = area === null ? null : await sheetName(run, worksheetId);
      if (area !== null && sheet !== null) listener({ sheet, row: area.top, column: area.left });
    }),
    context.workbook.worksheets.onActivated.add(async () => {
      const cell = await activeCell(run);
      if (cell.ok) listener(cell.value);
    }),
  ]);
}

/** What an event says: cells that were typed, pasted, moved or formatted; results that changed, it does not say which
 * (no address); a sheet that came or went (null). */
export type ExcelChange =
  | Pick<Excel.WorksheetChangedEventArgs, "worksheetId" | "address" | "changeType">
  | { readonly worksheetId: string; readonly address: null }
  | { readonly worksheetId: string; readonly address: string; readonly changeType: "FormatChanged" }
  | null;

/** Tells that something in the workbook changed, typed or recalculated, here or by a co-author. */
export function watchChanges(
  run: ExcelRun,
  listener: (change: ExcelChange) => void,
  join: Join = ownTrip(run),
): () => void {
  const tell = (change: ExcelChange) => {
    listener(change);
    return Promise.resolve();
  };
  return join(({ workbook: { worksheets } }) => [
    worksheets.onChanged.add(tell),
    // Formula results change without onChanged.
    worksheets.onCalculated.add(({ worksheetId }) => tell({ worksheetId, address: null })),
    // A number may count otherwise as a percentage.
    worksheets.onFormatChanged.add(({ worksheetId, address }) =>
      tell({ worksheetId, address, changeType: "FormatChanged" }),
    ),
    worksheets.onAdded.add(() => tell(null)),
    worksheets.onDeleted.add(() => tell(null)),
  ]);
}

function ownTrip(run: ExcelRun): Join {
  return (add) => {
    const added = run(async (context) => {
      const watches = add(context);
      await context.sync();
      return watches;
    }).catch((): readonly Watch[] => []);
    return () => {
      void added.then(endWatches);
    };
  };
}

export async function endWatches(watches: readonly Watch[]): Promise<void> {
  for (const each of watches) each.remove();
  await watches[0]?.context.sync();
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
