import type { Criterion } from "./criterion";
import type { Expression } from "./expression/expression";
import type { KindContext } from "./kind";
import { kindOf } from "./kinds/kinds";

/** The expression of a criterion whose parameters are settled. */
export function criterionExpression(criterion: Criterion, context: Omit<KindContext, "inner">): Expression {
  const inner = (one: Criterion, weight: number): Expression =>
    criterionExpression(one, { ...context, isWhole: false, weight });
  return kindOf(criterion).expression(criterion, { ...context, inner });
}
