import { cellKey, contains, type Area, type CellAddress } from "../../workbook/cell";
import type { Snapshot } from "../../workbook/snapshot";
import { referencesOf, type Names, type References } from "./references";

export interface FormulaCell {
  readonly at: CellAddress;
  readonly formula: string;
  readonly references: References;
}

/** Finds formulas by what they look at. */
type FindDependants = (changed: readonly CellAddress[]) => readonly FormulaCell[];

/** After so many comparisons every formula counts as dependent. */
const mostSteps = 20_000_000;

/** An area of so few cells is known by each of them; one of so few rows by its rows; others by their columns. */
const fewCells = 8;
const fewRows = 8;
const fewColumns = 256;

interface Watch {
  readonly area: Area;
  readonly formula: FormulaCell;
}

/** All formulas of a workbook, in the order of its sheets. */
export function formulaCells(snapshot: Snapshot, names: Names): readonly FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const { name: sheet, rows } of snapshot.sheets) {
    for (const [row, cells] of rows) {
      for (const [column, { formula }] of cells) {
        if (formula === undefined) continue;
        const references = referencesOf(formula, sheet, names);
        found.push({ at: { sheet, row, column }, formula, references });
      }
    }
  }
  return found;
}

/** The formulas in the given cells and those that depend on them, near or far. One that chooses its cells while
 * calculating is only found by those that it names. */
export function dependantsAmong(formulas: readonly FormulaCell[], most = mostSteps): FindDependants {
  const own = new Map(formulas.map((formula) => [placeKey(formula.at), formula]));
  const byCell = new Map<string, FormulaCell[]>();
  const byLine = new Map<string, Watch[]>();
  const watch = (lower: string, formula: FormulaCell, area: Area): void => {
    const rows = area.bottom - area.top + 1;
    const columns = area.right - area.left + 1;
    if (rows * columns <= fewCells) {
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          put(byCell, cellKey({ sheet: lower, row, column }), formula);
        }
      }
    } else if (rows <= fewRows) {
      for (let row = area.top; row <= area.bottom; row++) put(byLine, `r${row}:${lower}`, { area, formula });
    } else if (columns <= fewColumns) {
      for (let column = area.left; column <= area.right; column++) {
        put(byLine, `c${column}:${lower}`, { area, formula });
      }
    } else put(byLine, lower, { area, formula });
  };
  for (const formula of formulas) {
    for (const { sheet, area } of formula.references.areas) watch(sheet.toLowerCase(), formula, area);
  }
  return (changed) => {
    const found = new Set<FormulaCell>();
    const waiting = [...changed];
    let steps = 0;
    const reach = (formula: FormulaCell): void => {
      if (found.has(formula)) return;
      found.add(formula);
      waiting.push(formula.at);
    };
    const look = (watches: readonly Watch[], at: CellAddress): void => {
      steps += watches.length;
      for (const { area, formula } of watches) if (contains(area, at)) reach(formula);
    };
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const key = placeKey(at);
      const itself = own.get(key);
      if (itself !== undefined) found.add(itself);
      for (const formula of byCell.get(key) ?? []) reach(formula);
      const lower = at.sheet.toLowerCase();
      for (const line of [`r${at.row}:${lower}`, `c${at.column}:${lower}`, lower]) {
        look(byLine.get(line) ?? [], at);
      }
      if (steps > most) return formulas;
    }
    return [...found];
  };
}

function placeKey(at: CellAddress): string {
  return cellKey({ ...at, sheet: at.sheet.toLowerCase() });
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
