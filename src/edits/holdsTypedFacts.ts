import { locateFactCells, locateHelperLines, type WorkingPaper } from "../facts/workingPaper";
import type { GatheredFact } from "../facts/gatheredFact";
import type { Case } from "../scorecard/case";
import { valueAt } from "../workbook/snapshot";

/** Whether a person has put anything into the working paper: a figure, a confirmation, a reason, a line of his own. */
export function holdsTypedFacts({ facts, wishes }: Case, paper: WorkingPaper): boolean {
  if (Array.from(facts.values()).some(isTyped)) return true;
  const known = new Set(locateHelperLines(paper).map(({ row }) => row));
  for (const cells of locateFactCells(paper, wishes).values()) {
    for (const at of cells.months ?? [cells.value]) if (at !== null) known.add(at.row);
  }
  return Array.from(paper.sheet.rows.keys()).some((row) => {
    if (row <= paper.headerRow) return false;
    return !known.has(row) || hasOwnWords(paper, row);
  });
}

function isTyped({ state, problem, value, at, reason, source }: GatheredFact): boolean {
  if (state === "typed" || state === "confirmed" || state === "notApplicable") return at !== null;
  // A cell that cannot be read holds something that a person put there; doubtful words of 评分依据 (these have a source)
  // leave the cell blank.
  if (value === null && problem !== null && source === null && at !== null) return true;
  return state === "missing" && reason !== "";
}

/** 佐证材料 and 提供科室 are only ever filled in by people. */
function hasOwnWords({ sheet, columns }: WorkingPaper, row: number): boolean {
  return [columns.evidence, columns.department].some(
    (column) => column !== undefined && valueAt(sheet, row, column) !== null,
  );
}
