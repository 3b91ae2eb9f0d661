import type { Scorecard } from "../scorecard/scorecard";
import type { EditPlan } from "../workbook/edit";
import { rowOfCell } from "./rowOfCell";

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
