import { sayPoints } from "../scorecard/formatPoints";
import type { Case } from "../scorecard/case";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import type { SubmissionStop } from "./submissionStops";

/** Binary dust: a formula adds up in another order than the card. */
const dust = 1e-9;

/**
 * Rows whose score cell, once everything is worked out, shows something else than the card: a figure may stand in
 * 评分底稿 in words that only the card understands. A score that a person typed and keeps is his own.
 */
export function unlikeCard({ scorecard }: Case, after: Snapshot): readonly SubmissionStop[] {
  return scorecard.rows.flatMap(({ at, indicator: name, points, typed, annexRows }) => {
    const value = snapshotCell(after, at)?.value ?? null;
    if (points === null || (typed !== null && value === typed)) return [];
    // Where a score typed in an annex is kept, the form sums up that.
    const keeps = annexRows.some((row) => row.typed !== null);
    if (typeof value === "number" && (keeps || Math.abs(value - points) < dust)) return [];
    const shown = value === null || value === "" ? "空白" : `“${String(value)}”`;
    const todo = `得分格是${shown}，计算得分是${sayPoints(points)}分：请在评分底稿里把这一项的数据改填为数或“≥90%”这样的范围。`;
    return [{ at, name, state: "不一致", todo }];
  });
}
