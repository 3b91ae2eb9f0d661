import type { SteppedCriterion } from "../../criteria/criterion";
import type { Choice } from "../../criteria/choices";
import { merged, type Built } from "../built";
import { figureMeasure, measureOf, ratioOf, sameMeasure, type Around, type Measured } from "../measures";
import { isWhole } from "./formula";
import type { Piece } from "../pieces";
import { isTarget, type RangeCondition } from "../readCondition";

/** G2: 达标条件得F；每超/低/降S扣P，扣完为止; a floor 低于60%不得分. */
export function steppedOf(pieces: readonly Piece[], around: Around): Built | null {
  const steps = pieces.filter(({ each }) => each !== null && isStep(each, pieces));
  const [step] = steps;
  if (step?.each === undefined || step.each === null || steps.length > 1) return null;
  const { each } = step;
  const base = baseOf(pieces, around);
  if (base === null) return null;
  const rest = pieces.filter((piece) => piece !== step && piece !== base.piece);
  const start = startOf(base, around);
  if (start === null) return null;
  const direction = each.direction ?? sideOf(base, step);
  if (direction === null || !leadFits(step, start, direction)) return null;
  const floor = floorOf(rest, start, direction);
  if (floor === undefined) return null;
  const begun = begunOf(step, pieces);
  if (begun === undefined) return null;
  const price = step.statement.what;
  if (price.gives !== "cut" && price.gives !== "cutShare") return null;
  const criterion: SteppedCriterion = {
    kind: "stepped",
    measure: start.measured.measure,
    direction,
    from: start.from,
    step: each.size,
    each: price.gives === "cut" ? { points: price.points } : { share: price.share },
    rounding: begun ?? begunStep,
    ...(floor === null ? {} : { nothingBeyond: floor.bound }),
    ...(start.percent ? {} : { percent: false as const }),
    clauses: {
      kept: base.piece?.clause ?? step.clause,
      lost: step.clause,
      ...(floor === null ? {} : { nothing: floor.piece.clause }),
    },
  };
  const begunStepSetting = {
    title: "不足一步的部分",
    clause: step.clause,
    options: { floor: "满一步才扣", ceiling: "不足一步按一步扣" },
  };
  const settings = begun === null ? { begunStep: begunStepSetting } : {};
  return { criterion, asked: merged(start.measured.asked, { asks: [], questions: [], settings }) };
}

const begunStep: Choice<"floor" | "ceiling"> = {
  setting: "begunStep",
  options: { floor: "floor", ceiling: "ceiling" },
};

/** What the clause says of a begun step; null: nothing, undefined: of another step than this one. */
function begunOf(step: Piece, pieces: readonly Piece[]): "floor" | "ceiling" | null | undefined {
  if (pieces.some((piece) => piece !== step && piece.statement.begun !== undefined)) return undefined;
  const { begun } = step.statement;
  if (begun === undefined) return null;
  if (begun.size !== step.each?.size || !sameTime(begun.unit, step.each.unit)) return undefined;
  return begun.counts ? "ceiling" : "floor";
}

const timeUnits = /^(?:天|日|工作日|自然日|个月)$/u;
const onlySide = /^(?:超[过出]?|高[于出]?|多[于出]?|增加|低于?|[减缺]?少|降低|相?差|偏[离差])$/u;

/** Percents, or days and 人 over a bound of such; other things are counted one by one: 每发现1处. */
function isStep({ unit, words }: NonNullable<Piece["each"]>, pieces: readonly Piece[]): boolean {
  if (unit === "%") return true;
  return (
    (timeUnits.test(unit) || onlySide.test(words)) &&
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

function startOf({ condition }: Base, around: Around): Start | null {
  if (condition.of === "range") {
    const { interval, percent } = condition;
    const { from, to } = interval;
    const bound = from === to ? from : from === null ? to : to === null ? from : null;
    if (bound === null) return null;
    // A bound by the target's words: 满意度指标值为≥90%.
    const measured = measureOf(isTarget(condition.name) ? "" : condition.name, condition, around);
    return { from: bound, measured, percent: percent || (condition.unit === "" && bound <= 10), interval };
  }
  if (condition.of !== "against") return null;
  if (isTarget(condition.other)) return targetStart(condition.sign, around);
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
function targetStart(sign: string, around: Around): Start | null {
  const printed = around.target ?? null;
  if (printed !== null) {
    const { interval } = printed;
    const bound = interval.from ?? interval.to;
    if (bound === null) return null;
    const measured = measureOf(printed.name, printed, around);
    return { from: bound, measured, percent: printed.percent, interval };
  }
  if (sign !== "≥" && sign !== "=") return null;
  const measured = ratioOf({ part: "实际完成值", whole: ["目标值"], excess: false }, "完成率");
  return {
    from: 1,
    measured,
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
function leadFits(step: Piece, start: Start, direction: string): boolean {
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
      const bound = direction === "below" ? interval.to : interval.from;
      return bound === start.from && (direction === "below" ? interval.from === null : interval.to === null);
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
  const { interval, name } = piece.condition;
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
