import type { SteppedCriterion } from "../../criteria/criterion";
import type { Choice } from "../../criteria/choices";
import { merged, type Built } from "../built";
import { figureMeasure, measureOf, sameMeasure, type Around, type Measured } from "../measures";
import { isWhole } from "./formula";
import { reachesTarget, targetRate } from "./toTarget";
import type { Piece } from "../pieces";
import { isTarget, type RangeCondition } from "../readCondition";

/** G2: 达标条件得F；每超/低/降S扣P，扣完为止; a floor 低于60%不得分. */
export function steppedOf(pieces: readonly Piece[], around: Around): Built | null {
  const steps = pieces.filter(({ each }) => each !== null && isStep(each.unit, pieces));
  const [step] = steps;
  if (step?.each === undefined || step.each === null || steps.length > 1) return null;
  const { each } = step;
  const base = baseOf(pieces, around);
  if (base === null) return null;
  const rest = pieces.filter((piece) => piece !== step && piece !== base.piece);
  const start = startOf(base, around);
  if (start === null) return null;
  const direction = each.direction ?? sideOf(base, step);
  if (direction === null) return null;
  const floor = floorOf(rest, start, direction);
  if (floor === undefined || !leadFits(step, start, direction, floor?.bound ?? null)) return null;
  const price = step.statement.what;
  if (price.gives !== "cut" && price.gives !== "cutShare") return null;
  const criterion: SteppedCriterion = {
    kind: "stepped",
    measure: start.measured.measure,
    direction,
    from: start.from,
    step: each.size,
    each: price.gives === "cut" ? { points: price.points } : { share: price.share },
    rounding: begunStep,
    ...(floor === null ? {} : { nothingBeyond: floor.bound }),
    ...(start.percent ? {} : { percent: false as const }),
    clauses: {
      kept: base.piece?.clause ?? step.clause,
      lost: step.clause,
      ...(floor === null ? {} : { nothing: floor.piece.clause }),
    },
  };
  const settings = begunSetting(step.clause);
  return { criterion, asked: merged(start.measured.asked, { asks: [], questions: [], settings }) };
}

export const begunStep: Choice<"floor" | "ceiling"> = {
  setting: "begunStep",
  options: { floor: "floor", ceiling: "ceiling" },
};

export function begunSetting(clause: string): Built["asked"]["settings"] {
  return {
    begunStep: {
      title: "不足一步的部分",
      clause,
      options: { floor: "满一步才扣", ceiling: "不足一步按一步扣" },
    },
  };
}

const timeUnits = /^(?:天|日|工作日|自然日|个月|小时|分钟)$/u;

/** Percents, or days and the like over a bound of such days; other things are counted one by one. */
function isStep(unit: string, pieces: readonly Piece[]): boolean {
  if (unit === "%") return true;
  return (
    timeUnits.test(unit) &&
    pieces.some(
      ({ each, condition }) => each === null && condition.of === "range" && sameTime(condition.unit, unit),
    )
  );
}

function sameTime(one: string, other: string): boolean {
  const day = (unit: string): string => (unit === "天" || unit === "自然日" ? "日" : unit);
  return day(one) === day(other);
}

interface Base {
  readonly piece: Piece | null;
  readonly condition: Piece["condition"];
}

/** The statement that gives full marks: with a bound, against a target or another figure. */
function baseOf(pieces: readonly Piece[], around: Around): Base | null {
  const wholes = pieces.filter(
    (piece) => piece.each === null && isWhole(piece, around.weight) && piece.condition.of !== "else",
  );
  const [only] = wholes;
  if (wholes.length !== 1 || only === undefined) return null;
  return { piece: only, condition: only.condition };
}

interface Start {
  readonly from: number;
  readonly measured: Measured;
  readonly percent: boolean;
  readonly interval: RangeCondition["interval"] | null;
}

function startOf({ piece, condition }: Base, around: Around): Start | null {
  if (condition.of === "range") {
    const { interval, percent } = condition;
    const { from, to } = interval;
    const bound = from === to ? from : from === null ? to : to === null ? from : null;
    if (bound === null) return null;
    // A bound by the target's words: 满意度指标值为≥90%.
    const measured = measureOf(isTarget(condition.name) ? "" : condition.name, condition, around);
    return { from: bound, measured, percent: percent || (condition.unit === "" && bound <= 10), interval };
  }
  if (piece !== null && reachesTarget(piece)) return targetStart(around);
  if (condition.of !== "against" || isTarget(condition.other)) return null;
  const excess = figureMeasure(condition.name, condition.other, around);
  return excess === null
    ? null
    : {
        from: 0,
        measured: excess,
        percent: true,
        interval: { from: null, fromIncluded: false, to: 0, toIncluded: true },
      };
}

