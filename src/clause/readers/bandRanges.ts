import type { Interval } from "../../criteria/interval";
import { labelWords } from "../built";
import { isOfOtherYear } from "../leaning";
import type { Around } from "../measures";
import type { Piece } from "../pieces";
import type { RangeCondition } from "../readCondition";
import { isNarrower, sameMeasure } from "../sameMeasure";
import { falling, isRateItself, reachesTarget } from "./toTarget";

export interface Ranged {
  readonly piece: Piece;
  readonly range: RangeCondition;
}

/** Every piece a stretch of the same value; 否则 is what the one other leaves. */
export function rangesOf(pieces: readonly Piece[], around: Around): readonly Ranged[] | null {
  const found: Ranged[] = [];
  for (const piece of pieces) {
    const { condition } = piece;
    if (piece.each !== null) return null;
    const range = condition.of === "range" ? condition : impliedRange(piece, pieces, around);
    if (range !== null) found.push({ piece, range: ofTarget(range) });
    else if (condition.of === "else" && found.length > 0) {
      // 100%公开的得满分，否则不得分: all or nothing, also by 是 or 否.
      if (found.length === 1 && piece.statement.what.gives === "share" && piece.statement.what.share === 0)
        return null;
      const isLine = piece.statement.what.gives === "interpolated";
      const rest = (isLine ? middle : complement)(found.map(({ range }) => range));
      if (rest === null) return null;
      found.push({ piece, range: rest });
    } else return null;
  }
  const [first] = found;
  if (first === undefined) return null;
  const absolute = found.some(({ range }) => range.absolute);
  const named = found.every(({ range }, index) =>
    found.slice(0, index).every((other) => sameMeasure(other.range.name, range.name, around)),
  );
  const bare = found.findIndex(({ range }) => range.name !== "");
  if (found.some(({ range }) => bare > 0 && isNarrower(range.name, around))) return null;
  // Another value than what stands before it: ＞15% of 较上年提高.
  const ofOther = found.map(({ range }) => isOfOtherYear(range.name));
  if (!named || (ofOther.includes(true) && ofOther[0] === false)) return null;
  return found.map(({ piece, range }) => ({ piece, range: { ...range, absolute } }));
}

/** Words that stand for a number beside the others: 没有的 is 0, 达到目标值 is 100 % of it. */
function impliedRange(piece: Piece, pieces: readonly Piece[], around: Around): RangeCondition | null {
  const other = pieces.flatMap(({ condition }) => (condition.of === "range" ? [condition] : [])).at(0);
  if (other === undefined) return null;
  const ends = { absolute: false, marked: { from: true, to: true }, soft: false } as const;
  if (other.unit !== "" && isNone(piece, pieces)) {
    const interval: Interval = { from: 0, fromIncluded: true, to: 0, toIncluded: true };
    return { of: "range", name: "", interval, percent: false, unit: other.unit, ...ends };
  }
  if (other.percent && /^(?:负增长|为负)$/u.test(labelWords(piece.words))) {
    const interval: Interval = { from: null, fromIncluded: false, to: 0, toIncluded: false };
    return { of: "range", name: "", interval, percent: true, unit: "", ...ends };
  }
  const isReached = reachesTarget(piece) || bareReached.test(labelWords(piece.words));
  const isOfIt = isOfTarget(other) || (isShareOfTarget(other, around) && !isRateItself(piece, around));
  if (!other.percent || !isReached || !isOfIt) return null;
  const interval: Interval = { from: 1, fromIncluded: true, to: null, toIncluded: false };
  return { of: "range", name: "完成率", interval, percent: true, unit: "", ...ends };
}

/** 达到得20分，90%以上得15分 beside a target. */
const bareReached = /^(?:达到|完成|达标|达成|实现)$/u;

/** 90%以上 of 修路 that has a target is of that one; of 优良率 it may be the rate itself, of 成本 the less is better. */
function isShareOfTarget({ name }: RangeCondition, { hasTarget = false, name: own }: Around): boolean {
  if (!hasTarget || falling.test(own)) return false;
  const isRate = /[率度例重比]$/u.test(own.replace(/\([^()]*\)$/u, ""));
  return completion.test(name) || (name === "" && own !== "" && !isRate);
}

const completion = /^(?:实际)?完成(?:率|比例)$/u;

/** 没有的; 未完成 beside 完成调研报告4篇. */
function isNone({ words, statement: { what } }: Piece, pieces: readonly Piece[]): boolean {
  const said = labelWords(words);
  if (/^(?:没有|无|未有)$/u.test(said)) return true;
  const [, deed = ""] = /^(?:未|没有)([\u4e00-\u9fff]{2})$/u.exec(said) ?? [];
  return (
    deed !== "" &&
    what.gives === "share" &&
    what.share === 0 &&
    pieces.some((one) => one.condition.of === "range" && one.condition.name.includes(deed))
  );
}

const ofTargetWords =
  /^(?:实际)?(?:完成|达到)(?:年度|年初|计划)?(?:指标|目标|计划|任务)?(?:值|数|任务|量)?的?$/u;

/** 完成指标值80%以上: a share of the target. */
function isOfTarget({ name, percent }: RangeCondition): boolean {
  return percent && ofTargetWords.test(name);
}

function ofTarget(range: RangeCondition): RangeCondition {
  return isOfTarget(range) ? { ...range, name: "完成率" } : range;
}

/** 其他情况: what lies beyond stretches that reach one end. */
function complement(ranges: readonly RangeCondition[]): RangeCondition | null {
  const [first] = ranges;
  if (first === undefined) return null;
  const ends = { soft: false, marked: { from: true, to: true } };
  if (ranges.every(({ interval }) => interval.from !== null || interval.to === null)) {
    const lowest = ranges.reduce(
      (low, one) => ((one.interval.from ?? 0) < (low.interval.from ?? 0) ? one : low),
      first,
    );
    const { from, fromIncluded } = lowest.interval;
    if (from === null || ranges.every(({ interval }) => interval.to !== null)) {
      // Stretches closed above leave both sides open; only 100% and the like have one side.
      if (from === null || !ranges.some(({ interval, percent }) => percent && interval.to === 1)) return null;
    }
    return {
      ...first,
      ...ends,
      interval: { from: null, fromIncluded: false, to: from, toIncluded: !fromIncluded },
    };
  }
  if (ranges.every(({ interval }) => interval.to !== null)) {
    const highest = ranges.reduce(
      (high, one) => ((one.interval.to ?? 0) > (high.interval.to ?? 0) ? one : high),
      first,
    );
    const { to, toIncluded } = highest.interval;
    return {
      ...first,
      ...ends,
      interval: { from: to, fromIncluded: !toIncluded, to: null, toIncluded: false },
    };
  }
  return null;
}

/** 其余按插值法: what lies between two stretches that reach both ends. */
function middle(ranges: readonly RangeCondition[]): RangeCondition | null {
  const low = ranges.find(({ interval }) => interval.from === null);
  const high = ranges.find(({ interval }) => interval.to === null);
  return low === undefined || high === undefined || ranges.length > 2
    ? null
    : {
        ...low,
        interval: { from: low.interval.to, fromIncluded: false, to: high.interval.from, toIncluded: false },
      };
}
