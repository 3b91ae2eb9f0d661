import type { Condition } from "./condition";
import type { BandsCriterion, Criterion, EachByTotal, SteppedCriterion } from "./criterion";
import type { Interval } from "./interval";
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
  /** The most that a month counts for, the days that it may take, or the highest that the quotient can be. */
  readonly most: number;
  /** Where the points change: a figure that is only about so much says nothing there. */
  readonly bounds?: readonly number[];
}

/** Every one of them in a criterion. */
export function twofoldsOf(criterion: Criterion): readonly Twofold[] {
  const found: Twofold[] = [];
  const walk = (part: unknown, around: readonly number[]): void => {
    if (typeof part !== "object" || part === null) return;
    const one = isOperand(part) ? ofCondition(part) : ofTotal(part);
    const bounds = "measure" in part ? boundsOf(part) : around;
    if (one !== null) found.push(bounds.length === 0 ? one : { ...one, bounds });
    Object.values(part).forEach((inner) => {
      walk(inner, bounds);
    });
  };
  walk(criterion, []);
  return found;
}

/** A criterion may have an `of` of its own (linear: points or share), and is none. */
function isOperand(part: object): part is Condition | Measure {
  return "of" in part && !("kind" in part);
}

const mostSteps = 20;
/** More than ten times the whole is a slip of the pen. */
const manyTimes = 10;
/** Doubtful, and yet it may be: half as much again. */
const half = 1.5;

/** The ends of the stretches that a measure is compared with. */
function boundsOf(part: object): readonly number[] {
  const { bands, interval, from, step, direction } = part as Partial<
    Pick<BandsCriterion, "bands"> & Pick<SteppedCriterion, "from" | "step" | "direction">
  > & { readonly interval?: Interval };
  const ends = [...(bands ?? []), ...(interval === undefined ? [] : [interval])];
  const steps =
    from === undefined || step === undefined
      ? []
      : Array.from({ length: mostSteps }, (_, at) => from + (direction === "below" ? -at : at) * step);
  const all = [...ends.flatMap((one) => [one.from, one.to]), ...steps];
  return Array.from(new Set(all.filter((bound) => bound !== null)));
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
      const above = one.aboveWhole === undefined ? 1 : half;
      const most = one.excess === true || one.capped === true ? manyTimes : above;
      return { of, standIn: one.standIn, parts: [one.part, ...one.whole], most };
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
