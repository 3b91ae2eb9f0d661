import { createRoot } from "react-dom/client";
import { documentBytes, openWorkbookCopy } from "../adapters/office/copyWorkbook";
import type { ExcelRun } from "../adapters/office/excelRun";
import { listenToNews, sheetPick } from "../app/news";
import { downloadFile } from "./downloadFile";
import { excelHost } from "./excelHost";
import type { Host } from "./host";
import { pageHost } from "./pageHost";
import { Pane } from "./Pane";

/* Puts the pane into Excel: with excelHost the only file of this folder that knows where it runs. */

const run: ExcelRun = (batch) => Excel.run(batch);

const paneHost: Host = {
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
  copyText: pageHost.copyText,
  saveText: downloadFile,
  isDark,
  onTheme,
};

/** Excel on the web may not say; then the system decides. */
function isDark(): boolean {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.isDarkTheme ?? pageHost.isDark();
}

/** Excel reports no change of theme: it is read again whenever the pane comes back into view. */
function onTheme(listener: () => void): () => void {
  const stop = pageHost.onTheme(listener);
  window.addEventListener("focus", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    stop();
    window.removeEventListener("focus", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}

void Office.onReady(({ host }) => {
  const place = document.getElementById("pane");
  if (place === null) return;
  if (host === Office.HostType.Excel) createRoot(place).render(<Pane host={paneHost} />);
  else place.textContent = "请在 Excel 里打开本面板；没有 Excel 时，请用工作台页面 workbench.html。";
});
