import { downloadFile } from "./downloadFile";
import type { Host } from "./host";

const dark = "(prefers-color-scheme: dark)";

/** What any page gives the pane, whatever it stands beside: the theme of the system, the clipboard, and files. */
export const pageHost: Pick<Host, "isDark" | "onTheme" | "copyText" | "saveText"> = {
  isDark: () => window.matchMedia(dark).matches,
  onTheme: (listener) => {
    const query = window.matchMedia(dark);
    query.addEventListener("change", listener);
    return () => {
      query.removeEventListener("change", listener);
    };
  },
  saveText: downloadFile,
  copyText: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
};
