import type { CellLook, Edit } from "../../workbook/edit";
import { findSheet, valueAt, type Snapshot } from "../../workbook/snapshot";
import { styleOf, type SheetDraft } from "./sheetDraft";
import { columnsOf } from "./sheetRows";
import type { WorkbookDraft } from "./workbookDraft";
import { attribute, childOf, count, flag, setAttribute } from "./xmlElement";

/** Of a line by the size of its letters: 15 points at 11. */
const lineHeight = 15 / 11;
/** Excel draws no row higher. */
const highest = 409;
const usualWidth = 8.43;

/**
 * Rows of wrapped words that we wrote show all of them also in programs that take the height from the file. A height that a
 * person set stays; ours is not fixed, so that every program goes on finding its own.
 */
export function fitRowHeights(draft: WorkbookDraft, edits: readonly Edit[], after: Snapshot): void {
  const rows = new Map<string, Set<number>>();
  const added = new Set(edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.sheet] : [])));
  for (const edit of edits) {
    if (edit.kind !== "cell" || !(added.has(edit.at.sheet) || isTableCell(edit.look))) continue;
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
      // What is folded away will be shown again; what somebody has hidden is his.
      const isHidden =
        flag(line?.element, "hidden") && attribute(line?.element, "outlineLevel") === undefined;
      if (line === undefined || flag(line.element, "customHeight") || isHidden) continue;
      const heights = [...line.cells.keys()].map((column) => {
        const style = styleOf(sheet, row, column);
        const [size, wraps] = [draft.styles().size(style), draft.styles().wraps(style)];
        return size * lineHeight * (wraps ? linesOf(valueAt(snapshot, row, column), widthOf(column)) : 1);
      });
      const most = Math.ceil(Math.max(...heights));
      const before = attribute(line.element, "ht");
      if (most > 15 || before !== undefined)
        setAttribute(line.element, "ht", String(Math.min(highest, Math.max(15, most))));
    }
  }
}

/** Of a table that we write, not of a form whose rows are as its maker wants them. */
function isTableCell(look: CellLook | undefined): boolean {
  return look?.role === "line" || (look?.wrap === true && look.role === undefined);
}

/** Of a Chinese character, in digits, in the fonts that draw it widest. */
const chineseWidth = 2.1;
/** Words and numbers stay whole; of Chinese, every character stands alone. */
const pieces = /[!-~]+|[^]/gu;
/** No line begins with one of them: the character before comes along. */
const closing = "，。；：、！？”’）》】％%";

/** How many lines words take in a column. */
function linesOf(value: unknown, width: number): number {
  if (typeof value !== "string") return 1;
  const room = Math.max(2, width - 1);
  return value.split("\n").reduce((sum, line) => sum + linesWithin(line, room), 0);
}

function linesWithin(line: string, room: number): number {
  let [lines, filled] = [1, 0];
  for (const [piece] of line.matchAll(pieces)) {
    const wide = isChinese(piece) ? chineseWidth : piece.length;
    filled += wide;
    if (filled <= room) continue;
    lines += Math.max(1, Math.ceil(wide / room) - (filled === wide ? 1 : 0));
    filled = wide > room ? wide % room : wide + (closing.includes(piece) ? chineseWidth : 0);
  }
  return lines;
}

function isChinese(piece: string): boolean {
  return piece.charCodeAt(0) > 0x2e7f || "“”‘’…—".includes(piece);
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
