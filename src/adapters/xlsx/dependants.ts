import type { CellAddress, Area } from "../../workbook/cell";
import type { Snapshot } from "../../workbook/snapshot";
import { referencesOf, type Names, type References } from "./references";

interface FormulaCell {
  readonly at: CellAddress;
  readonly references: References;
}

interface Dependants {
  /** The formulas whose result may have changed. */
  readonly cells: readonly CellAddress[];
  /** Those among them that only Excel can work out (tables, other files). */
  readonly opaque: readonly CellAddress[];
}

/** After so many every formula counts as dependent: too many results are worked out anew, never too few. */
const mostRounds = 100;

/** The formulas that were written and those that depend on a cell that was, near or far. */
export function findDependants(
  snapshot: Snapshot,
  touched: readonly CellAddress[],
  names: Names,
): Dependants {
  const changed = changedCells();
  for (const at of touched) changed.add(at);
  let waiting = formulaCells(snapshot, names);
  const found: FormulaCell[] = [];
  // Each round takes the formulas that look at what is known to change, until one finds none. Going to and
  // fro, a running total is done in one round, whichever way it runs.
  for (let round = 0, before = -1; before !== found.length; round++) {
    before = found.length;
    const rest: FormulaCell[] = [];
    for (const cell of waiting) {
      const hit =
        round > mostRounds ||
        changed.has(cell.at) ||
        cell.references.anywhere ||
        cell.references.areas.some(({ sheet, area }) => changed.touches(sheet, area));
      if (!hit) rest.push(cell);
      else {
        found.push(cell);
        changed.add(cell.at);
      }
    }
    waiting = rest.reverse();
  }
  return {
    cells: found.filter(({ references }) => !references.opaque).map(({ at }) => at),
    opaque: found.filter(({ references }) => references.opaque).map(({ at }) => at),
  };
}

function formulaCells(snapshot: Snapshot, names: Names): readonly FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const { name: sheet, rows } of snapshot.sheets) {
    for (const [row, cells] of rows) {
      for (const [column, { formula }] of cells) {
        if (formula === undefined) continue;
        found.push({ at: { sheet, row, column }, references: referencesOf(formula, sheet, names) });
      }
    }
  }
  return found;
}

/** A growing set of cells that can say quickly whether an area holds one of them. */
interface ChangedCells {
  readonly add: (at: CellAddress) => void;
  readonly has: (at: CellAddress) => boolean;
  readonly touches: (sheet: string, area: Area) => boolean;
}

function changedCells(): ChangedCells {
  const sheets = new Map<string, Map<number, Set<number>>>();
  const columnsOf = (sheet: string): Map<number, Set<number>> | undefined => sheets.get(sheet.toLowerCase());
  return {
    add: ({ sheet, row, column }) => {
      const columns = columnsOf(sheet) ?? new Map<number, Set<number>>();
      const rows = columns.get(column) ?? new Set<number>();
      sheets.set(sheet.toLowerCase(), columns.set(column, rows.add(row)));
    },
    has: ({ sheet, row, column }) => columnsOf(sheet)?.get(column)?.has(row) ?? false,
    touches: (sheet, area) => {
      for (const [column, rows] of columnsOf(sheet) ?? []) {
        if (column < area.left || column > area.right) continue;
        if (holdsRow(rows, area)) return true;
      }
      return false;
    },
  };
}

/** Whichever is shorter is walked: the rows of the area or those of the set. */
function holdsRow(rows: ReadonlySet<number>, area: Area): boolean {
  if (area.bottom - area.top < rows.size) {
    for (let row = area.top; row <= area.bottom; row++) if (rows.has(row)) return true;
    return false;
  }
  for (const row of rows) if (row >= area.top && row <= area.bottom) return true;
  return false;
}
