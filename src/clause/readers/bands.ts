import type { CriterionBand, Points } from "../../criteria/criterion";
import type { Interval } from "../../criteria/interval";
import { isSound, settledEnds, tiers } from "./bandEnds";
import { asking, merged, type Built } from "../built";
import { judgedLabel, measureOf, type Around, type Measured } from "../measures";
import type { Piece } from "../pieces";
import type { RangeCondition } from "../readCondition";
import { formulaPoints } from "./formula";
import { rangesOf, type Ranged } from "./bandRanges";
import { fullerName } from "../sameMeasure";
import { interpolated } from "./interpolated";

/** G1: 条件，得P分 twice or more, over one measured value; deducting bands, formulas inside a band. */
export function bandsOf(pieces: readonly Piece[], around: Around): Built | null {
  const ranges = rangesOf(pieces, around);
  if (ranges === null || ranges.length < 2) return null;
  if (mixesCuts(pieces, around)) return null;
  const percent = ranges.some(({ range }) => range.percent) || isOutOf100(ranges, around);
  const units = new Set(ranges.flatMap(({ range }) => (range.unit === "" ? [] : [range.unit])));
  if (units.size > 1 || (percent && units.size > 0)) return null;
  const said = fullerName(ranges.map(({ range }) => range.name));
  const name = said === "" && completion.test(around.name) ? around.name : said;
  if (isHalfProportional(ranges, name) || isOverProportional(ranges, name) || mixesPercents(ranges))
    return null;
  const measured = measuredBy(
    ranges.map(({ range }) => range),
    around,
    percent,
  );
  const judged = asking("points", judgedLabel(around), "分");
  const closed = settledEnds(ranges.map(({ range }) => ({ ...range, interval: scaled(range, percent) })));
  const bands: CriterionBand[] = [];
  const between: (Interval & { readonly clause: string })[] = [];
  for (const [index, { piece }] of ranges.entries()) {
    const stretch = closed[index];
    if (piece.statement.what.gives === "interpolated" && stretch !== undefined) {
      between.push({ ...stretch, clause: piece.clause });
      continue;
    }
    const interval = closed[index];
    const then =
      judgedPoints(piece, judged) ??
      pointsOf(piece, measured, around, [interval?.from ?? null, interval?.to ?? null]);
    if (then === null || interval === undefined) return null;
    bands.push({ ...interval, then, clause: piece.clause });
  }
  for (const one of between) {
    const line = interpolated(one, bands, measured, around.weight);
    if (line === null) return null;
    bands.push(line);
  }
  const isJudged = bands.some(({ then }) => isLeftToPerson(then));
  const sorted = tiers(withNone(bands, ranges, measured.name));
  if (!isSound(sorted) || !isWorth(sorted, around.weight)) return null;
  return {
    criterion: { kind: "bands", measure: measured.measure, percent, bands: sorted },
    asked: isJudged ? merged(measured.asked, judged.asked) : measured.asked,
  };
}

/** 超过150%的酌情扣分 beside stretches that are sure: only there a person says how many points. */
function judgedPoints(
  { statement: { what }, clause }: Piece,
  { key }: { readonly key: string },
): Points | null {
  return what.gives === "judged" || what.gives === "range"
    ? {
        criterion: {
          kind: "judgement",
          questions: [],
          judged: key,
          clauses: { full: clause, judged: clause },
        },
      }
    : null;
}

function isLeftToPerson(then: Points): boolean {
  return "criterion" in then && then.criterion.kind === "judgement";
}

const defect = /逾期|超[期支]|延[期迟误]|推迟|迟[报交到]|漏|差错|违规|投诉|信访|事故/u;

/** 逾期5日以内扣1分，5日以上扣2分: nothing is taken off where there is none of it. */
function withNone(
  bands: readonly CriterionBand[],
  ranges: readonly Ranged[],
  name: string,
): readonly CriterionBand[] {
  const cutsOnly = ranges.every(
    ({
      piece: {
        statement: { what },
      },
    }) => what.gives === "cut" || (what.gives === "share" && what.share === 0),
  );
  const lowest = bands.find(({ from, to }) => from === null && (to ?? 0) > 0);
  if (!cutsOnly || lowest === undefined || !defect.test(name)) return bands;
  const none: CriterionBand = {
    from: null,
    fromIncluded: false,
    to: 0,
    toIncluded: true,
    then: { share: 1 },
    clause: lowest.clause,
  };
  return [none, ...bands.map((band) => (band === lowest ? { ...band, from: 0, fromIncluded: false } : band))];
}

/** ≥95%得10分 of a row of 5分, or of 20分: in which points the bands are is not said. */
function isWorth(bands: readonly CriterionBand[], weight: number | null): boolean {
  const sure = bands.filter(({ then }) => !isLeftToPerson(then));
  if (sure.length === 0) return false;
  if (weight === null) return true;
  const most = Math.max(
    ...sure.map(({ then }) =>
      "points" in then ? then.points : "share" in then ? then.share * weight : weight,
    ),
  );
  return Math.abs(most - weight) < 1e-9;
}

