import { readPlainNumber } from "../quantity/plainNumber";
import { findAxes, monthOf, type Axis } from "./monthAxis";
import type { CellAddress } from "../workbook/cell";
import {
  isErrorValue,
  valueAt,
  cellAt,
  type CellSnapshot,
  type CellValue,
  type SheetSnapshot,
} from "../workbook/snapshot";

/** Twelve months with one line of rates beside them, as found in a sheet. */
export interface MonthTable {
  readonly sheet: string;
  /** The title of the rates and, when it says more, that of the sheet. */
  readonly title: string;
  /** Fractions, January first. */
  readonly rates: readonly (number | null)[];
  /** The same as a reader sees them: "99.83%". */
  readonly shown: readonly (string | null)[];
  /** The cell of the first rate. */
  readonly at: CellAddress;
  /** "通报月份数量为10个月", when the sheet says so. */
  readonly statedCount: number | null;
  /** Why a figure cannot be used, in Chinese, with what to do. */
  readonly problem: string | null;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const titleReach = 4;

/** Every line of rates beside month names under a title with 执行率, months going down or across. */
export function findMonthTables(sheet: SheetSnapshot): readonly MonthTable[] {
  const heading = sheetWords(sheet);
  if (!heading.includes("执行率")) return [];
  return findAxes(sheet).flatMap((axis) => tablesBeside(sheet, axis, heading));
}

function tablesBeside(sheet: SheetSnapshot, axis: Axis, heading: string): readonly MonthTable[] {
  const place = (position: number, line: number): Place =>
    axis.down ? { row: position, column: line } : { row: line, column: position };
  const lines = new Set<number>();
  for (const position of axis.months.values()) {
    for (const line of linesWithFigures(sheet, axis, position)) lines.add(line);
  }
  const titled = Array.from(lines, (line) => ({ line, title: titleOf(sheet, axis, line) }));
  const named = titled.filter(({ title }) => title.includes("执行率"));
  // A single line of figures may leave its name to the heading of the sheet.
  const chosen = named.length > 0 ? named : titled.length === 1 ? titled : [];
  return chosen.map(({ line, title }) => {
    const named = title.includes("执行率") ? title : nameIn(heading);
    const cells = Array.from({ length: 12 }, (_, index) => {
      const position = axis.months.get(index + 1);
      return position === undefined ? null : place(position, line);
    });
    return readTable(sheet, named, cells, heading);
  });
}

/** Columns to the right of months going down; rows below months going across. */
function linesWithFigures(sheet: SheetSnapshot, axis: Axis, position: number): readonly number[] {
  const lines: number[] = [];
  if (axis.down) {
    for (const [column, cell] of sheet.rows.get(position) ?? []) {
      if (column > axis.line && looksLikeFigure(cell)) lines.push(column);
      if (column > axis.line && monthOf(cell.value) !== null) break;
    }
    return lines;
  }
  for (const [row, cells] of sheet.rows) {
    if (row <= axis.line) continue;
    if (row > axis.line + 40) break;
    const cell = cells.get(position);
    if (cell !== undefined && monthOf(cell.value) !== null) break;
    if (cell !== undefined && looksLikeFigure(cell)) lines.push(row);
  }
  return lines;
}

function readTable(
  sheet: SheetSnapshot,
  title: string,
  cells: readonly (Place | null)[],
  heading: string,
): MonthTable {
  const percentTitle = /[(（]\s*[%％]\s*[)）]/u.test(title);
  const read = cells.map((cell) =>
    cell === null ? null : readRate(cellAt(sheet, cell.row, cell.column), percentTitle),
  );
  const first =
    cells.find((_, index) => typeof read[index]?.value === "number") ?? cells.find((cell) => cell !== null);
  const bad = read.findIndex((one) => one?.problem === true);
  const stated = /(?:通报月份数量|共通报|通报)(?:为|共)?(\d{1,2})个月/u.exec(heading)?.[1];
  return {
    sheet: sheet.name,
    title,
    rates: read.map((one) => one?.value ?? null),
    shown: read.map((one) => one?.shown ?? null),
    at: { sheet: sheet.name, row: first?.row ?? 1, column: first?.column ?? 1 },
    statedCount: stated === undefined ? null : Number(stated),
    problem:
      bad < 0
        ? null
        : `《${sheet.name}》${bad + 1}月的执行率“${read[bad]?.shown ?? ""}”读不出百分数，请填写如99.83%，再重新计算。`,
  };
}

interface ReadRate {
  readonly value: number | null;
  readonly shown: string | null;
  readonly problem: boolean;
}

function readRate(cell: CellSnapshot | undefined, percentTitle: boolean): ReadRate {
  const value = cell?.value ?? null;
  const text = String(value ?? "").trim();
  if (text === "" || /^(?:-|—|\/|未通报|无)$/u.test(text))
    return { value: null, shown: null, problem: false };
  const number = isErrorValue(value) ? null : readPlainNumber(value);
  if (number === null || (number.unit !== "" && number.unit !== "%"))
    return { value: null, shown: text, problem: true };
  const percent = number.unit === "%" || cell?.format?.includes("%") === true;
  const rate = !percent && percentTitle ? Number(`${String(number.value)}e-2`) : number.value;
  if (rate > 10 || rate < 0) return { value: null, shown: text, problem: true };
  return { value: rate, shown: `${String(Number((rate * 100).toPrecision(12)))}%`, problem: false };
}

/** The words above the line's first figure (months down) or left of it (months across). */
function titleOf(sheet: SheetSnapshot, axis: Axis, line: number): string {
  const positions = Array.from(axis.months.values());
  const start = Math.min(...positions);
  const words: string[] = [];
  const reach = axis.down ? titleReach : start;
  for (let step = 1; step <= reach; step += 1) {
    const row = axis.down ? start - step : line;
    const column = axis.down ? line : start - step;
    if (row < 1 || column < 1) break;
    const text = wordsOf(valueAt(sheet, row, column));
    if (text !== "" && monthOf(text) === null) words.push(text);
    if (text.includes("执行率")) break;
  }
  return words.find((text) => text.includes("执行率")) ?? words[0] ?? "";
}

/** The first words of the sheet that name the rate, for a line without a title of its own. */
function nameIn(heading: string): string {
  return heading.split(" ").find((text) => text.includes("执行率")) ?? heading;
}

function sheetWords(sheet: SheetSnapshot): string {
  const words: string[] = [sheet.name];
  let seen = 0;
  for (const cells of sheet.rows.values()) {
    for (const cell of cells.values()) words.push(wordsOf(cell.value));
    seen += 1;
    if (seen > 300) break;
  }
  return words.filter((text) => text !== "" && text.length < 120).join(" ");
}

function looksLikeFigure(cell: CellSnapshot): boolean {
  const unit = readPlainNumber(cell.value)?.unit;
  return unit === "" || unit === "%";
}

function wordsOf(value: CellValue): string {
  return typeof value === "string" && readPlainNumber(value) === null
    ? value.normalize("NFKC").replace(/\s+/gu, "")
    : "";
}
