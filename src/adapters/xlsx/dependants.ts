import type { CellAddress } from "../../workbook/cell";
import type { Snapshot } from "../../workbook/snapshot";
import { changedCells } from "./changedCells";
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
