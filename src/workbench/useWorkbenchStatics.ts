import { makeStaticStyles, tokens } from "@fluentui/react-components";

/** The page around sheet and pane. The sheet itself is paper: light in every theme. */
export const useWorkbenchStatics = makeStaticStyles([
  {
    "html, body, #workbench": { height: "100%", margin: 0 },
    ".workbench": { height: "100%" },
    ".page": { display: "flex", flexDirection: "column", height: "100%", minWidth: 0 },
    ".toolbar": {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      gap: "6px 8px",
      padding: "6px 12px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground2,
    },
    ".brand": { margin: "0 8px 0 0", fontSize: "16px", fontWeight: 600 },
    ".file-name": { flexGrow: 1, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
    "select.native.small": { minHeight: "24px", padding: "1px 4px" },
    ".split[hidden]": { display: "none" },
    ".split": { display: "flex", flexGrow: 1, minHeight: 0 },
    ".sheet-main": { display: "contents" },
    ".sheet-side": { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
    // Positioned, as whatever scrolls: what is hidden from the eyes in it would lengthen the page instead.
    ".pane-side": {
      position: "relative",
      flexShrink: 0,
      maxWidth: "calc(100% - 120px)",
      overflowY: "auto",
    },
    ".split.folded .pane-side": { display: "none" },
    ".divider": {
      position: "relative",
      flexShrink: 0,
      width: "9px",
      backgroundColor: tokens.colorNeutralBackground3,
      borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
      boxSizing: "border-box",
    },
    ".divider-line": { position: "absolute", inset: 0, cursor: "col-resize", touchAction: "none" },
    ".divider-line:hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ".divider-line:focus-visible, .divider-fold:focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
      zIndex: 6,
    },
    ".divider-fold": {
      position: "absolute",
      top: "4px",
      right: "-1px",
      zIndex: 5,
      width: "24px",
      height: "32px",
      padding: 0,
      color: tokens.colorNeutralForeground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: `${tokens.borderRadiusMedium} 0 0 ${tokens.borderRadiusMedium}`,
      backgroundColor: tokens.colorNeutralBackground1,
      cursor: "pointer",
    },
    ".cell-line": {
      display: "flex",
      flexShrink: 0,
      flexWrap: "wrap",
      gap: "4px 8px",
      alignItems: "center",
      padding: "3px 24px 3px 8px",
      fontSize: "13px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    ".sheet-notice": {
      margin: 0,
      padding: "4px 8px",
      fontSize: "13px",
      backgroundColor: tokens.colorNeutralBackground3,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    ".cell-name": { minWidth: "48px", fontWeight: 600 },
    ".cell-content": {
      flexGrow: 1,
      flexBasis: "160px",
      minWidth: 0,
      boxSizing: "border-box",
      height: "44px",
      padding: "3px 6px",
      color: tokens.colorNeutralForeground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      fontFamily: "Consolas, 'Noto Sans Mono CJK SC', monospace",
      fontSize: "13px",
      lineHeight: "18px",
      resize: "none",
    },
    ".cell-content:focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-1px",
    },
    ".cell-said": { maxWidth: "40%", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
    ".cell-said:empty": { display: "none" },
    ".find-bar": {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      gap: "4px 8px",
      padding: "4px 8px",
      fontSize: "13px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground2,
    },
    ".find-bar input": { width: "200px", minHeight: "26px" },
    ".find-said": { flexGrow: 1 },
    ".tabs": {
      display: "flex",
      flexShrink: 0,
      gap: "2px",
      overflowX: "auto",
      padding: "0 8px",
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground2,
    },
    ".tabs button": {
      padding: "6px 12px",
      font: "inherit",
      color: tokens.colorNeutralForeground1,
      whiteSpace: "nowrap",
      border: "none",
      borderBottom: "3px solid transparent",
      backgroundColor: "transparent",
      cursor: "pointer",
    },
    ".tabs button[aria-current]": {
      fontWeight: 600,
      backgroundColor: tokens.colorNeutralBackground1,
      borderBottom: `3px solid ${tokens.colorBrandStroke1}`,
    },
    ".workbench button:focus-visible, .workbench select:focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
  // As text: rules within a media query are taken over as they are.
  `@media (max-width: 760px) {
    .split { position: relative; flex-direction: column; overflow-y: auto; }
    .sheet-side { flex: none; height: max(45vh, 260px); }
    .split.folded .sheet-side { flex: 1 0 auto; height: 260px; }
    .pane-side { width: auto !important; max-width: none; overflow-y: visible; }
    .divider { width: auto; height: 26px; border: none; }
    .divider-line { display: none; }
    .divider-fold { top: 1px; right: 8px; height: 24px; }
    .cell-said { max-width: none; }
  }`,
]);
