import { contains, type Area, type CellAddress } from "../workbook/cell";
import { cellAt, type CellValue, type SheetSnapshot } from "../workbook/snapshot";

/** A cell as a reader sees it: any cell of a merged area shows the value of its first one. */
export interface ViewCell {
  /** The cell that holds the value: the first of its merged area. */
  readonly at: CellAddress;
  readonly area: Area;
  readonly value: CellValue;
  /** Trimmed; "" when blank. */
  readonly text: string;
  readonly formula: string | null;
  readonly format: string;
}

export interface SheetView {
  readonly sheet: SheetSnapshot;
  readonly cell: (row: number, column: number) => ViewCell;
  /** The same, but blank when a merged area reaches in from another column: that text belongs there. */
  readonly own: (row: number, column: number) => ViewCell;
}

const blockRows = 8;
/** More than the columns that a sheet can have. */
const widest = 20_000;

const views = new WeakMap<SheetSnapshot, SheetView>();

/** Everybody who reads the sheet has the same view of it: a snapshot never changes. */
export function viewSheet(sheet: SheetSnapshot): SheetView {
  const known = views.get(sheet);
  if (known !== undefined) return known;
  const view = makeView(sheet);
  views.set(sheet, view);
  return view;
}

/** Merged areas are looked up by blocks of rows, so that thousands of them elsewhere cost nothing here. */
function makeView(sheet: SheetSnapshot): SheetView {
  const seen = new Map<number, ViewCell>();
  const blocks = new Map<number, readonly Area[]>();

  function mergesNear(row: number): readonly Area[] {
    const block = Math.floor(row / blockRows);
    const known = blocks.get(block);
    if (known !== undefined) return known;
    const top = block * blockRows;
    const near = sheet.merges.filter((area) => area.bottom >= top && area.top < top + blockRows);
    blocks.set(block, near);
    return near;
  }

  function cell(row: number, column: number): ViewCell {
    const place = row * widest + column;
    const known = seen.get(place);
    if (known !== undefined) return known;
    const made = readCell(row, column);
    seen.set(place, made);
    return made;
  }

  function readCell(row: number, column: number): ViewCell {
    const area = mergesNear(row).find((merge) => contains(merge, { row, column })) ?? {
      top: row,
      left: column,
      bottom: row,
      right: column,
    };
    const held = cellAt(sheet, area.top, area.left);
    const value = held?.value ?? null;
    return {
      at: { sheet: sheet.name, row: area.top, column: area.left },
      area,
      value,
      text: textOf(value),
      formula: held?.formula ?? null,
      format: held?.format ?? "",
    };
  }

  function own(row: number, column: number): ViewCell {
    const shown = cell(row, column);
    if (shown.area.left === column) return shown;
    const at = { sheet: sheet.name, row, column };
    return { at, area: shown.area, value: null, text: "", formula: null, format: "" };
  }

  return { sheet, cell, own };
}

export function textOf(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value).trim();
}

/** "部门预算\n资金支出率" → "部门预算资金支出率": a line broken by hand is still one name. */
export function singleLine(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*[\r\n][ \t\r\n]*/gu, "").trim();
}
