import { sayPoints } from "../scorecard/formatPoints";
import { tidy } from "../quantity/tidy";
import type { RuleResult } from "../criteria/rule";
import { formatStep, plainFigure } from "./formatStep";

export type Scale = NonNullable<Extract<RuleResult, { outcome: "scored" }>["scale"]>;

/**
 * What the next better score would need: "合同签订及时率达到100%可得3分，还差5个百分点". Null when the value already
 * earns the most that the scale gives.
 */
export function nextBetter(scale: Scale, points: number, label: string): string | null {
  const better = scale.branches.flatMap((branch) => {
    if (branch.points === null || tidy(branch.points - points) <= 0) return [];
    const rising = branch.from !== null && scale.value < branch.from;
    const bound = rising ? branch.from : branch.to;
    if (bound === null || (!rising && scale.value < bound)) return [];
    return [{ bound, rising, points: branch.points, distance: tidy(Math.abs(scale.value - bound)) }];
  });
  // The nearest one, and of two that touch the same bound the better one.
  const next = better.sort((a, b) => a.distance - b.distance || b.points - a.points)[0];
  if (next === undefined) return null;
  // Just at a bound that the better branch leaves out ("<80%"): nothing is short, it must only go below.
  const verb = next.rising ? "达到" : next.distance === 0 ? "低于" : "降到";
  const short = next.distance === 0 ? "" : `，还差${distanceWords(next.distance, scale.unit)}`;
  return `${label}${verb}${formatStep(next.bound, scale.unit)}可得${sayPoints(next.points)}分${short}`;
}

function distanceWords(distance: number, unit: string): string {
  return unit === "%" ? `${plainFigure(distance * 100, 4)}个百分点` : formatStep(distance, unit);
}
