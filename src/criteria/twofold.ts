import type { Condition } from "./condition";
import type { Criterion, EachByTotal } from "./criterion";
import type { Measure } from "./measure";

/**
 * One quantity that may be given in two ways: a rate and the figures that it is made of, the mean and its months, a verdict
 * and what it is about, a total and what adds up to it.
 */
export interface Twofold {
  readonly of: "quotient" | "excess" | "mean" | "sum" | "atMost" | "days" | "none";
  /** The fact that gives it by itself, where the row has one. */
  readonly standIn: string | undefined;
  /** The facts that it is made of, in their order. */
  readonly parts: readonly string[];
  /** The most that a month counts for, or the days that it may take. */
  readonly most: number;
}

/** Every one of them in a criterion. */
export function twofoldsOf(criterion: Criterion): readonly Twofold[] {
  const found: Twofold[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const one = "of" in part ? ofCondition(part as Condition | Measure) : ofTotal(part);
    if (one !== null) found.push(one);
    Object.values(part).forEach(walk);
  };
  walk(criterion);
  return found;
}

function ofTotal(part: object): Twofold | null {
  if (!("total" in part) || !("standIn" in part)) return null;
  const { total, standIn } = part as EachByTotal;
  return { of: "sum", standIn, parts: total, most: 0 };
}

function ofCondition(one: Condition | Measure): Twofold | null {
  switch (one.of) {
    case "ratio": {
      const of = one.excess === true ? "excess" : "quotient";
      return { of, standIn: one.standIn, parts: [one.part, ...one.whole], most: 0 };
    }
    case "mean":
      return { of: "mean", standIn: one.standIn, parts: [one.series], most: one.cap };
    case "atMost":
      return { of: "atMost", standIn: one.standIn, parts: [one.actual, one.limit], most: 0 };
    case "days":
      return { of: "days", standIn: one.standIn, parts: [one.from, one.to], most: one.atMost };
    case "none":
      return { of: "none", standIn: one.standIn, parts: one.counts, most: 0 };
    case "fact":
    case "items":
    case "yes":
    case "within":
    case "says":
    case "any":
    case "all":
      return null;
  }
}
