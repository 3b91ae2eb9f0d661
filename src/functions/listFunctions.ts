import { tidy } from "../quantity/tidy";
import { multiply, number, weight as weightNode } from "../criteria/expression/build";
import type { DeductedItem, PartExpression } from "../criteria/expression/expression";
import { pointsAt } from "../criteria/expression/evaluate";
import {
  blankForZero,
  cellsOf,
  computed,
  isBlank,
  isFunctionError,
  notAvailable,
  readEach,
  readNumberArgument,
  readWeight,
  shown,
  single,
  wrongValue,
  zeroForBlank,
  type Arguments,
  type Given,
  type FunctionError,
  type FunctionResult,
  type Scalar,
} from "./argument";

/** weight − Σ count × points, never below 0. */
export function evaluateDeductscore([weight, ...pairs]: Arguments): FunctionResult {
  const full = readWeight(weight);
  if (typeof full !== "number") return full;
  if (pairs.length === 0) return notAvailable("次数和每次扣分尚未填写。");
  if (pairs.length % 2 === 1) return wrongValue("次数和每次扣分应成对填写，最后一个次数没有每次扣分。");
  const units = ["", "次", "个", "项", "例", "笔"];
  const items: DeductedItem[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const nth = index / 2 + 1;
    const count = readNumberArgument(zeroForBlank(pairs[index]), `第${nth}个次数`, "不小于0的整数", units, 0);
    const each = blankForZero(pairs[index + 1]);
    const points = readNumberArgument(each, `第${nth}个每次扣分`, "大于0的数", ["", "分"], 0);
    if (typeof count !== "number") return count;
    if (typeof points !== "number") return points;
    if (!Number.isInteger(tidy(count))) return wrongValue(`第${nth}个次数是${count}，应为整数。`);
    items.push({ count: number(count), each: number(points), clause: "" });
  }
  return pointsAt({ op: "deduct", items, kept: null }, 0, full) ?? notAvailable("次数尚未填写。");
}

/** 是 and 不涉及 earn an item, 否 does not, a fraction earns its part. */
export function evaluateCheckscore([weight, answers, shares]: Arguments): FunctionResult {
  const full = readWeight(weight);
  if (typeof full !== "number") return full;
  const items = cellsOf(answers);
  return computed([readEach(items, readItem), readShares(shares, items.length, full)], (earned, parts) => {
    const of = earned.map((share, index): PartExpression => {
      return { share: parts[index] ?? 0, outOf: "own", of: multiply(number(share), weightNode) };
    });
    const points = pointsAt({ op: "parts", of, kept: null, sayShares: false }, 0, full);
    return points ?? notAvailable("答案尚未填写。");
  });
}

const answerShares: ReadonlyMap<string, number> = new Map([
  ["是", 1],
  ["否", 0],
  ["不涉及", 1],
]);

/** What an answer earns; undefined: it is none. */
function answerShare(value: Scalar): number | undefined {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" ? answerShares.get(value.trim()) : undefined;
}

function readItem(item: Scalar, nth: number): number | FunctionError {
  // A blank cell arrives as 0 on some platforms.
  if (isBlank(item) || item === 0)
    return notAvailable(`第${nth}项尚未回答，应为“是”“否”“不涉及”或大于0的完整度。`);
  const known = answerShare(item);
  if (known !== undefined) return known;
  const expected = "“是”“否”“不涉及”或大于0、不超过100%的完整度";
  const share = readNumberArgument(item, `第${nth}项`, expected, ["", "%"], 0);
  if (typeof share !== "number") return share;
  return share > 0 && tidy(share) <= 1
    ? Math.min(1, share)
    : wrongValue(`第${nth}项是${shown(item)}，应为${expected}。`);
}

/** Fractions or percents of the whole, or 分 that add up to the weight; equal when omitted. */
function readShares(argument: Given, count: number, weight: number): readonly number[] | FunctionError {
  const cells = cellsOf(argument);
  if (argument === undefined || argument === null || cells.every((cell) => isBlank(cell) || cell === 0))
    return Array<number>(count).fill(1);
  if (cells.length !== count) return wrongValue(`占比有${cells.length}个，应与答案一样是${count}个。`);
  const shares = readEach(cells, (cell, nth) => {
    const given = blankForZero(cell);
    const share = readNumberArgument(given, `第${nth}个占比`, "大于0的数，如0.3或“30%”", ["", "%", "分"], 0);
    return share === 0 ? wrongValue(`第${nth}个占比是0，应大于0。`) : share;
  });
  if (isFunctionError(shares)) return shares;
  const sum = tidy(shares.reduce((total, share) => total + share, 0));
  return [1, 100, tidy(weight)].includes(sum)
    ? shares
    : wrongValue(`占比合计是${sum}，应为100%（或与分值${weight}相同）。`);
}

/** All or nothing. */
export function evaluateMeetscore([met, weight]: Arguments): FunctionResult {
  const answer = single(met);
  if (isFunctionError(answer)) return wrongValue(`是否达标：${answer.message}`);
  if (isBlank(answer) || answer === 0) return notAvailable("是否达标尚未填写，应为“是”“否”或“不涉及”。");
  const share = answerShare(answer);
  if (share === undefined) return wrongValue(`是否达标是${shown(answer)}，应为“是”“否”或“不涉及”。`);
  const full = readWeight(weight);
  return typeof full === "number" ? share * full : full;
}
