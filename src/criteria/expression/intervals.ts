import { tidy } from "../../quantity/tidy";
import { stretch, type Interval } from "../interval";

/** A number, or a stretch in which it lies. */
export type Numeric = number | Interval;

export function isInterval(value: unknown): value is Interval {
  return typeof value === "object" && value !== null && "fromIncluded" in value;
}

export function contains({ from, to, fromIncluded, toIncluded }: Interval, value: number): boolean {
  const above = from === null || value > from || (fromIncluded && value === from);
  return above && (to === null || value < to || (toIncluded && value === to));
}

function asInterval(value: Numeric): Interval {
  return typeof value === "number" ? stretch(value, "≤", "≤", value) : value;
}

/** A stretch of one number is that number. */
export function settled(value: Numeric): Numeric {
  return typeof value !== "number" && value.from !== null && value.from === value.to ? value.from : value;
}

/** An operation that rises with both (or, "falling", falls with the second): its ends come from their ends. */
export function mapped(
  a: Numeric,
  b: Numeric,
  compute: (x: number, y: number) => number,
  second: "rising" | "falling" = "rising",
): Numeric {
  if (typeof a === "number" && typeof b === "number") return compute(a, b);
  const [left, right] = [asInterval(a), asInterval(b)];
  const [low, high] = second === "rising" ? (["from", "to"] as const) : (["to", "from"] as const);
  return settled({
    from: bounded(compute(endOf(left, "from"), endOf(right, low))),
    fromIncluded: left.fromIncluded && right[`${low}Included`],
    to: bounded(compute(endOf(left, "to"), endOf(right, high))),
    toIncluded: left.toIncluded && right[`${high}Included`],
  });
}

function endOf(interval: Interval, end: "from" | "to"): number {
  return interval[end] ?? (end === "from" ? -Infinity : Infinity);
}

function bounded(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** a ÷ b, or (a − b) ÷ b: rounded first, so that equal figures differ by exactly 0. */
export function quotient(a: number, b: number, excess: boolean): number {
  return excess ? (tidy(a) - tidy(b)) / tidy(b) : a / b;
}

/** null: a stretch by a stretch, or by one that holds 0. */
export function divided(a: Numeric, b: Numeric, excess: boolean): Numeric | null {
  if (typeof b !== "number") return null;
  if (typeof a === "number") return quotient(a, b, excess);
  return b > 0 ? mapped(a, b, (x, y) => quotient(x, y, excess)) : null;
}

/** What two stretches share; null: nothing. */
export function overlap(a: Interval, b: Interval): Interval | null {
  const { from, fromIncluded } = startsLater(a, b) ? a : b;
  const { to, toIncluded } = endsEarlier(a, b) ? a : b;
  if (from !== null && to !== null && (from > to || (from === to && !(fromIncluded && toIncluded))))
    return null;
  return { from, fromIncluded, to, toIncluded };
}

function startsLater(a: Interval, b: Interval): boolean {
  if (a.from === null || b.from === null) return a.from !== null;
  return a.from > b.from || (a.from === b.from && !a.fromIncluded);
}

function endsEarlier(a: Interval, b: Interval): boolean {
  if (a.to === null || b.to === null) return a.to !== null;
  return a.to < b.to || (a.to === b.to && !a.toIncluded);
}
