import type { AnnexRowResult, Scorecard } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import type { EditPlan } from "../workbook/edit";

/** The form row that a cell belongs to: in the form itself by row, elsewhere by one of its annex rows or as the home
 * of one of its facts. */
export function rowOfCell(scorecard: Scorecard, at: CellAddress): number | null {
  const found = scorecard.rows.find((row) =>
    at.sheet === scorecard.sheet
      ? row.row === at.row
      : row.annexRows.some((one) => isNamedAt(one, at)) ||
        row.facts.some((fact) => isHome(fact.at, fact.spec.kind === "months" ? 12 : 1, at)),
  );
  return found?.row ?? null;
}

/** The annex row that a cell belongs to, by its id. */
export function annexRowOfCell(scorecard: Scorecard, at: CellAddress): string | null {
  const rows = scorecard.rows.flatMap((row) => row.annexRows);
  const inPaper = (id: string): boolean =>
    scorecard.rows.some((row) =>
      row.facts.some((fact) => fact.id.startsWith(`${id}.`) && isHome(fact.at, 1, at)),
    );
  return rows.find((one) => isNamedAt(one, at) || inPaper(one.id))?.id ?? null;
}

function isNamedAt({ nameAt }: AnnexRowResult, at: CellAddress): boolean {
  return nameAt.sheet === at.sheet && nameAt.row === at.row;
}

function isHome(home: CellAddress | null, rows: number, at: CellAddress): boolean {
  return home !== null && home.sheet === at.sheet && at.row >= home.row && at.row < home.row + rows;
}

/** The form rows whose score or reason, in the form or in an annex, is not what scoring again would write. What it
 * would only note in 评分底稿 does not count. */
export function outdatedRows(scorecard: Scorecard, plan: EditPlan): readonly number[] {
  const annexSheets = new Set(
    scorecard.rows.flatMap((row) => row.annexRows.map(({ nameAt }) => nameAt.sheet)),
  );
  const rows = plan.edits.flatMap((edit) => {
    if (edit.kind !== "cell") return [];
    const shown = edit.at.sheet === scorecard.sheet || annexSheets.has(edit.at.sheet);
    return shown ? (rowOfCell(scorecard, edit.at) ?? []) : [];
  });
  return [...new Set(rows)];
}
