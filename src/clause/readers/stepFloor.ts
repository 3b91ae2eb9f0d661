import type { Interval } from "../../criteria/interval";
import type { Around, Measured } from "../measures";
import type { Piece } from "../pieces";
import type { RangeCondition } from "../readCondition";
import { sameMeasure } from "../sameMeasure";

/** Where the steps begin, and of what. */
export interface Start {
  readonly from: number;
  readonly measured: Measured;
  readonly percent: boolean;
  readonly interval: RangeCondition["interval"] | null;
  /** 95%-105%之间得满分: nothing is lost from `from` to here. */
  readonly upTo?: number;
}

export interface Floor {
  readonly bound: number;
  /** 减至60%及以下: the bound itself is beyond it. */
  readonly interval: Interval;
  readonly isIn: boolean;
  readonly piece: Piece;
}

/** undefined: something is left that is no floor. */
export function floorOf(
  rest: readonly Piece[],
  start: Start,
  direction: string,
  around: Around,
): Floor | null | undefined {
  const [piece, ...more] = rest;
  if (piece === undefined) return null;
  const { what } = piece.statement;
  const isNothing =
    (what.gives === "share" && what.share === 0) || (what.gives === "cut" && what.points === around.weight);
  if (more.length > 0 || piece.condition.of !== "range" || !isNothing) return undefined;
  // ≤5%得满分, 超过20个百分点的不得分: of 20 % or of 25 %?
  if (isEitherWay(piece.condition, start)) return undefined;
  const { interval, name } = relative(piece.condition, start, direction);
  if (!sameMeasure(name, start.measured.name, around)) return undefined;
  const { from, to } = interval;
  // The bound itself still counts its steps: 低于60%不得分.
  if (direction === "below" && from === null && to !== null && to < start.from)
    return { bound: to, interval, isIn: interval.toIncluded, piece };
  if (direction === "above" && to === null && from !== null && from > start.from)
    return { bound: from, interval, isIn: interval.fromIncluded, piece };
  return undefined;
}

/**
 * 80%（含）-95%每低1%扣P，80%以下不得分: the stretch of the steps says whose the bound is, where the floor only says 以下.
 * undefined: both say that it is theirs.
 */
export function besideSteps(
  floor: Floor | null,
  { condition }: Piece,
  direction: string,
): Floor | null | undefined {
  if (floor?.isIn !== true || condition.of !== "range") return floor;
  const { from, fromIncluded, to, toIncluded } = condition.interval;
  const isTheirs =
    direction === "below" ? from === floor.bound && fromIncluded : to === floor.bound && toIncluded;
  if (!isTheirs) return floor;
  const { condition: said } = floor.piece;
  return said.of === "range" && said.soft ? { ...floor, isIn: false } : undefined;
}

function isEitherWay({ distance, interval, name }: RangeCondition, { from }: Start): boolean {
  return distance === true && name === "" && from > 0 && (interval.from ?? interval.to ?? 0) > from;
}

/** 每下降1%扣P，下降超过3个百分点的不得分: so far from where the steps begin. */
function relative(range: RangeCondition, { from, percent }: Start, direction: string): RangeCondition {
  const words = direction === "below" ? /^(?:下降|降低|减少)$/u : /^(?:上升|增加|增长|提高)$/u;
  const { fromIncluded, to } = range.interval;
  const isFar =
    words.test(range.name) || (range.distance === true && range.name === "" && direction === "above");
  if (!range.percent || !percent || !isFar || to !== null) return range;
  const far = range.interval.from ?? 0;
  const interval =
    direction === "below"
      ? { from: null, fromIncluded: false, to: Number((from - far).toFixed(9)), toIncluded: fromIncluded }
      : { from: Number((from + far).toFixed(9)), fromIncluded, to: null, toIncluded: false };
  return { ...range, name: "", interval };
}
