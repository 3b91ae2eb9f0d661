import type { Figure } from "../quantity/figure";
import { compareUnits } from "../quantity/unit";

/** Target figures with their actuals; doubts have to be confirmed. */
export type PairedParts =
  | {
      readonly pairs: readonly { readonly target: Figure; readonly actual: Figure }[];
      readonly doubts: readonly string[];
    }
  | { readonly problem: string };

/** Part by part: in order where the units agree, otherwise each by its unit. */
export function pairParts(targets: readonly Figure[], actuals: readonly Figure[]): PairedParts {
  const inOrder = targets.flatMap((target, i) => {
    const actual = actuals[i];
    return actual !== undefined && compareUnits(target.unit, actual.unit) === "same"
      ? [{ target, actual }]
      : [];
  });
  if (inOrder.length === targets.length && actuals.length === targets.length)
    return { pairs: inOrder, doubts: [] };

  const waiting = [...actuals];
  const pairs: { target: Figure; actual: Figure }[] = [];
  for (const [i, target] of targets.entries()) {
    const at = bestMatch(target, waiting);
    const [actual] = at < 0 ? [] : waiting.splice(at, 1);
    if (actual === undefined) {
      return { problem: `目标值有${targets.length}项，实际完成值缺第${i + 1}项“${target.text}”的数值` };
    }
    pairs.push({ target, actual });
  }
  const extra = waiting.some((actual) => targets.some((target) => target.unit.name === actual.unit.name));
  const shared = new Set(targets.map((target) => target.unit.name)).size < targets.length;
  // Equal units out of order, or a figure too many: which one answers which part is a guess.
  const guessed = extra || (shared && actuals.length !== targets.length);
  const shown = pairs.map((pair) => `“${pair.target.text}”对“${pair.actual.text}”`).join("、");
  return { pairs, doubts: guessed ? [`各部分是否为${shown}`] : [] };
}

function bestMatch(target: Figure, waiting: readonly Figure[]): number {
  for (const wanted of ["same", "differs", "open"] as const) {
    const at = waiting.findIndex((actual) => compareUnits(target.unit, actual.unit) === wanted);
    if (at >= 0) return at;
  }
  return -1;
}
