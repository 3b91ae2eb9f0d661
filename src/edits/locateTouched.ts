import { bareName } from "../form/normalizeName";
import { cellKey, type CellAddress } from "../workbook/cell";
import type { CellContent } from "../workbook/edit";
import { grouped } from "../workbook/grouped";
import { valueAt, type CellValue, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import { formulaShape } from "../workbook/formulaShape";
import type { TouchedCell } from "./restoreRecord";

export interface Located {
  readonly touched: TouchedCell;
  /** Where our formula stands now; null: changed since, or gone. */
  readonly at: CellAddress | null;
}

/**
 * Finds each cell that we wrote: our formula, wherever it stands in a row with the indicator's name, on whatever sheet
 * (rows and columns may have been inserted, the sheet renamed). Entries that look alike are told apart by their order.
 */
export function locateTouched(snapshot: Snapshot, cells: readonly TouchedCell[]): readonly Located[] {
  const index = contentIndex(snapshot, cells);
  const found = new Map<TouchedCell, CellAddress>();
  const named = namedCandidates(index);
  const known = new Set(cells.map(({ at }) => at.sheet));
  for (const alike of alikeIn(cells)) {
    const [first] = alike;
    const candidates = onItsSheet(named(contentKey(first.ours), first.name), first.at.sheet, known)
      .map(({ at }) => at)
      .filter((at) => inItsColumn(first, at));
    assign(alike, candidates, found);
  }
  return cells.map((touched) => ({ touched, at: found.get(touched) ?? null }));
}

/** A number (转为数值) may stand in its row twice, as weight and as score: only its own column is sure. */
function inItsColumn({ ours, role, at: before }: TouchedCell, at: CellAddress): boolean {
  const isResult = role === "score" || role === "rate" || role === "total";
  return "formula" in ours || !isResult || at.column === before.column;
}

/** What holds a content in a row with a name; thousands of rows of an annex hold the same, each by another name. */
function namedCandidates(
  index: ReadonlyMap<string, readonly Indexed[]>,
): (content: string, name: string) => readonly Indexed[] {
  const rowNames = createRowNames();
  const byContent = new Map<string, Map<string, Indexed[]>>();
  return (content, name) => {
    const all = index.get(content) ?? [];
    if (name === "") return all;
    let byName = byContent.get(content);
    if (byName === undefined) {
      byName = new Map();
      for (const one of all) {
        for (const words of rowNames(one.sheet, one.at.row)) {
          const list = byName.get(words);
          if (list === undefined) byName.set(words, [one]);
          else list.push(one);
        }
      }
      byContent.set(content, byName);
    }
    return byName.get(bareName(name)) ?? [];
  };
}

/** The form and its annexes hold the same formulas and names: what is on a sheet of that name, else on a renamed one. */
function onItsSheet(
  candidates: readonly Indexed[],
  name: string,
  known: ReadonlySet<string>,
): readonly Indexed[] {
  const own = candidates.filter(({ at }) => at.sheet === name);
  return own.length > 0 ? own : candidates.filter(({ at }) => !known.has(at.sheet));
}

/** Entries of one sheet with the same content and name, from top to bottom. */
function alikeIn(cells: readonly TouchedCell[]): readonly (readonly [TouchedCell, ...TouchedCell[]])[] {
  const downwards = [...cells].sort((a, b) => a.at.row - b.at.row);
  const groups = grouped(downwards, ({ at, name, ours }) => `${at.sheet}\n${name}\n${contentKey(ours)}`);
  return Array.from(groups.values());
}

function assign(
  alike: readonly TouchedCell[],
  candidates: readonly CellAddress[],
  found: Map<TouchedCell, CellAddress>,
): void {
  const free = new Map(candidates.map((at) => [cellKey(at), at]));
  // As many as there were: they moved together. Otherwise some were changed, and only a place that did not move is sure.
  const moved = candidates.length === alike.length;
  for (const [order, touched] of alike.entries()) {
    const at = moved ? candidates[order] : free.get(cellKey(touched.at));
    if (at !== undefined) found.set(touched, at);
    free.delete(cellKey(touched.at));
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
    .sort((a, b) => Math.abs(a.old.row - oldRow) - Math.abs(b.old.row - oldRow));
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
function rowIsNamed(sheet: SheetSnapshot, row: number, name: string): boolean {
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
  readonly content: CellContent;
  readonly sheet: SheetSnapshot;
  readonly at: CellAddress;
}

/** Cells by what they hold: formulas, and the constants that we wrote; thousands of other cells are passed by. */
function contentIndex(
  snapshot: Snapshot,
  cells: readonly TouchedCell[],
): ReadonlyMap<string, readonly Indexed[]> {
  const found: Indexed[] = [];
  if (cells.length === 0) return new Map();
  const values = new Set<CellValue>(cells.flatMap(({ ours }) => ("value" in ours ? [ours.value] : [])));
  for (const sheet of snapshot.sheets) {
    for (const [row, line] of sheet.rows) {
      for (const [column, { value, formula }] of line) {
        if (formula === undefined && !values.has(value)) continue;
        const content = formula === undefined ? { value } : { formula };
        found.push({ content, sheet, at: { sheet: sheet.name, row, column } });
      }
    }
  }
  return grouped(found, ({ content }) => contentKey(content));
}

function contentKey(content: CellContent): string {
  return "formula" in content
    ? `=${formulaShape(content.formula)}`
    : `${typeof content.value}:${String(content.value)}`;
}

/** The words that a row may be known by: every short text in it, and those of merged cells that reach into it. */
type RowNames = (sheet: SheetSnapshot, row: number) => ReadonlySet<string>;

/** Looks each row up once: an annex holds thousands of rows with the same formula. */
function createRowNames(): RowNames {
  const rows = new Map<SheetSnapshot, Map<number, ReadonlySet<string>>>();
  const merged = new Map<SheetSnapshot, ReadonlyMap<number, readonly string[]>>();
  return (sheet, row) => {
    const known = rows.get(sheet) ?? new Map<number, ReadonlySet<string>>();
    rows.set(sheet, known);
    const found = known.get(row);
    if (found !== undefined) return found;
    const reaching = merged.get(sheet) ?? mergedNames(sheet);
    merged.set(sheet, reaching);
    const own = Array.from(sheet.rows.get(row)?.values() ?? []).flatMap(({ value }) => nameIn(value));
    const names = new Set([...own, ...(reaching.get(row) ?? [])]);
    known.set(row, names);
    return names;
  };
}

const tallestName = 2000;

function mergedNames(sheet: SheetSnapshot): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  for (const { top, left, bottom } of sheet.merges) {
    if (bottom <= top) continue;
    for (const name of nameIn(valueAt(sheet, top, left))) {
      for (let row = top + 1; row <= Math.min(bottom, top + tallestName); row += 1) {
        const list = names.get(row);
        if (list === undefined) names.set(row, [name]);
        else list.push(name);
      }
    }
  }
  return names;
}

function nameIn(value: CellValue): readonly string[] {
  return typeof value === "string" && value.length < 200 ? [bareName(value)] : [];
}
