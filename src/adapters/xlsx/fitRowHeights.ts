import type { Edit } from "../../workbook/edit";
import { findSheet, valueAt, type Snapshot } from "../../workbook/snapshot";
import { styleOf, type SheetDraft } from "./sheetDraft";
import { columnsOf } from "./sheetRows";
import type { WorkbookDraft } from "./workbookDraft";
import { attribute, childOf, count, flag, setAttribute } from "./xmlElement";

/** Points of one line at 11 pt. */
const lineHeight = 15;
/** Excel draws no row higher. */
const highest = 409;
const usualWidth = 8.43;

/**
 * Rows of wrapped words that we wrote show all of them also in programs that take the height from the file. A height that a
 * person set stays; ours is not fixed, so that Excel goes on finding its own.
 */
export function fitRowHeights(draft: WorkbookDraft, edits: readonly Edit[], after: Snapshot): void {
  const rows = new Map<string, Set<number>>();
  for (const edit of edits) {
    if (edit.kind !== "cell" || edit.look?.wrap !== true || edit.look.role !== undefined) continue;
    const known = rows.get(edit.at.sheet) ?? new Set<number>();
    rows.set(edit.at.sheet, known.add(edit.at.row));
  }
  for (const sheet of draft.openSheets()) {
    const snapshot = findSheet(after, sheet.name);
    const own = rows.get(sheet.name);
    if (snapshot === undefined || own === undefined) continue;
    const widthOf = widths(sheet);
    for (const row of own) {
      const line = sheet.rows.get(row);
      if (line === undefined || flag(line.element, "customHeight") || flag(line.element, "hidden")) continue;
      const lines = [...line.cells.keys()].map((column) =>
        draft.styles().wraps(styleOf(sheet, row, column))
          ? linesOf(valueAt(snapshot, row, column), widthOf(column))
          : 1,
      );
      const most = Math.max(1, ...lines);
      const before = attribute(line.element, "ht");
      if (most > 1 || before !== undefined)
        setAttribute(line.element, "ht", String(Math.min(highest, most * lineHeight)));
    }
  }
}

/** Of a Chinese character, in digits, as the usual fonts draw it. */
const chineseWidth = 1.85;

/** How many lines words take in a column. */
function linesOf(value: unknown, width: number): number {
  if (typeof value !== "string") return 1;
  const room = Math.max(2, width - 1);
  return value.split("\n").reduce((sum, line) => {
    let wide = 0;
    for (const letter of line)
      wide += letter.charCodeAt(0) > 0x2e7f || "“”‘’…—".includes(letter) ? chineseWidth : 1;
    return sum + Math.max(1, Math.ceil(wide / room));
  }, 0);
}

function widths({ root }: SheetDraft): (column: number) => number {
  const columns = columnsOf(root).map((each) => ({
    from: count(each, "min") ?? 0,
    to: count(each, "max") ?? 0,
    width: Number(attribute(each, "width") ?? usualWidth),
  }));
  const usual = Number(attribute(childOf(root, "sheetFormatPr"), "defaultColWidth") ?? usualWidth);
  return (column) => columns.find(({ from, to }) => column >= from && column <= to)?.width ?? usual;
}
