import { movedFormula } from "../../src/adapters/xlsx/formulas";
import { columnName, columnNumber, quoteSheet, type Area, type Place } from "../../src/workbook/cell";
import {
  cellAt,
  findSheet,
  type CellSnapshot,
  type SheetSnapshot,
  type Snapshot,
} from "../../src/workbook/snapshot";
import { onSheet, setCell } from "./memoryWorkbook";

/*
 * What Excel does to a workbook behind our back: rows and columns inserted, deleted and moved, sheets renamed, copied and
 * deleted, lines sorted; formulas, merged cells, conditional formats and print areas follow, and name #REF! where what
 * they looked at is gone.
 */

/** Where a row or a column goes; null: it is deleted. */
type Way = (at: number) => number | null;
const stays: Way = (at) => at;

/** Blank rows inserted before a row. */
export function insertRows(snapshot: Snapshot, sheet: string, before: number, count: number): Snapshot {
  return restructured(snapshot, sheet, inserting(before, count), stays);
}

export function insertColumns(snapshot: Snapshot, sheet: string, before: number, count: number): Snapshot {
  return restructured(snapshot, sheet, stays, inserting(before, count));
}

export function deleteRows(snapshot: Snapshot, sheet: string, first: number, count: number): Snapshot {
  return restructured(snapshot, sheet, deleting(first, count), stays);
}

export function deleteColumns(snapshot: Snapshot, sheet: string, first: number, count: number): Snapshot {
  return restructured(snapshot, sheet, stays, deleting(first, count));
}

/** A row cut and inserted before another one. */
export function moveRow(snapshot: Snapshot, sheet: string, from: number, before: number): Snapshot {
  return restructured(snapshot, sheet, moving(from, before), stays);
}

export function moveColumn(snapshot: Snapshot, sheet: string, from: number, before: number): Snapshot {
  return restructured(snapshot, sheet, stays, moving(from, before));
}

function inserting(before: number, count: number): Way {
  return (at) => (at >= before ? at + count : at);
}

function deleting(first: number, count: number): Way {
  return (at) => (at < first ? at : at < first + count ? null : at - count);
}

function moving(from: number, before: number): Way {
  const to = before > from ? before - 1 : before;
  return (at) => {
    if (at === from) return to;
    if (at > from && at <= to) return at - 1;
    return at < from && at >= to ? at + 1 : at;
  };
}

/** A sheet under another name, everywhere. */
export function renameSheet(snapshot: Snapshot, from: string, to: string): Snapshot {
  const renamed = onSheet(snapshot, from, (sheet) => ({ ...sheet, name: to }));
  return mapFormulas(renamed, (formula) => formula.replaceAll(`${quoteSheet(from)}!`, `${quoteSheet(to)}!`));
}

export function swapNames(snapshot: Snapshot, one: string, other: string): Snapshot {
  return renameSheet(renameSheet(renameSheet(snapshot, one, "换名"), other, one), "换名", other);
}

/** A copy behind its original: its formulas look at the sheets that those of the original look at. */
export function copySheet(snapshot: Snapshot, from: string, to: string): Snapshot {
  const sheets = snapshot.sheets.flatMap((sheet) =>
    sheet.name === from ? [sheet, { ...sheet, name: to }] : [sheet],
  );
  return { ...snapshot, sheets };
}

/** `spelling`: what is left of '评分底稿'!$D$4 in Excel ("#REF!$D$4") or in other programs ("#REF!"). */
export function deleteSheet(
  snapshot: Snapshot,
  name: string,
  spelling: "excel" | "bare" = "excel",
): Snapshot {
  const left = { ...snapshot, sheets: snapshot.sheets.filter((sheet) => sheet.name !== name) };
  return mapReferences(left, (target, _, text) => {
    if (target !== name) return text;
    return spelling === "bare" ? "#REF!" : text.replace(/^.*!/u, "#REF!");
  });
}

/** Lines sorted: their contents go, formulas elsewhere do not follow. `order`: where each line comes from. */
export function sortLines(
  snapshot: Snapshot,
  sheet: string,
  lines: readonly number[],
  order: readonly number[],
): Snapshot {
  return onSheet(snapshot, sheet, (from) => {
    const rows = new Map(from.rows);
    lines.forEach((row, index) => {
      const source = order[index] ?? row;
      const cells = from.rows.get(source);
      if (cells === undefined) rows.delete(row);
      else rows.set(row, moved(cells, source, row));
    });
    return { ...from, rows: ascending(rows) };
  });
}

/** A cell copied and pasted. */
export function copyCell(snapshot: Snapshot, sheet: string, from: Place, to: Place): Snapshot {
  const found = findSheet(snapshot, sheet);
  const cell = found === undefined ? undefined : cellAt(found, from.row, from.column);
  if (cell?.formula === undefined) return setCell(snapshot, { sheet, ...to }, cell ?? { value: null });
  return setCell(snapshot, { sheet, ...to }, { ...cell, formula: movedFormula(cell.formula, from, to) });
}

export function hideRow(snapshot: Snapshot, sheet: string, row: number): Snapshot {
  return onSheet(snapshot, sheet, (from) => ({ ...from, hiddenRows: new Set([...from.hiddenRows, row]) }));
}

