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

/** What any page gives the pane, whatever it stands beside: the clipboard, files, and when it goes. */
export const pageHost: Pick<Host, "copyText" | "saveText" | "onLeave"> = {
  saveText: downloadFile,
  onLeave: (listener) => {
    // No page, nothing to leave.
    if (typeof document === "undefined") return () => undefined;
    const onHidden = () => {
      if (document.visibilityState === "hidden") listener();
    };
    // Before somebody is asked whether to stay: what is given then counts as unsaved.
    const leaving = ["beforeunload", "pagehide"] as const;
    document.addEventListener("visibilitychange", onHidden);
    for (const kind of leaving) window.addEventListener(kind, listener);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      for (const kind of leaving) window.removeEventListener(kind, listener);
    };
  },
  copyText: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
};
