import { bareName } from "../form/bareName";
import { columnName, type CellAddress } from "../workbook/cell";
import type { CellContent } from "../workbook/edit";
import {
  valueAt,
  type CellSnapshot,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from "../workbook/snapshot";
import { formulaShape } from "./formulaShape";
import type { TouchedCell } from "./restoreRecord";

export interface Located {
  readonly touched: TouchedCell;
  /** Where our formula stands now; null: changed since, or gone. */
  readonly at: CellAddress | null;
}

/** Whether a cell still holds what we wrote, however its references were moved. */
export function holdsOurs(cell: CellSnapshot | undefined, ours: CellContent): boolean {
  if ("formula" in ours) {
    return cell?.formula !== undefined && formulaShape(cell.formula) === formulaShape(ours.formula);
  }
  return cell?.formula === undefined && (cell?.value ?? null) === ours.value;
}

/**
 * Finds each cell that we wrote: our formula, wherever it stands in a row with the indicator's name, on whatever sheet
 * (rows and columns may have been inserted, the sheet renamed). Entries that look alike are told apart by their order.
 */
export function locateTouched(snapshot: Snapshot, cells: readonly TouchedCell[]): readonly Located[] {
  const index = contentIndex(snapshot, cells);
  const found = new Map<TouchedCell, CellAddress>();
  for (const alike of grouped(cells)) {
    const [first] = alike;
    if (first === undefined) continue;
    const candidates = (index.get(contentKey(first.ours)) ?? [])
      .filter(({ sheet, at }) => rowIsNamed(sheet, at.row, first.name))
      .map(({ at }) => at);
    assign(alike, candidates, found);
  }
  return cells.map((touched) => ({ touched, at: found.get(touched) ?? null }));
}

/** Entries with the same content and name, from top to bottom. */
function grouped(cells: readonly TouchedCell[]): readonly (readonly TouchedCell[])[] {
  const groups = new Map<string, TouchedCell[]>();
  for (const touched of cells.toSorted((a, b) => a.at.row - b.at.row)) {
    const key = `${touched.name}\n${contentKey(touched.ours)}`;
    groups.set(key, [...(groups.get(key) ?? []), touched]);
  }
  return Array.from(groups.values());
}

function assign(
  alike: readonly TouchedCell[],
  candidates: readonly CellAddress[],
  found: Map<TouchedCell, CellAddress>,
): void {
  const free = new Map(candidates.map((at) => [keyOf(at), at]));
  // As many as there were: they moved together. Otherwise some were changed, and only a place that did not move is sure.
  const moved = candidates.length === alike.length;
  for (const [order, touched] of alike.entries()) {
    const at = moved ? candidates[order] : free.get(keyOf(touched.at));
    if (at !== undefined) found.set(touched, at);
    free.delete(keyOf(touched.at));
  }
  const [left] = alike.filter((touched) => !found.has(touched));
  const [last] = Array.from(free.values());
  if (!moved && alike.length === 1 && left !== undefined && last !== undefined) found.set(left, last);
}

/**
 * The cell where an entry that is not found would stand: moved as its nearest neighbour was, or the only row with its
 * name; null when nobody can say.
 */
export function placeOf(
  snapshot: Snapshot,
  touched: TouchedCell,
  located: readonly Located[],
): CellAddress | null {
  const { sheet: oldSheet, row: oldRow, column: oldColumn } = touched.at;
  const near = located
    .flatMap(({ touched: other, at }) =>
      at !== null && other.at.sheet === oldSheet ? [{ old: other.at, at }] : [],
    )
    .toSorted((a, b) => Math.abs(a.old.row - oldRow) - Math.abs(b.old.row - oldRow));
  const name = near[0]?.at.sheet ?? oldSheet;
  const sheet = snapshot.sheets.find((one) => one.name === name) ?? onlySheetNaming(snapshot, touched.name);
  if (sheet === undefined) return null;
  const column = near.find(({ old }) => old.column === oldColumn)?.at.column ?? oldColumn;
  const shift = near[0] === undefined ? 0 : near[0].at.row - near[0].old.row;
  const rows = rowsNamed(sheet, touched.name);
  const [only] = rows.length === 1 ? rows : [];
  const row = [oldRow + shift, oldRow, only].find(
    (one) => one !== undefined && one >= 1 && rowIsNamed(sheet, one, touched.name),
  );
  return row === undefined ? null : { sheet: sheet.name, row, column };
}

function onlySheetNaming(snapshot: Snapshot, name: string): SheetSnapshot | undefined {
  if (name === "") return undefined;
  const naming = snapshot.sheets.filter((sheet) => rowsNamed(sheet, name).length > 0);
  return naming.length === 1 ? naming[0] : undefined;
}

function rowsNamed(sheet: SheetSnapshot, name: string): readonly number[] {
  return name === "" ? [] : Array.from(sheet.rows.keys()).filter((row) => rowIsNamed(sheet, row, name));
}

/** Whether the indicator's name stands in the row, or in a merged cell that reaches into it. */
export function rowIsNamed(sheet: SheetSnapshot, row: number, name: string): boolean {
  if (name === "") return true;
  const wanted = bareName(name);
  const isName = (value: CellValue): boolean =>
    typeof value === "string" && value.length < 200 && bareName(value) === wanted;
  for (const { value } of sheet.rows.get(row)?.values() ?? []) if (isName(value)) return true;
  return sheet.merges.some(
    ({ top, bottom, left }) => top < row && bottom >= row && isName(valueAt(sheet, top, left)),
  );
}

interface Indexed {
  readonly sheet: SheetSnapshot;
  readonly at: CellAddress;
}

/** Cells by what they hold: formulas, and the constants that we wrote; thousands of other cells are passed by. */
function contentIndex(
  snapshot: Snapshot,
  cells: readonly TouchedCell[],
): ReadonlyMap<string, readonly Indexed[]> {
  const index = new Map<string, Indexed[]>();
  if (cells.length === 0) return index;
  const values = new Set<CellValue>(cells.flatMap(({ ours }) => ("value" in ours ? [ours.value] : [])));
  for (const sheet of snapshot.sheets) {
    for (const [row, line] of sheet.rows) {
      for (const [column, { value, formula }] of line) {
        if (formula === undefined && !values.has(value)) continue;
        const key = contentKey(formula === undefined ? { value } : { formula });
        const list = index.get(key) ?? [];
        list.push({ sheet, at: { sheet: sheet.name, row, column } });
        index.set(key, list);
      }
    }
  }
  return index;
}

function contentKey(content: CellContent): string {
  return "formula" in content
    ? `=${formulaShape(content.formula)}`
    : `${typeof content.value}:${String(content.value)}`;
}

function keyOf({ sheet, row, column }: CellAddress): string {
  return `${sheet}\n${columnName(column)}${row}`;
}
