import { documentBytes, openWorkbookCopy } from "../adapters/office/copyWorkbook";
import type { ExcelRun } from "../adapters/office/excelRun";
import { listenToNews, sheetPick } from "../app/news";
import { createSession, type Session } from "./createSession";
import { excelHost } from "./excelHost";
import type { Host } from "./host";
import { pageHost } from "./pageHost";
import type { PaneEvent } from "./paneEvent";

/* What stands behind the pane in Excel: with excelHost and main the only file of this folder that knows where it runs.
   Fetched after the first paint. */

const run: ExcelRun = (batch) => Excel.run(batch);

export function startInExcel(tell: (event: PaneEvent) => void): Session {
  const host: Host = {
    ...excelHost(run, () => Office.context.requirements.isSetSupported("ExcelApi", "1.13")),
    onNews: (listener) => listenToNews(globalThis, listener),
    pick: sheetPick(globalThis),
    copies: {
      bytes: () => documentBytes(Office.context.document, Office.FileType.Compressed),
      open: (bytes) => {
        const able = Office.context.requirements.isSetSupported("ExcelApi", "1.8");
        return openWorkbookCopy(bytes, able ? (base64) => Excel.createWorkbook(base64) : null);
      },
    },
    ...pageHost,
  };
  return createSession(host, tell);
}
