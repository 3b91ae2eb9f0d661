import type { Interval } from "./interval";
import { evaluate } from "./expression/evaluate";
import type { Expression } from "./expression/expression";
import { known, type Outcome } from "./expression/outcome";

/** What an expression comes to for a value that is known already, without any fact. */
export function outcomeAt(expression: Expression, it: number | boolean | Interval, weight: number): Outcome {
  return evaluate(expression, { facts: {}, specs: [], weight, it: known(it), isUndrawn: true });
}

/** Its points; null where the value alone does not tell. */
export function pointsAt(
  expression: Expression,
  it: number | boolean | Interval,
  weight: number,
): number | null {
  const outcome = outcomeAt(expression, it, weight);
  return outcome.state === "known" ? Number(outcome.value) : null;
}
