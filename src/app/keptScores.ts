import { planReviewed } from "../edits/planKept";
import { readReviewed } from "../findings/reviewed";
import { tidy } from "../quantity/tidy";
import type { Case } from "../scorecard/case";
import type { ScorecardRow } from "../scorecard/scorecard";
import { emptyPlan, type EditPlan } from "../workbook/edit";

/* 保留填报得分 is kept in the record "reviewed", beside the findings marked 已核实，不处理: both are a person's word on a
 * doubt of ours. It says nothing about the finding itself, which wants a note of its own. */

/** Form rows whose typed score the user chose to keep. A choice holds for the two numbers it was made between. */
export function keptRows({ snapshot, scorecard }: Case): readonly number[] {
  const reviewed = readReviewed(snapshot, scorecard.sheet);
  return scorecard.rows.filter((row) => reviewed.has(keptKey(row) ?? "")).map(({ row }) => row);
}

/** Keeps the typed score of a form row; nothing where there is no difference to decide. */
export function planKeep(formCase: Case, row: number): EditPlan {
  const found = formCase.scorecard.rows.find((one) => one.row === row);
  const key = found === undefined ? null : keptKey(found);
  return key === null ? emptyPlan : planReviewed(formCase, key, "保留填报得分");
}

/** Without an address: rows may be inserted above. */
function keptKey({ editionRowId, indicator, compared, typed, points }: ScorecardRow): string | null {
  if (compared !== "differs" || typed === null || points === null) return null;
  return `keptScore|${editionRowId ?? indicator}|${tidy(typed)}≠${tidy(points)}`;
}