/** 达到目标值: a printed target is the bound; else the target is asked. */
function targetStart(around: Around): Start | null {
  const printed = around.target ?? null;
  if (printed !== null) {
    const { interval } = printed;
    const bound = interval.from ?? interval.to;
    if (bound === null) return null;
    const measured = measureOf(printed.name, printed, around);
    return { from: bound, measured, percent: printed.percent, interval };
  }
  return {
    from: 1,
    measured: targetRate(),
    percent: true,
    interval: { from: 1, fromIncluded: true, to: null, toIncluded: false },
  };
}

/** Without a word for it, the side that the bound leaves. */
function sideOf({ condition }: Base, step: Piece): "above" | "below" | null {
  if (step.condition.of === "range") {
    if (step.condition.interval.from !== null && step.condition.interval.to === null) return "above";
    if (step.condition.interval.to !== null && step.condition.interval.from === null) return "below";
  }
  if (condition.of !== "range") return null;
  const { from, to } = condition.interval;
  if (from === null && to !== null) return "above";
  return to === null && from !== null ? "below" : null;
}

/** 高于10%的，每高出…: the lead says the same bound, or only that the bound is missed. */
function leadFits(step: Piece, start: Start, direction: string, end: number | null): boolean {
  const { condition, each } = step;
  const side = start.interval;
  if (side !== null && side.from !== side.to) {
    // Points may only be lost on the side that the bound leaves.
    if (direction === "above" && side.to === null) return false;
    if (direction === "below" && side.from === null) return false;
    if (direction === "both" && !isAbsolute(start)) return false;
  }
  switch (condition.of) {
    case "range": {
      const { interval, name } = condition;
      if (!sameMeasure(name, start.measured.name)) return false;
      const [bound, far] =
        direction === "below" ? [interval.to, interval.from] : [interval.from, interval.to];
      // 低于95%但不低于75%的: down to the floor that is printed beside it.
      return bound === start.from && (far === null || far === end);
    }
    case "against":
      return isTarget(condition.other) || condition.sign === ">" || condition.sign === "<";
    case "else":
      return true;
    case "words":
      return (
        each === null ||
        each.lead.length === 0 ||
        /^(?:如|若|对)?(?:未达到?|未达标|未完成|没有达到|不足|超出|超过|低于|高于|不达标|未达到?(?:目标值?|指标值|标准|要求|的))[^，,;]{0,12}$/u.test(
          condition.text,
        ) ||
        /与(?:目标|计划|标准)[^，,;]{0,4}(?:相比|比)?$/u.test(condition.text)
      );
  }
}

function isAbsolute({ measured: { measure } }: Start): boolean {
  return "absolute" in measure;
}

/** undefined: something is left that is no floor. */
function floorOf(
  rest: readonly Piece[],
  start: Start,
  direction: string,
): { readonly bound: number; readonly piece: Piece } | null | undefined {
  const [piece, ...more] = rest;
  if (piece === undefined) return null;
  const { what } = piece.statement;
  if (more.length > 0 || piece.condition.of !== "range" || what.gives !== "share" || what.share !== 0)
    return undefined;
  const { interval, name } = relative(piece.condition, start, direction);
  if (!sameMeasure(name, start.measured.name)) return undefined;
  // The bound itself still counts its steps: 低于60%不得分.
  if (
    direction === "below" &&
    interval.from === null &&
    interval.to !== null &&
    !interval.toIncluded &&
    interval.to < start.from
  )
    return { bound: interval.to, piece };
  if (
    direction === "above" &&
    interval.to === null &&
    interval.from !== null &&
    !interval.fromIncluded &&
    interval.from > start.from
  )
    return { bound: interval.from, piece };
  return undefined;
}

/** 每下降1%扣P，下降超过3个百分点的不得分: so far from where the steps begin. */
function relative(range: RangeCondition, { from, percent }: Start, direction: string): RangeCondition {
  const words = direction === "below" ? /^(?:下降|降低|减少)$/u : /^(?:上升|增加|增长|提高)$/u;
  const { fromIncluded, to } = range.interval;
  if (range.unit !== "百分点" || !percent || !words.test(range.name) || to !== null) return range;
  const far = Number(`${range.interval.from ?? 0}e-2`);
  const interval =
    direction === "below"
      ? { from: null, fromIncluded: false, to: Number((from - far).toFixed(9)), toIncluded: fromIncluded }
      : { from: Number((from + far).toFixed(9)), fromIncluded, to: null, toIncluded: false };
  return { ...range, name: "", interval };
}
