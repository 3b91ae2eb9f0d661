import { a1, areaA1, lastColumn, lastRow, type Area, type CellAddress, type Place } from "../workbook/cell";
import type { CellContent, Edit } from "../workbook/edit";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import { cellAt, type SheetSnapshot } from "../workbook/snapshot";
import { isSingle, wholeMerges } from "./cellRange";
import { formatOf, readPasted } from "./readEntry";

/** One cell that is to be pasted. */
export interface ClipboardCell {
  /** What the other program shows. */
  readonly text: string;
  /** The number behind it, where the program says: more decimals than are shown. */
  readonly exact?: number;
  /** The other program holds it as text: "001" stays. */
  readonly isText?: true;
  /** Copied here: written as it was, whatever it looks like; in the cell where it comes to stand. */
  readonly own?: (to: Place) => { readonly content: CellContent; readonly format: string | undefined };
}

/** Lines of cells; null where a merged area of the source covers a cell: nothing is written there. */
export type ClipboardGrid = readonly (readonly (ClipboardCell | null)[])[];

interface Paste {
  readonly edits: readonly Edit[];
  /** Where the cells come to stand: selected afterwards. */
  readonly area: Area;
}

/**
 * What pasting writes, as one step. As in Excel one cell fills all of a selected area, a block is repeated where the area
 * holds it several times over, and is laid from the first cell of the area otherwise; blank cells blank what they lie on.
 * A text that would fall into the covered part of a merged area would be seen nowhere: then nothing is pasted at all.
 */
export function planPaste(sheet: SheetSnapshot, grid: ClipboardGrid, into: Area): Outcome<Paste> {
  const block = withoutCovered(grid);
  const [height, width] = [block.length, Math.max(0, ...block.map((line) => line.length))];
  if (height === 0 || width === 0) return fail(nothingToPaste);
  const area = target(sheet, into, height, width);
  if (area.bottom > lastRow || area.right > lastColumn) return fail(tooLarge(height, width));
  const covered = coveredCells(sheet, area);
  const edits: Edit[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const cell = block[(row - area.top) % height]?.[(column - area.left) % width];
      if (cell === undefined || cell === null) continue;
      const merge = covered.get(`${row}:${column}`);
      if (merge === undefined) edits.push(editOf(sheet, { sheet: sheet.name, row, column }, cell));
      else if (cell.text !== "" && !isWhole(height, width))
        return fail(intoMerge(merge, { row, column }, cell.text));
    }
  }
  return succeed({ edits, area: wholeMerges(sheet.merges, area) });
}

/** One merged cell is one cell. */
function withoutCovered(grid: ClipboardGrid): ClipboardGrid {
  const [first = null] = grid[0] ?? [];
  const alone = first !== null && grid.flat().every((cell) => cell === null || cell === first);
  return alone ? [[first]] : grid;
}

function isWhole(height: number, width: number): boolean {
  return height === 1 && width === 1;
}

function target(sheet: SheetSnapshot, into: Area, height: number, width: number): Area {
  const [rows, columns] = [into.bottom - into.top + 1, into.right - into.left + 1];
  const repeats = !isSingle(sheet.merges, into) && rows % height === 0 && columns % width === 0;
  return repeats ? into : { ...into, bottom: into.top + height - 1, right: into.left + width - 1 };
}

/** The cells of an area that a merged area covers, by "row:column": all but its first one. */
function coveredCells(sheet: SheetSnapshot, area: Area): ReadonlyMap<string, Area> {
  const covered = new Map<string, Area>();
  for (const merge of sheet.merges) {
    for (let row = Math.max(merge.top, area.top); row <= Math.min(merge.bottom, area.bottom); row += 1) {
      for (
        let column = Math.max(merge.left, area.left);
        column <= Math.min(merge.right, area.right);
        column += 1
      )
        if (row !== merge.top || column !== merge.left) covered.set(`${row}:${column}`, merge);
    }
  }
  return covered;
}

function editOf(sheet: SheetSnapshot, at: CellAddress, cell: ClipboardCell): Edit {
  const before = cellAt(sheet, at.row, at.column);
  const format = formatOf(sheet, at);
  const entry =
    cell.own?.(at) ??
    readPasted(cell, before ?? { value: null, ...(format === undefined ? {} : { format }) });
  return {
    kind: "cell",
    at,
    content: entry.content,
    ...(entry.format === undefined || entry.format === format ? {} : { look: { format: entry.format } }),
    reason: "粘贴",
  };
}

/** The first line (or column) of an area over the rest of it, formulas moving along: Ctrl+D and Ctrl+R; of one cell, from
 * the cell above or to the left. Covered parts of merged areas are passed over. `copy`: the cells of an area. */
export function planFill(
  sheet: SheetSnapshot,
  area: Area,
  by: "down" | "right",
  copy: (area: Area) => ClipboardGrid,
): readonly Edit[] {
  const [start, end] = by === "down" ? (["top", "bottom"] as const) : (["left", "right"] as const);
  const alone = isSingle(sheet.merges, area);
  const first = alone ? area[start] - 1 : area[start];
  if (first < 1) return [];
  const source = copy({ ...area, [start]: first, [end]: first });
  const rest = { ...area, [start]: alone ? area[start] : first + 1 };
  const covered = coveredCells(sheet, rest);
  const edits: Edit[] = [];
  for (let { top: row } = rest; row <= rest.bottom; row += 1) {
    for (let { left: column } = rest; column <= rest.right; column += 1) {
      const cell = by === "down" ? source[0]?.[column - rest.left] : source[row - rest.top]?.[0];
      if (cell === undefined || cell === null || covered.has(`${row}:${column}`)) continue;
      edits.push(editOf(sheet, { sheet: sheet.name, row, column }, cell));
    }
  }
  return edits;
}

/** Empties all of an area that holds anything. */
export function planClear(sheet: SheetSnapshot, area: Area, reason: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [row, cells] of sheet.rows) {
    if (row < area.top || row > area.bottom) continue;
    for (const column of cells.keys()) {
      if (column < area.left || column > area.right) continue;
      edits.push({ kind: "cell", at: { sheet: sheet.name, row, column }, content: { value: null }, reason });
    }
  }
  return edits;
}

const nothingToPaste: Problem = {
  code: "unexpected",
  what: "没有粘贴，表格没有改动。",
  why: "剪贴板里没有文字，只有图片，或者是空的。",
  todo: "请复制单元格或者文字，再粘贴。",
};

function intoMerge(merge: Area, at: Place, text: string): Problem {
  const shown = text.length > 12 ? `${text.slice(0, 12)}…` : text;
  return {
    code: "unexpected",
    what: "没有粘贴，表格没有改动。",
    why: `“${shown}”要写进 ${a1(at)}，它在合并单元格 ${areaA1(merge)} 里，写进去看不见。`,
    todo: "请从别的单元格粘贴，或者分几次复制。",
  };
}

function tooLarge(height: number, width: number): Problem {
  return {
    code: "payloadTooLarge",
    what: "没有粘贴，表格没有改动。",
    why: `复制的内容有${height}行、${width}列，从这一格起放不下。`,
    todo: "请从靠上、靠左的单元格粘贴。",
  };
}
