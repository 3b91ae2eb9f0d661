import { frontSheet, selectCell } from "../adapters/office/excelEvents";
import type { ExcelRun } from "../adapters/office/excelRun";
import { officeWorkbook } from "../adapters/office/officeWorkbook";
import { sheetsToRead } from "../app/sheetsToRead";
import type { Host } from "./host";

/** What of the pane's host is Excel's workbook; the page around it knows the rest. */
export function excelHost(
  run: ExcelRun,
  supported: () => boolean,
): Pick<Host, "port" | "front" | "select" | "onSelection" | "onChange" | "forget" | "repair" | "amend"> {
  // Asking for merged areas costs the user's undo history, so they are asked for again only when needed.
  const workbook = officeWorkbook(run, { merges: "remember", wanted: sheetsToRead, supported });
  return {
    port: workbook,
    front: () => frontSheet(run),
    select: (at) => selectCell(run, at),
    onSelection: workbook.onSelection,
    onChange: workbook.onChange,
    forget: workbook.forget,
    repair: { count: () => workbook.brokenFormulas().length, run: workbook.repairFormulas },
    amend: null,
  };
}
