import { tidy } from "../quantity/tidy";
import { percentWords, shortNumber } from "./words";

/** A stretch of values; null is open-ended. Percents are fractions. */
export interface Interval {
  readonly from: number | null;
  readonly fromIncluded: boolean;
  readonly to: number | null;
  readonly toIncluded: boolean;
}

/** One band of a 评分标准: a stretch and the points (分) that it gives. */
export interface Band extends Interval {
  readonly points: number;
  /** As the text has it: "10%<结余结转率≤20%的，得1分". */
  readonly clause: string;
}

/** Bands of one measured value, the lowest values first. */
export interface BandTable {
  readonly percent: boolean;
  readonly bands: readonly Band[];
}

/** A measured value: a number, or a stretch in which it lies ("≤10%"). */
export type BandValue = number | Interval;

/** Every band that the value lies in; one is what is wanted. */
export function bandsOf(table: BandTable, value: BandValue): readonly Band[] {
  const found = table.bands.filter((band) => within(band, clipped(table, intervalOf(value))));
  const first = found[0];
  return first !== undefined && found.every((band) => band.points === first.points) ? [first] : found;
}

/** A stretch is open-ended only by its wording: 比率≥90% goes no further than the table does. */
function clipped(table: BandTable, value: Interval): Interval {
  const lowest = table.bands[0];
  const highest = table.bands.at(-1);
  const from = value.from === null && lowest !== undefined ? lowest : value;
  const to = value.to === null && highest !== undefined ? highest : value;
  return { from: from.from, fromIncluded: from.fromIncluded, to: to.to, toIncluded: to.toIncluded };
}

function intervalOf(value: BandValue): Interval {
  if (typeof value !== "number") return value;
  const exact = tidy(value);
  return { from: exact, fromIncluded: true, to: exact, toIncluded: true };
}

/** The inner stretch lies wholly in the outer one. */
function within(outer: Interval, inner: Interval): boolean {
  const above =
    outer.from === null ||
    (inner.from !== null &&
      (inner.from > outer.from ||
        (inner.from === outer.from && (outer.fromIncluded || !inner.fromIncluded))));
  const below =
    outer.to === null ||
    (inner.to !== null &&
      (inner.to < outer.to || (inner.to === outer.to && (outer.toIncluded || !inner.toIncluded))));
  return above && below;
}

/** The lowest values first, however the text orders them. */
export function sortBands(bands: readonly Band[]): readonly Band[] {
  return bands.toSorted(
    (a, b) =>
      compareStart(a, b) ||
      (a.to ?? Infinity) - (b.to ?? Infinity) ||
      Number(a.toIncluded) - Number(b.toIncluded),
  );
}

function compareStart(a: Interval, b: Interval): number {
  const [from, other] = [a.from ?? -Infinity, b.from ?? -Infinity];
  return from === other ? Number(b.fromIncluded) - Number(a.fromIncluded) : from < other ? -1 : 1;
}

/**
 * Tiers that name one bound each ("≥90%…≥75%…", "≤10%…≤20%…") mean: up to the next tier, in whichever order they
 * are written.
 */
export function closeTiers(bands: readonly Band[]): readonly Band[] {
  const oneSided = (side: "from" | "to"): readonly Band[] =>
    bands.filter((band) => band[side] !== null && band[side === "from" ? "to" : "from"] === null);
  const above = oneSided("from");
  const below = oneSided("to");
  return bands.map((band) => {
    if (above.includes(band)) {
      const next = sortBands(above.filter((other) => compareStart(other, band) > 0))[0];
      return next === undefined ? band : { ...band, to: next.from, toIncluded: !next.fromIncluded };
    }
    if (below.includes(band)) {
      const last = sortBands(below.filter((other) => compareEnd(other, band) < 0)).at(-1);
      return last === undefined ? band : { ...band, from: last.to, fromIncluded: !last.toIncluded };
    }
    return band;
  });
}

function compareEnd(a: Interval, b: Interval): number {
  const [to, other] = [a.to ?? Infinity, b.to ?? Infinity];
  return to === other ? Number(a.toIncluded) - Number(b.toIncluded) : to < other ? -1 : 1;
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

/** Our notation, as a formula hands it over: "≤10%:2;≤20%:1;>20%:0". Every band with both its bounds. */
export function bandNotation(table: BandTable): string {
  return table.bands
    .map(
      (band) =>
        `${intervalWords(band, table.percent, band.from !== null && band.to !== null && band.from !== band.to ? "x" : "")}:${shortNumber(band.points)}`,
    )
    .join(";");
}

/** The same stretches and points, whatever the words. */
export function sameBands(a: BandTable, b: BandTable): boolean {
  return a.percent === b.percent && bandNotation(a) === bandNotation(b);
}
