import { areaOf, contains, type Area, type CellAddress } from "./cell";

/** What a cell shows: null when blank. An Excel error is its text, such as "#N/A" (see isErrorValue). */
export type CellValue = string | number | boolean | null;

export interface CellSnapshot {
  readonly value: CellValue;
  /** With its "=", invariant (English names, commas), our functions as JX.NAME, every
   * sheet name in quotes (canonicalFormula.ts). Absent: a constant. */
  readonly formula?: string;
  /** The number format code, such as "0.00%". Absent: General. */
  readonly format?: string;
}

/** A conditional format with a formula of its own, as far as we must recognise ours. */
export interface ConditionalFormat {
  readonly area: Area;
  /** Without a leading "=". */
  readonly formula: string;
}

/** Most columns that are looked at of a sheet that does not matter: what stands further right is not known. */
export const widestHead = 200;

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Only the values of these cells, and of cells changed since, were looked at: nothing there says that the sheet
   * matters to a form. What is absent may yet stand in the sheet; absent member: everything was read. Whoever searches
   * every sheet asks for all of it (ReadWish). */
  readonly partial?: Area;
  /** row → column → cell; only cells that hold something. Rows and columns in ascending order. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellSnapshot>>;
  /** row → column → number format of blank cells that have one of their own: what we write there is shown so. */
  readonly blankFormats?: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Widths of columns that have one of their own, in characters of the default font. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Null when none is set. */
  readonly printArea: readonly Area[] | null;
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Comments and text boxes, as far as the host gives them; absent: none are known. */
  readonly floating?: readonly FloatingText[];
}

/** A text that stands in no cell; row and column of the cell that it hangs on. */
export interface FloatingText {
  readonly row: number;
  readonly column: number;
  /** Not "". */
  readonly text: string;
  readonly of: "comment" | "box";
}

/** The frozen picture of a workbook: plain data, in the order of its sheets. */
export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** Our own notes kept inside the workbook (custom XML parts), by key: read through records.ts. */
  readonly records: ReadonlyMap<RecordKey, string>;
}

/** envelope: all that we keep (records.ts); the others: what version 1 kept one by one. Each holds JSON. */
export type RecordKey = "envelope" | "restore" | "settings" | "extracted" | "reviewed";

/** Those of version 1 first: their parts are gone when the envelope gets its own. */
export const recordKeys: readonly RecordKey[] = ["restore", "settings", "extracted", "reviewed", "envelope"];

/** The highest used row and column; 0 and 0 for an empty sheet. */
export function usedSize(sheet: SheetSnapshot): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [row, cells] of sheet.rows) {
    rows = Math.max(rows, row);
    for (const column of cells.keys()) columns = Math.max(columns, column);
  }
  return { rows, columns };
}

export function findSheet(snapshot: Snapshot, name: string): SheetSnapshot | undefined {
  return snapshot.sheets.find((sheet) => sheet.name === name);
}

export function cellAt(sheet: SheetSnapshot, row: number, column: number): CellSnapshot | undefined {
  return sheet.rows.get(row)?.get(column);
}

export function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return cellAt(sheet, row, column)?.value ?? null;
}

/** The cell as the snapshot holds it, from its full address; undefined when blank or the sheet is gone. */
export function snapshotCell(snapshot: Snapshot, at: CellAddress): CellSnapshot | undefined {
  const sheet = findSheet(snapshot, at.sheet);
  return sheet === undefined ? undefined : cellAt(sheet, at.row, at.column);
}

/** Decimals of the first section of a format code; null: as many as the number has. */
export function decimalsOfFormat(format: string): number | null {
  const section = format.replace(/"[^"]*"|\\.|\[[^[\]]*\]|_.|\*./gu, "").split(";")[0] ?? "";
  if (/general/iu.test(section) || !/[0#?]/u.test(section)) return null;
  return /\.([0#?]+)/u.exec(section)?.[1]?.length ?? 0;
}

/** The number format code of a cell, blank or not; undefined for General. */
export function formatAt(snapshot: Snapshot, { sheet, row, column }: CellAddress): string | undefined {
  const found = findSheet(snapshot, sheet);
  if (found === undefined) return undefined;
  return cellAt(found, row, column)?.format ?? found.blankFormats?.get(row)?.get(column);
}

/** The merged area that covers the cell, or the cell itself. */
export function mergedArea(sheet: SheetSnapshot, row: number, column: number): Area {
  return sheet.merges.find((area) => contains(area, { row, column })) ?? areaOf({ row, column });
}

const errorTexts = new Set([
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#DIV/0!",
  "#NUM!",
  "#NULL!",
  "#BUSY!",
  "#SPILL!",
  "#CALC!",
]);

export function isErrorValue(value: CellValue): boolean {
  return typeof value === "string" && errorTexts.has(value);
}
