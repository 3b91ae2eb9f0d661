/** Where a cell is in its sheet. Rows and columns count from 1, as Excel shows rows: I16 is row 16, column 9. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface CellAddress extends Place {
  readonly sheet: string;
}

/** A rectangle of cells in one sheet, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A value together with the cell that it was read from. */
export interface Cited<T> {
  readonly value: T;
  readonly at: CellAddress;
}

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** 1 → "A", 27 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 1, "AA" → 27. */
export function columnNumber(name: string): number {
  return Array.from(name.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** "I16" within its sheet. */
export function a1(cell: Place): string {
  return `${columnName(cell.column)}${cell.row}`;
}

/** "$I$16". */
export function absoluteA1(cell: Place): string {
  return `$${columnName(cell.column)}$${cell.row}`;
}

/** "A1:C3", or "A1" when the area is one cell. */
export function areaA1(area: Area): string {
  const first = a1({ row: area.top, column: area.left });
  const last = a1({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}

/** A sheet name as a formula writes it: always quoted, quotes doubled. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** "'评分底稿'!I16", as shown to people and used in references. */
export function fullA1(cell: CellAddress): string {
  return `${quoteSheet(cell.sheet)}!${a1(cell)}`;
}

export function sameAddress(left: CellAddress, right: CellAddress): boolean {
  return left.sheet === right.sheet && left.row === right.row && left.column === right.column;
}

/** One text per cell, for looking it up. */
export function cellKey({ sheet, row, column }: CellAddress): string {
  return `${row}:${column}:${sheet}`;
}

/** "I16" or "$I$16" → row and column; null for anything else. */
export function parseA1(text: string): Place | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const column = columnNumber(match[1]);
  const row = Number(match[2]);
  return row >= 1 && row <= lastRow && column <= lastColumn ? { row, column } : null;
}

/** "A1:C3", "A1" or "$A$1:$C$3" → the area; null for anything else. */
export function parseArea(text: string): Area | null {
  const [first = "", last = first] = text.split(":");
  const from = parseA1(first);
  const to = parseA1(last);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function contains(area: Area, cell: Place): boolean {
  return (
    cell.row >= area.top && cell.row <= area.bottom && cell.column >= area.left && cell.column <= area.right
  );
}

export function isWithin({ top, left, bottom, right }: Area, outer: Area): boolean {
  return contains(outer, { row: top, column: left }) && contains(outer, { row: bottom, column: right });
}

export function overlap(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

/** The rectangle round both. */
export function around(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/** A cell as an area of its own. */
export function areaOf({ row, column }: Place): Area {
  return { top: row, left: column, bottom: row, right: column };
}

/** By sheet as they stand in the workbook, then from top to bottom, from left to right. */
export function bySheet(cells: readonly CellAddress[], sheets: readonly string[]): readonly CellAddress[] {
  const order = new Map(sheets.map((sheet, index) => [sheet, index]));
  const place = ({ sheet }: CellAddress): number => order.get(sheet) ?? sheets.length;
  return [...cells].sort((a, b) => place(a) - place(b) || a.row - b.row || a.column - b.column);
}
