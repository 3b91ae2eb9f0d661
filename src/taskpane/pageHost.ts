import { downloadFile } from "./downloadFile";
import type { Host, PaneTheme } from "./host";

const dark = "(prefers-color-scheme: dark)";

/** The theme of the system. */
export const pageTheme: PaneTheme = {
  isDark: () => window.matchMedia(dark).matches,
  onTheme: (listener) => {
    const query = window.matchMedia(dark);
    query.addEventListener("change", listener);
    return () => {
      query.removeEventListener("change", listener);
    };
  },
};

/** What any page gives the pane, whatever it stands beside: the clipboard, and files. */
export const pageHost: Pick<Host, "copyText" | "saveText"> = {
  saveText: downloadFile,
  copyText: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
};
