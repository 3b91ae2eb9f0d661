import { createRoot } from "react-dom/client";
import type { PaneTheme } from "./host";
import { Pane, type OpenSession } from "./Pane";
import { pageTheme } from "./pageHost";

/* Puts the pane into Excel. Only the frame is here: what reads, scores and writes is fetched while the frame is seen. */

const theme: PaneTheme = { isDark, onTheme };

const fetchStart = () => import("./startInExcel");
// Not only when Office is ready; what shows the form is wanted as soon as it has been read.
for (const part of [fetchStart(), import("./PaneBody"), import("./PathBar")])
  void part.catch(() => undefined);

const open: OpenSession = async (tell) => {
  const { startInExcel } = await fetchStart();
  return startInExcel(tell);
};

/** Excel on the web may not say; then the system decides. */
function isDark(): boolean {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.isDarkTheme ?? pageTheme.isDark();
}

/** Excel reports no change of theme: it is read again whenever the pane comes back into view. */
function onTheme(listener: () => void): () => void {
  const stop = pageTheme.onTheme(listener);
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
  if (host === Office.HostType.Excel) createRoot(place).render(<Pane theme={theme} open={open} />);
  else place.textContent = "请在 Excel 里打开本面板；没有 Excel 时，请用工作台页面 workbench.html。";
});
