import { formatPoints } from "../scorecard/formatPoints";
import type { Scorecard } from "../scorecard/scorecard";

/** "暂计分36.86分，待补充63.14分" */
export function sayTotal(scorecard: Scorecard): string {
  const open = scorecard.openPoints > 0 ? `，待补充${formatPoints(scorecard.openPoints, 2)}分` : "";
  const word = scorecard.provisional || scorecard.total === null ? "暂计分" : "总分";
  return `${word}${formatPoints(scorecard.points, scorecard.decimals)}分${open}`;
}
