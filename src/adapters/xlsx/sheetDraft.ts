import { a1, areaA1, around, contains, parseArea, type Area } from "../../workbook/cell";
import { filledArea, sharedMasters, type SharedMasters } from "./formulas";
import { readMerges } from "./readSheet";
import { cellsOf, columnsOf, rowsOf } from "./sheetRows";
import {
  attribute,
  attributesOf,
  childOf,
  count,
  drop,
  flag,
  insertBefore,
  makeElement,
  prefixOf,
  setAttribute,
} from "./xmlElement";
import type { XmlElement } from "./xmlTree";

interface DraftRow {
  readonly element: XmlElement;
  readonly cells: Map<number, XmlElement>;
}

/** A sheet while a plan is being applied: its rows and cells by number. */
export interface SheetDraft {
  readonly name: string;
  readonly root: XmlElement;
  readonly data: XmlElement;
  readonly rows: Map<number, DraftRow>;
  /** Areas of several cells that one formula fills: none of their cells can be written alone. */
  readonly filled: readonly Area[];
  readonly masters: SharedMasters;
  /** The looks of whole columns: no edit changes them. */
  readonly columnStyles: readonly { readonly from: number; readonly to: number; readonly style: number }[];
  /** The dimension was exactly what is used, and is kept so. */
  readonly exact: boolean;
}

/** Reads the sheet for writing. Rows and cells without their address get it: once something is put between
 * them their place would no longer say where they are. */
export function draftSheet(name: string, root: XmlElement): SheetDraft | null {
  const data = childOf(root, "sheetData");
  if (data === undefined) return null;
  const masters = sharedMasters(root);
  const rows = new Map<number, DraftRow>();
  const filled: Area[] = [];
  for (const { row, element } of rowsOf(root)) {
    if (attribute(element, "r") === undefined) setAttribute(element, "r", String(row));
    const cells = new Map<number, XmlElement>();
    for (const { column, element: cell } of cellsOf(element)) {
      if (attribute(cell, "r") === undefined) setAttribute(cell, "r", a1({ row, column }));
      cells.set(column, cell);
      const area = filledArea(cell);
      if (area !== null) filled.push(area);
    }
    rows.set(row, { element, cells });
  }
  const dimension = attribute(childOf(root, "dimension"), "ref");
  const columnStyles = columnsOf(root).map((each) => ({
    from: count(each, "min") ?? 0,
    to: count(each, "max") ?? 0,
    style: count(each, "style") ?? 0,
  }));
  return { name, root, data, rows, filled, masters, columnStyles, exact: dimension === usedArea(rows) };
}

export function findCell(sheet: SheetDraft, row: number, column: number): XmlElement | undefined {
  return sheet.rows.get(row)?.cells.get(column);
}

/** The style that a cell has or would have: its own, its row's, its column's. */
export function styleOf(sheet: SheetDraft, row: number, column: number): number {
  const cell = findCell(sheet, row, column);
  return cell === undefined ? defaultStyle(sheet, row, column) : (count(cell, "s") ?? 0);
}

/** What a cell looks like that is not written out. */
export function defaultStyle(sheet: SheetDraft, row: number, column: number): number {
  const line = sheet.rows.get(row)?.element;
  if (line !== undefined && flag(line, "customFormat")) return count(line, "s") ?? 0;
  return sheet.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0;
}

/** The cell's element, put in its place in its row when it is new. */
export function ensureCell(sheet: SheetDraft, row: number, column: number): XmlElement {
  const found = findCell(sheet, row, column);
  if (found !== undefined) return found;
  const style = defaultStyle(sheet, row, column);
  const cell = makeElement(`${prefixOf(sheet.root)}c`, {
    r: a1({ row, column }),
    s: style === 0 ? undefined : String(style),
  });
  const line = ensureRow(sheet, row);
  insertBefore(line.element, cell, nextTo(line.cells, column));
  line.cells.set(column, cell);
  widenSpans(line.element, column);
  return cell;
}

function ensureRow(sheet: SheetDraft, row: number): DraftRow {
  const found = sheet.rows.get(row);
  if (found !== undefined) return found;
  const element = makeElement(`${prefixOf(sheet.root)}row`, { r: String(row) });
  insertBefore(sheet.data, element, nextTo(sheet.rows, row)?.element);
  const made: DraftRow = { element, cells: new Map() };
  sheet.rows.set(row, made);
  return made;
}

/** What stands nearest after that number. */
function nextTo<T>(numbered: ReadonlyMap<number, T>, number: number): T | undefined {
  let next = Infinity;
  for (const each of numbered.keys()) if (each > number && each < next) next = each;
  return numbered.get(next);
}

/** Excel's hint of the columns that a row uses; a wrong one is worse than none. */
function widenSpans(row: XmlElement, column: number): void {
  const spans = attribute(row, "spans");
  if (spans === undefined) return;
  const ends = [...spans.matchAll(/\d+/g)].map(Number);
  // Several pieces become one: the hint may say more than is used, never less.
  setAttribute(row, "spans", `${Math.min(...ends, column)}:${Math.max(...ends, column)}`);
}

/** Takes a cell out that says nothing any more, and its row with it when that was only there for it. */
export function tidyCell(sheet: SheetDraft, row: number, column: number): void {
  const line = sheet.rows.get(row);
  const cell = line?.cells.get(column);
  if (line === undefined || cell === undefined || cell.children.length > 0) return;
  const style = count(cell, "s") ?? 0;
  const merged = readMerges(sheet.root).some((area) => contains(area, { row, column }));
  if (merged || style !== defaultStyle(sheet, row, column)) return;
  drop(line.element, cell);
  line.cells.delete(column);
  const plain = attributesOf(line.element).every(([name]) => name === "r" || name === "spans");
  if (line.cells.size > 0 || !plain) return;
  drop(sheet.data, line.element);
  sheet.rows.delete(row);
}

/** Keeps the dimension: as exact as it was, or at least wide enough. */
export function closeSheet(sheet: SheetDraft): void {
  const dimension = childOf(sheet.root, "dimension");
  const before = parseArea(attribute(dimension, "ref") ?? "");
  const now = parseArea(usedArea(sheet.rows) ?? "");
  if (dimension === undefined || before === null || now === null) return;
  const wanted = areaA1(sheet.exact ? now : around(before, now));
  if (wanted !== areaA1(before)) setAttribute(dimension, "ref", wanted);
}

function usedArea(rows: ReadonlyMap<number, DraftRow>): string | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = 0;
  let right = 0;
  for (const [row, { cells }] of rows) {
    if (cells.size === 0) continue;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return bottom === 0 ? null : areaA1({ top, left, bottom, right });
}
