import { oncePerObject } from "../oncePerObject";
import type { Expression } from "./expression";

/** Every fact that an expression may need, each once, in the order in which it is met. */
export const factKeys = oncePerObject((expression: Expression): readonly string[] => {
  const keys = new Set<string>();
  visit(expression, (one) => {
    for (const key of ownKeys(one)) keys.add(key);
  });
  return Array.from(keys);
});

/** Calls once for an expression and all that it is made of, outermost first: a part may stand in several places. */
export function visit(expression: Expression, see: (one: Expression) => void): void {
  const seen = new Set<object>();
  const visitIn = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isExpression(value)) see(value);
    for (const inner of Object.values(value)) visitIn(inner);
  };
  visitIn(expression);
}

function isExpression(value: object): value is Expression {
  return "op" in value;
}

function ownKeys(one: Expression): readonly string[] {
  if (one.op === "mean") return [one.measure.first, one.measure.count, one.measure.series];
  if (one.op === "judged") return [...one.questions.map(({ key }) => key), one.key];
  if (one.op === "levels") return one.share === null ? [one.key] : [one.key, one.share];
  if (one.op === "tally") return one.keys;
  if (one.op === "counted") return [one.key, ...one.items];
  return "key" in one ? [one.key] : [];
}
