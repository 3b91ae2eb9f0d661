import type { Condition } from "./condition";
import type { Criterion } from "./criterion";
import type { RatioMeasure } from "./measure";

/** One quantity that may be given in two ways: a rate and the figures that it is made of, a verdict and its two amounts. */
export type Twofold = RatioMeasure | Extract<Condition, { of: "atMost" }>;

/** Every one of them in a criterion. */
export function twofoldsOf(criterion: Criterion): readonly Twofold[] {
  const found: Twofold[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if (isTwofold(part)) found.push(part);
    Object.values(part).forEach(walk);
  };
  walk(criterion);
  return found;
}

function isTwofold(part: object): part is Twofold {
  return "of" in part && (part.of === "ratio" || part.of === "atMost");
}
