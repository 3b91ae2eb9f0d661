import type { Interval } from "../../criteria/interval";
import { nameOf } from "../definitions";
import type { Formula } from "../formula";
import { measureOf, type Around, type Measured } from "../measures";

/** 考核得分/100, 办件量/1000: the figure, and what it is at its best. */
export function fullFigure(
  formula: Formula,
): { readonly figure: Extract<Formula, { of: "name" }>; readonly full: number } | null {
  if (formula.of === "number" || formula.of === "weight" || formula.of === "name") return null;
  const { left, right } = formula;
  if (formula.of === "/" && left.of === "name" && right.of === "number" && right.unit !== "%")
    return right.value >= 10 ? { figure: left, full: right.value } : null;
  return fullFigure(left) ?? fullFigure(right);
}

/** 85 of 100: in points or in things, no rate. */
export function outOfFull(figure: Extract<Formula, { of: "name" }>, around: Around): Measured | null {
  const name = nameOf(figure, around.text);
  const unit = /(?:分|分数|成绩|度)$/u.test(name) ? "分" : /人[数次]$/u.test(name) ? "人" : "个";
  // Of money it is not said in which unit it is divided.
  if (unit === "个" && !/[数量次]$/u.test(name)) return null;
  const interval: Interval = { from: 0, fromIncluded: true, to: null, toIncluded: false };
  return measureOf(name, { percent: false, unit, absolute: false, interval }, around);
}
