import { percentWords, shortNumber } from "./words";

/** A stretch of values; null is open-ended. Percents are fractions. */
export interface Interval {
  readonly from: number | null;
  readonly fromIncluded: boolean;
  readonly to: number | null;
  readonly toIncluded: boolean;
}

/** stretch(0.9, "≤", "<", 1): from 90% to less than 100%. */
export function stretch(
  from: number | null,
  lower: "<" | "≤",
  upper: "<" | "≤",
  to: number | null,
): Interval {
  return { from, fromIncluded: lower === "≤", to, toIncluded: upper === "≤" };
}

/** "90%≤及时率<100%"; "=" where both ends are one value. */
export function intervalWords(interval: Interval, percent: boolean, name: string): string {
  const words = (value: number): string => (percent ? percentWords(value) : shortNumber(value));
  const { from, to, fromIncluded, toIncluded } = interval;
  if (from !== null && from === to) return `${name}=${words(from)}`;
  if (from === null) return to === null ? name : `${name}${toIncluded ? "≤" : "<"}${words(to)}`;
  if (to === null) return `${name}${fromIncluded ? "≥" : ">"}${words(from)}`;
  return `${words(from)}${fromIncluded ? "≤" : "<"}${name}${toIncluded ? "≤" : "<"}${words(to)}`;
}

/** A plain 0 goes with percents and with numbers alike. */
export function isZero({ from, to }: Interval): boolean {
  return (from ?? 0) === 0 && (to ?? 0) === 0;
}
