import type { Scorecard } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";

/** The form row that a cell belongs to: in the form itself by row, elsewhere as the home of one of its facts. */
export function rowOfCell(scorecard: Scorecard, at: CellAddress): number | null {
  const found = scorecard.rows.find((row) =>
    at.sheet === scorecard.sheet
      ? row.row === at.row
      : row.facts.some((fact) => isHome(fact.at, fact.spec.kind === "months" ? 12 : 1, at)),
  );
  return found?.row ?? null;
}

function isHome(home: CellAddress | null, rows: number, at: CellAddress): boolean {
  return home !== null && home.sheet === at.sheet && at.row >= home.row && at.row < home.row + rows;
}
