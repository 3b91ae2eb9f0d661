import { intervalWords, type Interval } from "./interval";
import { shortNumber } from "./words";

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

/** The lowest values first, however the text orders them. */
export function sortBands<B extends Interval>(bands: readonly B[]): readonly B[] {
  return [...bands].sort(
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

/** Our notation, as a formula hands it over: "≤10%:2;≤20%:1;>20%:0". Every band with both its bounds. */
export function bandNotation(table: BandTable): string {
  const words = (band: Band): string => {
    const isClosed = band.from !== null && band.to !== null && band.from !== band.to;
    return intervalWords(band, table.percent, isClosed ? "x" : "");
  };
  return table.bands.map((band) => `${words(band)}:${shortNumber(band.points)}`).join(";");
}

/** The same stretches and points, whatever the words. */
export function sameBands(a: BandTable, b: BandTable): boolean {
  return a.percent === b.percent && bandNotation(a) === bandNotation(b);
}
