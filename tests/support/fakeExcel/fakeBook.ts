import type { Area } from "../../../src/workbook/cell";
import type { CellValue } from "../../../src/workbook/snapshot";

/** How a cell looks, as far as the adapter draws and gives back. */
export interface FakeStyle {
  readonly wrapText: boolean;
  readonly verticalAlignment: string;
  readonly horizontalAlignment: string;
  /** null: no fill. */
  readonly fill: string | null;
  readonly color: string;
  readonly bold: boolean;
  readonly size: number;
  /** Edge name → line; absent: none. */
  readonly borders: Readonly<Record<string, { style: string; color: string; weight: string }>>;
}

export const plainStyle: FakeStyle = {
  wrapText: false,
  verticalAlignment: "Bottom",
  horizontalAlignment: "General",
  fill: null,
  color: "#000000",
  bold: false,
  size: 11,
  borders: {},
};

export interface FakeCell {
  readonly value: CellValue;
  /** null: a constant or nothing. */
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly locked: boolean;
  readonly style: FakeStyle;
  readonly validation: unknown;
}

export const blankCell: FakeCell = {
  value: null,
  formula: null,
  numberFormat: "General",
  locked: true,
  style: plainStyle,
  validation: null,
};

export interface FakeFormat {
  readonly id: string;
  readonly type: string;
  readonly areas: readonly Area[];
  formula: string;
  readonly look: Record<string, unknown>;
}

export interface FakeSheet {
  readonly id: string;
  name: string;
  visibility: string;
  /** "row:column" → cell. */
  readonly cells: Map<string, FakeCell>;
  readonly merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Row → points, of rows whose height somebody has set; others follow their wrapped words. */
  readonly heights: Map<number, number>;
  /** Points; columns of standard width are absent. */
  readonly widths: Map<number, number>;
  printArea: readonly Area[] | null;
  /** Rows that stay in sight, rows that come again in print, how it is printed, rows in a group. */
  readonly layout: {
    frozenRows: number;
    titleRows: string | null;
    orientation: string;
    zoom: unknown;
    readonly grouped: Set<number>;
  };
  formats: FakeFormat[];
  protection: {
    on: boolean;
    allowFormatCells: boolean;
    allowFormatColumns: boolean;
    allowFormatRows: boolean;
  };
}

/** A workbook behind the client library. */
export interface FakeBook {
  sheets: FakeSheet[];
  parts: { readonly id: string; xml: string }[];
  readOnly: boolean;
  structureProtected: boolean;
  calculationMode: "Automatic" | "Manual";
  enableEvents: boolean;
  /** False: functions of ours show #NAME?. */
  registered: boolean;
  /** Where the cursor is. */
  selected: { sheet: string; area: Area } | null;
  /** Whether the add-in has asked for its pane. */
  paneShown: boolean;
  /** How often something asked for merged areas, which clears the user's undo history. */
  undoCleared: number;
  /** Works out formulas after every change; without it they show 0. */
  calculate: ((book: FakeBook) => void) | null;
  nextId: number;
}

/** A standard column of Calibri 11: 8.43 characters, 64 pixels, 48 points. */
export const standardPoints = 48;
export const standardCharacters = 8.43;

export function emptyBook(): FakeBook {
  return {
    sheets: [],
    parts: [],
    readOnly: false,
    structureProtected: false,
    calculationMode: "Automatic",
    enableEvents: true,
    registered: true,
    selected: null,
    paneShown: false,
    undoCleared: 0,
    calculate: null,
    nextId: 1,
  };
}

export function addSheet(book: FakeBook, name: string): FakeSheet {
  const sheet: FakeSheet = {
    id: `{sheet-${book.nextId++}}`,
    name,
    visibility: "Visible",
    cells: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    heights: new Map(),
    widths: new Map(),
    printArea: null,
    layout: { frozenRows: 0, titleRows: null, orientation: "Portrait", zoom: null, grouped: new Set() },
    formats: [],
    protection: { on: false, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false },
  };
  book.sheets.push(sheet);
  return sheet;
}

export function sheetNamed(book: FakeBook, name: string): FakeSheet {
  const sheet = book.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** What Excel shows: nothing of a hidden row, a height that was set, or as many lines as the longest wrapped text needs. */
export function rowHeight(sheet: FakeSheet, row: number): number {
  if (sheet.hiddenRows.has(row)) return 0;
  const set = sheet.heights.get(row);
  if (set !== undefined) return set;
  let lines = 1;
  for (const [key, { value, style }] of sheet.cells) {
    if (key.startsWith(`${row}:`) && style.wrapText && typeof value === "string") {
      lines = Math.max(lines, Math.ceil(value.length / 12));
    }
  }
  return 15 * lines;
}

export function keyOf(row: number, column: number): string {
  return `${row}:${column}`;
}

export function fakeCell(sheet: FakeSheet, row: number, column: number): FakeCell {
  return sheet.cells.get(keyOf(row, column)) ?? blankCell;
}

export function changeCell(sheet: FakeSheet, row: number, column: number, change: Partial<FakeCell>): void {
  sheet.cells.set(keyOf(row, column), { ...fakeCell(sheet, row, column), ...change });
}

/** A constant or nothing: what a formula was is gone. */
export function setConstant(sheet: FakeSheet, row: number, column: number, value: CellValue): void {
  changeCell(sheet, row, column, { value, formula: null });
}

/** The workbook as it can be compared: everything but the ids. */
export function bookState(book: FakeBook): unknown {
  return {
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: Array.from(sheet.cells)
        .filter(([, cell]) => JSON.stringify(cell) !== JSON.stringify(blankCell))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left),
      hidden: [Array.from(sheet.hiddenRows), Array.from(sheet.hiddenColumns)],
      heights: Array.from(new Set(Array.from(sheet.cells.keys(), (key) => Number(key.split(":")[0]))))
        .sort((a, b) => a - b)
        .map((row) => rowHeight(sheet, row)),
      widths: Array.from(sheet.widths).sort(([a], [b]) => a - b),
      printArea: sheet.printArea,
      layout: { ...sheet.layout, grouped: Array.from(sheet.layout.grouped) },
      formats: sheet.formats.map(({ type, areas, formula, look }) => ({ type, areas, formula, look })),
    })),
    parts: book.parts.map(({ xml }) => xml).sort(),
    enableEvents: book.enableEvents,
  };
}
