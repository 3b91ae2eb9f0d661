import { sayPoints } from "../scorecard/formatPoints";
import type { Case } from "../scorecard/case";
import type { ScorecardRow } from "../scorecard/scorecard";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, sameContent } from "./editLedger";
import type { SubmissionStop } from "./submissionStops";

/** Binary dust: a formula adds up in another order than the card. */
const dust = 1e-9;

/**
 * Rows whose score cell, once everything is worked out, shows something else than the card: a figure may stand in
 * 评分底稿 in words that only the card understands. A score that a person typed and keeps is his own.
 */
export function unlikeCard({ scorecard, snapshot }: Case, after: Snapshot): readonly SubmissionStop[] {
  return scorecard.rows.flatMap((row): readonly SubmissionStop[] => {
    const { at, indicator: name, points, typed, annexRows } = row;
    const cell = snapshotCell(after, at);
    const isKept = typed !== null && sameContent(contentOf(snapshotCell(snapshot, at)), contentOf(cell));
    if (points === null || isKept) return [];
    const value = cell?.value ?? null;
    // Where a score typed in an annex is kept, the form sums up that.
    const keeps = annexRows.some((one) => one.typed !== null);
    if (typeof value === "number" && (keeps || Math.abs(value - points) < dust)) return [];
    const shown = value === null || value === "" ? "空白" : `“${String(value)}”`;
    const advice = cell?.formula === undefined && value !== null ? byHand : adviceOf(row);
    const todo = `得分格是${shown}，计算得分是${sayPoints(points)}分：${advice}`;
    return [{ at, name, state: "不一致", todo }];
  });
}

const byHand = "这是手工填的，请改填得分，或者清空后再计算一次。";

/** What to put right: where the row has figures in 评分底稿, those; else what its formula takes from the form itself. */
function adviceOf({ facts }: ScorecardRow): string {
  return facts.length > 0
    ? "请在评分底稿里把这一项的数据改填为数或“≥90%”这样的范围。"
    : "请核对得分公式引用的表里的格子（是不是数、单位是否一致），改好后再计算一次。";
}
