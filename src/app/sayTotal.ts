import { formatPoints } from "../scorecard/formatPoints";
import type { Scorecard } from "../scorecard/scorecard";

/** 总分, or 暂计分 as long as something is open or unconfirmed. */
export function totalWord({ provisional, total }: Scorecard): string {
  return provisional || total === null ? "暂计分" : "总分";
}

/** "暂计分36.86分，待补充63.14分" */
export function sayTotal(scorecard: Scorecard): string {
  const open = scorecard.openPoints > 0 ? `，待补充${formatPoints(scorecard.openPoints, 2)}分` : "";
  return `${totalWord(scorecard)}${formatPoints(scorecard.points, scorecard.decimals)}分${open}`;
}
