import { readPlainNumber } from "../quantity/plainNumber";
import { pointsAt } from "../criteria/expression/evaluate";
import { officialScale } from "../criteria/kinds/completion";
import { levelPoints, tierLevels } from "../criteria/kinds/levels";
import { ratePoints } from "../criteria/kinds/ratio";
import { steppedScale } from "../criteria/kinds/stepped";
import type { Interval } from "../criteria/interval";
import { gradeOf, hundredGrades } from "../criteria/grade";
import { parseInterval } from "../criteria/parseInterval";
import {
  blankForZero,
  computed,
  isBlank,
  isFunctionError,
  notAvailable,
  readNumberArgument,
  readRate,
  readWeight,
  shown,
  single,
  wrongValue,
  type Arguments,
  type Given,
  type FunctionError,
  type FunctionResult,
  type Scalar,
} from "./argument";

const unknown = notAvailable("参数尚未填写。");
const rated = ratePoints(false);

/** 完成率计分 in 分. */
export function evaluateCompletionscore([rate, weight]: Arguments): FunctionResult {
  const value = readRate(rate, "完成率", "不小于0的百分比，如0.9657或“96.57%”", 0);
  return computed(
    [value, readWeight(weight)],
    (measured, full) => pointsAt(officialScale, measured, full) ?? unknown,
  );
}

/** rate × weight in 分, from 0 to the weight. */
export function evaluateRatescore([rate, weight]: Arguments): FunctionResult {
  return computed(
    [readRate(rate, "比率"), readWeight(weight)],
    (value, full) => pointsAt(rated, value, full) ?? unknown,
  );
}

/** Points of a qualitative tier in 分. */
export function evaluateTierscore([tier, share, weight]: Arguments): FunctionResult {
  const name = single(tier);
  if (isFunctionError(name)) return wrongValue(`档次：${name.message}`);
  if (isBlank(name) || name === 0) return notAvailable("档次尚未填写，应为“达成”“部分达成”或“未达成”。");
  if (typeof name !== "string") return wrongValue(`档次是${shown(name)}，应为“达成”“部分达成”或“未达成”。`);
  // Where the level does not reach down to 0, that is a blank cell.
  const given = "problem" in levelPoints(tierLevels, name, 0, 1) ? blankForZero(share) : share;
  return computed([readRate(given, "档内比例"), readWeight(weight)], (part, full) => {
    const result = levelPoints(tierLevels, name, part, full);
    return "problem" in result ? wrongValue(result.problem) : result.points;
  });
}

/** weight − points for every step above `from`, never below 0. */
export function evaluateStepscore([value, weight, step, points, from, rounding]: Arguments): FunctionResult {
  const read = [
    readStepValue(value),
    readWeight(weight),
    readNumberArgument(blankForZero(step), "每档幅度", "大于0的数，如0.05或“5%”", ["", "%"]),
    readNumberArgument(blankForZero(points), "每档扣分", "大于0的数", ["", "分"], 0),
    isBlank(orNull(from)) ? 0 : readNumberArgument(from, "起扣点", "数或百分比", ["", "%"]),
    readRounding(rounding),
  ] as const;
  return computed(read, (measured, full, size, each, start, way) => {
    if (size <= 0) return wrongValue(`每档幅度是${size}，应为大于0的数，如0.05或“5%”。`);
    const terms = { direction: "above", from: start, step: size, each: { points: each } } as const;
    const scale = steppedScale({ ...terms, rounding: way, clauses: { kept: "", lost: "" } });
    return pointsAt(scale, measured, full) ?? notAvailable("数值是一个跨了几档的范围，应填准确的数。");
  });
}

function orNull(argument: Given): Scalar {
  const value = single(argument);
  return isFunctionError(value) ? "?" : value;
}

function readStepValue(argument: Given): number | Interval | FunctionError {
  const value = single(argument);
  const isNumber = isFunctionError(value) || readPlainNumber(value) !== null;
  const stretch = isNumber || typeof value !== "string" ? null : parseInterval(value);
  return stretch?.interval ?? readRate(argument, "数值");
}

function readRounding(argument: Given): "floor" | "ceiling" | FunctionError {
  const value = orNull(argument);
  if (isBlank(value) || value === 0) return "floor";
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  return word === "floor" || word === "ceiling"
    ? word
    : wrongValue(`取整方式是${shown(value)}，应为"floor"（满一档才扣）或"ceiling"（不足一档按一档扣）。`);
}

/** 优良中差 of a total up to 100. A total of 0 is a blank cell; "0分" is one of nothing. */
export function evaluateGrade([total]: Arguments): FunctionResult {
  const value = readNumberArgument(blankForZero(total), "总分", "0到100的数", ["", "分"], 0, 100);
  return typeof value === "number" ? (gradeOf(value, hundredGrades) ?? "") : value;
}
