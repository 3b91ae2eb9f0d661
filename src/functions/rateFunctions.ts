import { quotient } from "../criteria/expression/intervals";
import { executionRate } from "../criteria/expression/mean";
import { completionRate } from "../criteria/completionRate";
import {
  cellsOf,
  computed,
  isBlank,
  isFunctionError,
  notAvailable,
  readEach,
  readNumberArgument,
  readRate,
  shown,
  single,
  wrongValue,
  zeroForBlank,
  type Arguments,
  type FunctionError,
  type FunctionResult,
  type Given,
  type Scalar,
} from "./argument";

/** 年度平均执行率: Σ min(rate, 100 %) ÷ months. */
export function evaluateExecrate([rates, months]: Arguments): FunctionResult {
  const cells = cellsOf(rates);
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.every((cell) => cell === 0))
    return notAvailable("各月执行率尚未填写，应为百分比，如0.9983或“99.83%”。");
  const read = readEach(filled, (cell, nth) => {
    const rate = readRate(cell, `第${nth}个执行率`);
    return typeof rate === "number" && rate < 0
      ? wrongValue(`第${nth}个执行率是${shown(cell)}，应不小于0。`)
      : rate;
  });
  if (isFunctionError(read)) return read;
  const above = read.filter((rate) => rate > 0);
  const count = single(months);
  if (isFunctionError(count)) return wrongValue(`通报月份数：${count.message}`);
  if (isBlank(count) || count === 0) {
    // Excel hands a blank cell over as 0 on some platforms: without months nobody knows which it was. "" is never one.
    return above.length === read.length && !cells.includes(null)
      ? executionRate(read, read.length)
      : notAvailable("有的月份执行率为0或未填，请填写通报月份数。");
  }
  const notified = readNumberArgument(count, "通报月份数", "1到12的整数", ["", "个", "个月", "月"], 1, 12);
  if (typeof notified !== "number") return notified;
  if (!Number.isInteger(notified)) return wrongValue(`通报月份数是${shown(count)}，应为1到12的整数。`);
  return above.length > notified
    ? wrongValue(`通报月份数是${notified}，但已填了${above.length}个月的执行率，应不少于已填的月份。`)
    : executionRate(above, notified);
}

/** 完成率 as actual ÷ target, both as the form writes them. */
export function evaluateCompletion([target, actual]: Arguments): FunctionResult {
  return computed([textOrNumber(target, "目标值"), textOrNumber(actual, "完成值")], (wanted, done) => {
    const result = completionRate(wanted, done);
    if (result.outcome === "rate") return result.rate;
    return result.outcome === "missing"
      ? notAvailable(`${result.reason}。`)
      : notAvailable(`目标值${shown(wanted)}里没有可以计算的数量，定性指标请用TIERSCORE。`);
  });
}

function textOrNumber(argument: Given, name: string): Exclude<Scalar, boolean> | FunctionError {
  const value = single(argument);
  if (isFunctionError(value)) return wrongValue(`${name}：${value.message}`);
  return typeof value === "boolean"
    ? wrongValue(`${name}是${shown(value)}，应为数字或文字，如“28万人以上”。`)
    : value;
}

const moneyUnits = ["", "元", "万元", "亿元"] as const;

/** What is computed of amounts, all of them in one unit. */
function ofAmounts(
  names: readonly string[],
  amounts: readonly Given[],
  compute: (amounts: readonly number[]) => FunctionResult,
): FunctionResult {
  const expected = "金额（各项单位相同），不小于0";
  const read = names.map((name, index) =>
    readNumberArgument(zeroForBlank(amounts[index]), name, expected, moneyUnits, 0),
  );
  const error = read.find(isFunctionError) ?? mixedUnits(names, amounts);
  return error ?? compute(read.filter((one) => typeof one === "number"));
}

/** What stands behind the digits of each: amounts of several units cannot be divided by one another. */
function mixedUnits(names: readonly string[], values: readonly Given[]): FunctionError | null {
  const units = values.map((argument) => {
    const value = single(argument);
    return typeof value === "string"
      ? ([...moneyUnits].reverse().find((unit) => value.trim().endsWith(unit)) ?? "")
      : "";
  });
  return new Set(units).size > 1
    ? wrongValue(
        `${names.join("、")}的单位不同（${units.map((unit) => (unit === "" ? "无单位" : unit)).join("、")}），应统一为万元。`,
      )
    : null;
}

/** 结转结余率, a fraction. */
export function evaluateCarryover(amounts: Arguments): FunctionResult {
  const names = ["年末结转和结余", "年初结转和结余", "一般公共预算拨款收入", "政府性基金拨款收入"];
  return ofAmounts(names, amounts, ([closing = 0, opening = 0, general = 0, fund = 0]) =>
    opening + general + fund === 0
      ? notAvailable("年初结转和结余与财政拨款收入合计为0或尚未填写，无法计算结转结余率。")
      : quotient(closing, opening + general + fund, false),
  );
}

/** (actual − budget) ÷ budget, a fraction. */
export function evaluateControlrate([actual, budget]: Arguments): FunctionResult {
  return ofAmounts(["实际支出数", "预算安排数"], [actual, budget], ([spent = 0, planned = 0]) =>
    planned === 0
      ? notAvailable("预算安排数是0或尚未填写，无法计算控制率，应大于0。")
      : quotient(spent, planned, true),
  );
}