/** "≤5%得2分…超过15%的扣2分": of what is taken off is not said. */
export function mixesCuts(pieces: readonly Piece[], { weight }: Around): boolean {
  const all = pieces.map(({ statement: { what } }) => what);
  return (
    all.some(({ gives }) => gives === "cut" || gives === "cutShare") &&
    all.some((what) => what.gives === "points" && what.points !== 0 && what.points !== weight)
  );
}

const completion = /^(?:完成率|执行率)$/u;
const byRate =
  /按照?(?:其|该)?(?:实际)?(?:指标|目标|任务)?(完成率|执行率)(?:计算|折算)?(?:得分|计分|记分|给分|评分)$/u;

/** 按比例计分 leaves open of what; 按完成率计分 beside stretches of 完成率 is the product of that rate. */
function isOpen({ clause, statement: { what } }: Piece, name: string): boolean {
  if (what.gives !== "proportion") return false;
  const rate = byRate.exec(clause)?.[1];
  return rate === undefined || !name.endsWith(rate);
}

/** 达到90%得满分，否则按比例得分: of 90 % or of 100 %? */
function isHalfProportional(ranges: readonly Ranged[], name: string): boolean {
  return (
    ranges.some(({ piece }) => isOpen(piece, name)) &&
    ranges.some(({ range: { interval } }) => interval.to === null && interval.from !== 1)
  );
}

/** ≤100%得满分，超过100%的按比例得分: beyond the bound the less the better, by what proportion is not said. */
function isOverProportional(ranges: readonly Ranged[], name: string): boolean {
  return ranges.some(
    ({ piece, range: { interval } }) =>
      isOpen(piece, name) && interval.to === null && (interval.from ?? 0) >= 1,
  );
}

/** A plain number beside percents is one only where it goes by the same name or none: 完成率100以上. */
function mixesPercents(ranges: readonly Ranged[]): boolean {
  const names = new Set(ranges.flatMap(({ range }) => (range.percent ? [range.name] : [])));
  const isPlain = ({ percent, interval: { from, to } }: RangeCondition): boolean =>
    !percent && ((from ?? 0) !== 0 || (to ?? 0) !== 0);
  return (
    names.size > 0 &&
    ranges.some(({ range }) => isPlain(range) && range.name !== "" && !names.has(range.name))
  );
}

/** "执行率80以上": percents without their sign. */
function isOutOf100(ranges: readonly Ranged[], around: Around): boolean {
  const bare = ranges.every(({ range: { percent, unit } }) => !percent && unit === "");
  const bounds = ranges.flatMap(({ range: { interval } }) => [interval.from, interval.to]);
  const name = fullerName(ranges.map(({ range }) => range.name));
  return (
    bare &&
    /[率度]$/u.test(name === "" ? around.name : name) &&
    bounds.every((bound) => bound === null || bound === 0 || Math.abs(bound) >= 10)
  );
}

/** A plain 0 goes with percents, and "100" beside "60%" is 100 %. */
function scaled({ interval, percent }: RangeCondition, all: boolean): Interval {
  if (percent || !all) return interval;
  const share = (value: number | null): number | null =>
    value === null || value === 0 ? value : Number(`${value}e-2`);
  return { ...interval, from: share(interval.from), to: share(interval.to) };
}

function measuredBy(ranges: readonly RangeCondition[], around: Around, percent: boolean): Measured {
  const name = fullerName(ranges.map((range) => range.name));
  const unit = ranges.find((range) => range.unit !== "")?.unit ?? "";
  const lowest = ranges.reduce((low, { interval }) => Math.min(low, interval.to ?? Infinity), Infinity);
  const absolute = ranges.some((range) => range.absolute);
  return measureOf(
    name,
    {
      percent,
      unit,
      absolute,
      interval: {
        from: null,
        fromIncluded: false,
        to: lowest === Infinity ? null : lowest,
        toIncluded: true,
      },
    },
    around,
  );
}

/** What a band gives: points, a share, what is left after a cut, or a formula of the same value. */
export function pointsOf(
  { statement: { what } }: Piece,
  measured: Measured | null,
  around: Around,
  bounds: readonly (number | null)[] = [],
): Points | null {
  switch (what.gives) {
    case "points":
      return { points: what.points };
    case "share":
      return { share: what.share };
    case "cut":
      return around.weight === null
        ? null
        : { points: Math.max(0, Number((around.weight - what.points).toFixed(6))) };
    case "cutShare":
      return { share: Number((1 - what.share).toFixed(6)) };
    case "formula":
    case "proportion": {
      const criterion = measured === null ? null : formulaPoints(what, measured, around, bounds);
      return criterion === null ? null : { criterion };
    }
    case "own":
      return { points: what.points };
    case "range":
    case "judged":
    case "pointsEach":
    case "interpolated":
      return null;
  }
}
