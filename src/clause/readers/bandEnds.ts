import type { CriterionBand } from "../../criteria/criterion";
import { sortBands } from "../../criteria/bandTable";
import type { Interval } from "../../criteria/interval";
import type { RangeCondition } from "../readCondition";
import { isCountUnit, isTimeUnit } from "../units";

/** 以上 and 以内 leave their number to a neighbour that has it; a number that = names belongs to that one alone. */
export function settledEnds(read: readonly RangeCondition[]): readonly Interval[] {
  const ranges = read
    .map((one) => outermost(one, read))
    .map((range) => (isCounted(range, read) ? { ...withOpened(range), marked: both } : range));
  return ranges.map(({ interval, marked, soft }, index) => {
    const others = ranges.filter((_, other) => other !== index);
    const owned = (value: number | null): boolean =>
      value !== null &&
      others.some(
        ({ interval: one, marked: other }) =>
          (one.from === value && one.to === value) ||
          (one.from === value && one.fromIncluded && other.from) ||
          (one.to === value && one.toIncluded && other.to),
      );
    const gives = (own: boolean): boolean => soft || !own;
    const isPoint = interval.from !== null && interval.from === interval.to;
    if (isPoint) return interval;
    return {
      ...interval,
      fromIncluded: interval.fromIncluded && !(gives(marked.from) && owned(interval.from)),
      toIncluded: interval.toIncluded && !(gives(marked.to) && owned(interval.to)),
    };
  });
}

/** 100%-95%（含）, 95%-85%（含）…: of the end that no other one has. */
function outermost(range: RangeCondition, all: readonly RangeCondition[]): RangeCondition {
  const { opened, interval } = range;
  const value = opened === undefined ? null : interval[opened];
  const isElsewhere = all.some((other) => other !== range && value !== null && contains(other, value));
  return isElsewhere ? range : withOpened(range);
}

function withOpened(range: RangeCondition): RangeCondition {
  const { opened, interval } = range;
  if (opened === undefined) return range;
  const closed = opened === "from" ? { fromIncluded: true } : { toIncluded: true };
  return { ...range, interval: { ...interval, ...closed } };
}

function contains(
  { interval: { from, fromIncluded, to, toIncluded }, opened }: RangeCondition,
  value: number,
): boolean {
  const isAbove = from === null || from < value || (from === value && (fromIncluded || opened === "from"));
  return isAbove && (to === null || value < to || (value === to && (toIncluded || opened === "to")));
}

const both = { from: true, to: true } as const;

/** 10篇以上, 6-9篇, 3-5篇; 90%-99%, 80%-89%: where the next one begins one further, both ends belong to a stretch. */
function isCounted(range: RangeCondition, all: readonly RangeCondition[]): boolean {
  const { unit, percent, interval } = range;
  const { from, to } = interval;
  if (!(percent || isCountUnit(unit) || isTimeUnit(unit)) || from === null || to === null || from >= to)
    return false;
  if (!percent && !(Number.isInteger(from) && Number.isInteger(to))) return false;
  const one = percent ? 0.01 : 1;
  const meets = (low: number | null, high: number | null): boolean =>
    low !== null && high !== null && Math.abs(high - low - one) < 1e-9;
  return all.some(
    (other) => other !== range && (meets(to, other.interval.from) || meets(other.interval.to, from)),
  );
}

/** "≥95% … ≥90% …": each up to the next. */
export function tiers(bands: readonly CriterionBand[]): readonly CriterionBand[] {
  const oneSided = (side: "from" | "to"): readonly CriterionBand[] =>
    bands.filter((band) => band[side] !== null && band[side === "from" ? "to" : "from"] === null);
  const [above, below] = [oneSided("from"), oneSided("to")];
  const closed = bands.map((band) => {
    if (above.includes(band)) {
      const next = above
        .filter((other) => (other.from ?? 0) > (band.from ?? 0))
        .sort((a, b) => (a.from ?? 0) - (b.from ?? 0))[0];
      return next === undefined
        ? withPoint(band, bands)
        : { ...band, to: next.from, toIncluded: !next.fromIncluded };
    }
    if (below.includes(band)) {
      const next = below
        .filter((other) => (other.to ?? 0) < (band.to ?? 0))
        .sort((a, b) => (b.to ?? 0) - (a.to ?? 0))[0];
      return next === undefined
        ? withPoint(band, bands)
        : { ...band, from: next.to, fromIncluded: !next.toIncluded };
    }
    return band;
  });
  return sortBands(closed);
}

/** "=100% 3分；≥80% 2分": up to what is named by itself. */
function withPoint(band: CriterionBand, bands: readonly CriterionBand[]): CriterionBand {
  const point = bands.find((other) => other !== band && other.from !== null && other.from === other.to);
  if (point?.from === undefined || point.from === null) return band;
  if (band.to === null && band.from !== null && point.from > band.from)
    return { ...band, to: point.from, toIncluded: false };
  if (band.from === null && band.to !== null && point.from < band.to) return band;
  return band;
}

/** Two stretches may share one number, which then is asked; more than that is not understood. */
export function isSound(bands: readonly CriterionBand[]): boolean {
  return bands.every((band, index) =>
    bands.slice(index + 1).every((other) => {
      const from = Math.max(band.from ?? -Infinity, other.from ?? -Infinity);
      const to = Math.min(band.to ?? Infinity, other.to ?? Infinity);
      if (from < to) return false;
      return true;
    }),
  );
}
