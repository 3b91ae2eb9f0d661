import { makeStaticStyles } from "@fluentui/react-components";

const gridLine = "#d4d4d4";
const head = "#f3f2f1";
const headText = "#424242";

/** The sheet: paper, light in every theme, on the screen and from the printer. */
export const useSheetStatics = makeStaticStyles([
  {
    ".sheet-frame": { position: "relative", display: "flex", flexGrow: 1, minHeight: 0 },
    ".sheet-scroller": {
      position: "relative",
      flexGrow: 1,
      minWidth: 0,
      overflow: "auto",
      backgroundColor: "#ffffff",
    },
    // More columns to the right: a shadow at the edge.
    ".more-right": {
      position: "absolute",
      top: 0,
      right: 0,
      bottom: 0,
      width: "10px",
      pointerEvents: "none",
      background: "linear-gradient(to left, rgba(0, 0, 0, .22), rgba(0, 0, 0, 0))",
    },
    "table.sheet": {
      tableLayout: "fixed",
      borderCollapse: "collapse",
      color: "#000000",
      backgroundColor: "#ffffff",
      outline: "none",
      cursor: "cell",
      userSelect: "none",
    },
    "table.sheet th": {
      position: "sticky",
      zIndex: 2,
      padding: 0,
      fontSize: "12px",
      fontWeight: 400,
      textAlign: "center",
      color: headText,
      backgroundColor: head,
      boxShadow: `inset -1px -1px 0 ${gridLine}`,
    },
    "table.sheet thead th": { top: 0 },
    "table.sheet th.row-number, table.sheet th.corner": { left: 0 },
    // A low row is as low as the file says: everything below stands where it is reckoned to.
    "table.sheet th.row-number": { lineHeight: 0 },
    "table.sheet th.corner": { zIndex: 3 },
    ".column-edge": {
      position: "absolute",
      top: 0,
      right: "-3px",
      bottom: 0,
      width: "8px",
      zIndex: 1,
      cursor: "col-resize",
      touchAction: "none",
    },
    ".column-edge:hover": { backgroundColor: "#1a6b3c" },
    "table.sheet th.current": { backgroundColor: "#d2e3f7", fontWeight: 600 },
    "table.sheet td": {
      position: "relative",
      padding: 0,
      border: `1px solid ${gridLine}`,
      overflow: "hidden",
    },
    "table.sheet .spacer": { border: "none" },
    ".cell-text": {
      position: "absolute",
      inset: 0,
      display: "flex",
      padding: "1px 3px",
      overflow: "hidden",
      lineHeight: 1.25,
      overflowWrap: "anywhere",
    },
    ".cell-text > span": { minWidth: 0, maxHeight: "100%" },
    // The lines of a selected area lie within its cells, so that no merged area shifts them.
    "table.sheet td.selected": {
      boxShadow: "var(--t, 0 0), var(--r, 0 0), var(--b, 0 0), var(--l, 0 0)",
    },
    "table.sheet td.selected:not(.active)": {
      boxShadow:
        "var(--t, 0 0), var(--r, 0 0), var(--b, 0 0), var(--l, 0 0), inset 0 0 0 1000px rgba(26, 107, 60, .12)",
    },
    "td.selected-t": { "--t": "inset 0 2px 0 #1a6b3c" },
    "td.selected-r": { "--r": "inset -2px 0 0 #1a6b3c" },
    "td.selected-b": { "--b": "inset 0 -2px 0 #1a6b3c" },
    "td.selected-l": { "--l": "inset 2px 0 0 #1a6b3c" },
    "table.sheet td.copied::before": {
      content: '""',
      position: "absolute",
      inset: 0,
      border: "0 dashed #0f5132",
      pointerEvents: "none",
    },
    "table.sheet td.copied-t::before": { borderTopWidth: "2px" },
    "table.sheet td.copied-r::before": { borderRightWidth: "2px" },
    "table.sheet td.copied-b::before": { borderBottomWidth: "2px" },
    "table.sheet td.copied-l::before": { borderLeftWidth: "2px" },
    // What is cut off says so: dots at the end of words; a number that lost digits would be another number.
    "table.sheet td[data-cut='text']::after": {
      content: '"…"',
      position: "absolute",
      right: 0,
      bottom: 0,
      padding: "0 2px",
      fontSize: "12px",
      lineHeight: "12px",
      fontWeight: 700,
      color: "#ffffff",
      backgroundColor: "#595959",
    },
    "table.sheet td[data-cut='number'] .cell-text > span:first-child": { visibility: "hidden" },
    "table.sheet td[data-cut='number']::after": {
      content: '"########################"',
      position: "absolute",
      inset: "0 1px",
      overflow: "hidden",
      fontSize: "12px",
    },
    ".choose": {
      position: "absolute",
      zIndex: 1,
      width: "20px",
      height: "20px",
      padding: 0,
      color: "#000000",
      border: "1px solid #6b6b6b",
      backgroundColor: head,
      cursor: "pointer",
    },
    ".choices": {
      position: "absolute",
      zIndex: 5,
      maxWidth: "420px",
      maxHeight: "220px",
      margin: 0,
      padding: 0,
      overflowY: "auto",
      boxSizing: "border-box",
      listStyle: "none",
      color: "#000000",
      border: "1px solid #6b6b6b",
      backgroundColor: "#ffffff",
      boxShadow: "0 2px 8px rgba(0, 0, 0, .3)",
    },
    ".choices li": { padding: "4px 8px", fontSize: "13px", cursor: "pointer" },
    ".choices li[aria-selected='true'], .choices li:hover": { color: "#ffffff", backgroundColor: "#1a6b3c" },
    "table.sheet td.active": { outline: "2px solid #1a6b3c", outlineOffset: "-2px" },
    "table.sheet:focus-visible td.active": { outline: "3px solid #0f5132", outlineOffset: "-3px" },
    // A deduction is marked by shape as well as by its pale yellow.
    ".mark": {
      position: "absolute",
      top: 0,
      right: 0,
      width: 0,
      height: 0,
      borderTop: "9px solid #8a5a00",
      borderLeft: "9px solid transparent",
    },
    // A cell of 自查问题: in the other corner.
    ".mark.finding": {
      right: "auto",
      left: 0,
      borderTop: "9px solid #0f4c81",
      borderLeft: "none",
      borderRight: "9px solid transparent",
    },
    "textarea.editor": {
      position: "absolute",
      inset: 0,
      // Below the letters, the row numbers and the rows that stay in sight.
      zIndex: 1,
      boxSizing: "border-box",
      width: "100%",
      height: "100%",
      minHeight: "22px",
      padding: "1px 3px",
      border: "2px solid #1a6b3c",
      resize: "none",
      color: "#000000",
      backgroundColor: "#ffffff",
    },
    // With row numbers of its own, over those of the rows that it covers.
    ".pinned": { position: "sticky", top: "24px", height: 0, zIndex: 3, width: "max-content" },
    ".pinned table": { boxShadow: "0 2px 4px rgba(0,0,0,.25)" },
  },
  // As text: rules within a media query are taken over as they are.
  `@media print {
    html, body, #workbench, .workbench, .page, .split, .sheet-side {
      display: block !important; height: auto !important; overflow: visible !important;
      color: #000 !important; background: #fff !important;
    }
    .split[hidden], .page > :not(.split):not(main), .pane-side, .divider { display: none !important; }
    .sheet-side > :not(.print-sheet) { display: none !important; }
    .print-sheet th { display: none; }
    .print-sheet tr { break-inside: avoid; }
    .print-sheet td { box-shadow: none !important; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .print-sheet .cell-text { position: static; min-height: 100%; overflow: visible; white-space: pre-wrap !important; }
  }`,
  `@media screen { .print-sheet { display: none; } }`,
]);
