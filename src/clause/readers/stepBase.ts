import type { SteppedCriterion } from "../../criteria/criterion";
import { asking } from "../built";
import { figureMeasure, measureOf, type Around, type Measured } from "../measures";
import type { Piece } from "../pieces";
import { isTarget } from "../readCondition";
import { isWhole } from "./formula";
import type { Start } from "./stepFloor";
import { isRateItself, reachesTarget, targetRate } from "./toTarget";

export interface Base {
  readonly piece: Piece | null;
  readonly condition: Piece["condition"];
}

/** The statement that gives full marks: with a bound, against a target or another figure. */
export function baseOf(pieces: readonly Piece[], step: Piece, around: Around): Base | null {
  const wholes = pieces.filter(
    (piece) => piece.each === null && isWhole(piece, around.weight) && piece.condition.of !== "else",
  );
  const [only] = wholes;
  if (wholes.length === 0) return missedBase(step) ?? ownTargetBase(pieces, step, around);
  if (wholes.length !== 1 || only === undefined) return null;
  return { piece: only, condition: only.condition };
}

/** 低于95%的，每低1个百分点扣P: what is not below it keeps full marks. */
function missedBase({ condition, each }: Piece): Base | null {
  if (condition.of !== "range" || each === null || each.unit !== "%") return null;
  const { from, fromIncluded, to, toIncluded } = condition.interval;
  const interval =
    from === null && to !== null
      ? { from: to, fromIncluded: !toIncluded, to: null, toIncluded: false }
      : to === null && from !== null
        ? { from: null, fromIncluded: false, to: from, toIncluded: !fromIncluded }
        : null;
  return interval === null ? null : { piece: null, condition: { ...condition, interval } };
}

const belowOwn =
  /^[,的]?(?:每)?(?:低于?|少于?|不足|未达到?)(?:(?:年度|年初|预期|绩效|设定)*(?:目标|指标)值?)?的?[,的]?$/u;

/** 每低1个百分点扣P, and nothing else beside the row's own target: whoever reached it keeps full marks. */
function ownTargetBase(pieces: readonly Piece[], step: Piece, around: Around): Base | null {
  const { each, condition, clause } = step;
  const ofTarget = around.hasTarget === true && (around.target ?? null) === null;
  if (!ofTarget || each?.unit !== "%" || each.lead.length > 0 || pieces.length > 1) return null;
  if (/完成(?:率|度|比例|比率)/u.test(around.text) || condition.of !== "words") return null;
  return belowOwn.test(each.words) && /百分点/u.test(clause) && each.bounds === undefined
    ? { piece: null, condition: { of: "words", text: "" } }
    : null;
}

export function startOf({ piece, condition }: Base, step: Piece, around: Around): Start | null {
  if (condition.of === "range") {
    const { interval, percent } = condition;
    const { from, to } = interval;
    const bound = from ?? to;
    if (bound === null) return null;
    // A bound by the target's words: 满意度指标值为≥90%.
    const absolute = condition.absolute || step.clause.includes("绝对值");
    const measured = measureOf(
      isTarget(condition.name) ? "" : condition.name,
      { ...condition, absolute },
      around,
    );
    const isPercent = percent || (condition.unit === "" && bound <= 10);
    // 95%-105%之间: of both ends.
    const both = from !== null && to !== null && from < to ? { upTo: to } : {};
    return { from: bound, measured, percent: isPercent, interval, ...both };
  }
  if (piece === null && condition.of === "words") return targetStart(around);
  if (piece !== null && reachesTarget(piece)) {
    const isKnown = (around.target ?? null) !== null || around.hasTarget === true;
    return !isKnown && isRateItself(piece, around) ? null : targetStart(around);
  }
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

/**
 * 达到目标值得满分，每低1个百分点扣P, beside the row's own target: 40 % of 50 % is 80 % of the target and yet ten points
 * below it, so that the points themselves are counted. null: it is of the 完成率, or not beside a target.
 */
export function belowTarget(
  { piece, condition }: Base,
  { clause }: Piece,
  criterion: SteppedCriterion,
  around: Around,
): (Pick<Measured, "asked"> & { readonly criterion: SteppedCriterion }) | null {
  const ofTarget = around.hasTarget === true && (around.target ?? null) === null;
  const isOfTarget = piece === null ? condition.of === "words" : reachesTarget(piece);
  if (!ofTarget || !isOfTarget || criterion.direction !== "below") return null;
  if (!/百分点/u.test(clause) || /完成(?:率|度|比例|比率)/u.test(around.text)) return null;
  const { key, asked } = asking("figure", `${around.name}低于目标值`, "个百分点");
  const step = Number((criterion.step * 100).toFixed(9));
  const counted = { of: "fact", key } as const;
  return {
    criterion: { ...criterion, measure: counted, direction: "above", from: 0, step, percent: false },
    asked,
  };
}