function moved(
  cells: ReadonlyMap<number, CellSnapshot>,
  from: number,
  to: number,
): ReadonlyMap<number, CellSnapshot> {
  return new Map(
    Array.from(cells, ([column, cell]) => {
      if (cell.formula === undefined) return [column, cell];
      const formula = movedFormula(cell.formula, { row: from, column }, { row: to, column });
      return [column, { ...cell, formula }];
    }),
  );
}

function restructured(snapshot: Snapshot, name: string, rowOf: Way, columnOf: Way): Snapshot {
  const keep = (area: Area): Area[] => {
    const next = movedArea(area, rowOf, columnOf);
    return next === null ? [] : [next];
  };
  const change = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    rows: movedMap(sheet.rows, rowOf, (line) => movedMap(line, columnOf, (cell) => cell)),
    ...(sheet.blankFormats === undefined
      ? {}
      : {
          blankFormats: movedMap(sheet.blankFormats, rowOf, (line) => movedMap(line, columnOf, (one) => one)),
        }),
    merges: sheet.merges.flatMap(keep).filter(({ top, left, bottom, right }) => top < bottom || left < right),
    hiddenRows: new Set(Array.from(sheet.hiddenRows).flatMap((row) => rowOf(row) ?? [])),
    hiddenColumns: new Set(Array.from(sheet.hiddenColumns).flatMap((column) => columnOf(column) ?? [])),
    columnWidths: movedMap(sheet.columnWidths, columnOf, (width) => width),
    printArea: sheet.printArea === null ? null : atLeastOne(sheet.printArea.flatMap(keep)),
    conditionalFormats: sheet.conditionalFormats.flatMap((format) =>
      keep(format.area).map((area) => ({ ...format, area })),
    ),
  });
  return mapReferences(onSheet(snapshot, name, change), (target, area, text) => {
    if (target !== name) return text;
    const next = movedArea(area, rowOf, columnOf);
    return next === null ? text.replace(/(?<=!|^)[^!]*$/u, "#REF!") : respelled(text, next);
  });
}

function atLeastOne<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

function movedMap<From, To>(
  map: ReadonlyMap<number, From>,
  way: Way,
  change: (one: From) => To,
): Map<number, To> {
  return ascending(
    new Map(
      Array.from(map).flatMap(([at, one]) => {
        const to = way(at);
        return to === null ? [] : [[to, change(one)] as const];
      }),
    ),
  );
}

/** What is left of an area between its first and its last line that are still there. */
function movedArea(area: Area, rowOf: Way, columnOf: Way): Area | null {
  const rows = movedEnds(area.top, area.bottom, rowOf);
  const columns = movedEnds(area.left, area.right, columnOf);
  if (rows === null || columns === null) return null;
  return { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
}

function movedEnds(first: number, last: number, way: Way): readonly [number, number] | null {
  let [from, to] = [first, last];
  while (from <= to && way(from) === null) from += 1;
  while (to >= from && way(to) === null) to -= 1;
  const [low, high] = [way(from), way(to)];
  if (from > to || low === null || high === null) return null;
  return [Math.min(low, high), Math.max(low, high)];
}

const token =
  /"(?:[^"]|"")*"|#REF!\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|('(?:[^']|'')*'!|[\p{L}\p{N}_.]+!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(])/gu;

/** Every reference as `change` has it: which sheet and cells it names, and how it is written. */
function mapReferences(
  snapshot: Snapshot,
  change: (sheet: string, area: Area, text: string) => string,
): Snapshot {
  return mapFormulas(snapshot, (formula, own) =>
    formula.replace(token, (text, ...groups: (string | undefined)[]) => {
      const [name, , c1, , n1, , c2 = c1, , n2 = n1] = groups;
      if (c1 === undefined || c2 === undefined || n1 === undefined || n2 === undefined) return text;
      const target =
        name === undefined ? own : name.slice(0, -1).replace(/^'|'$/gu, "").replaceAll("''", "'");
      const [left, right] = [columnNumber(c1), columnNumber(c2)];
      return change(target, { top: Number(n1), bottom: Number(n2), left, right }, text);
    }),
  );
}

/** The same reference, with its dollars, at other cells. */
function respelled(text: string, { top, left, bottom, right }: Area): string {
  let end = 0;
  return text.replace(/(?<=!|^)[^!]*$/u, (cells) =>
    cells.replace(/(\$?)[A-Z]{1,3}(\$?)\d{1,7}/gu, (_, d1: string, d2: string) => {
      const [row, column] = end++ === 0 ? [top, left] : [bottom, right];
      return `${d1}${columnName(column)}${d2}${row}`;
    }),
  );
}

function mapFormulas(snapshot: Snapshot, change: (formula: string, own: string) => string): Snapshot {
  const mapCell = (cell: CellSnapshot, own: string): CellSnapshot =>
    cell.formula === undefined ? cell : { ...cell, formula: change(cell.formula, own) };
  const mapSheet = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    rows: new Map(
      Array.from(sheet.rows, ([row, cells]) => [
        row,
        new Map(Array.from(cells, ([column, cell]) => [column, mapCell(cell, sheet.name)])),
      ]),
    ),
    conditionalFormats: sheet.conditionalFormats.map((format) => ({
      ...format,
      formula: change(format.formula, sheet.name),
    })),
  });
  return { ...snapshot, sheets: snapshot.sheets.map(mapSheet) };
}

function ascending<T>(map: ReadonlyMap<number, T>): Map<number, T> {
  return new Map(Array.from(map).sort(([left], [right]) => left - right));
}
