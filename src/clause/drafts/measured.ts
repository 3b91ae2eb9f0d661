import type { FactSpec } from "../../criteria/fact";
import type { Measure } from "../../criteria/measure";
import { plainDigits } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import type { FormField } from "./draftForm";

export const measureField: FormField<"measure"> = {
  key: "measure",
  label: "看哪一个数",
  hint: "按指标的叫法，如“预算执行率”；不论正负的写“…的绝对值”。",
};

export const definitionField: FormField<"definition"> = {
  key: "definition",
  label: "这个数怎样算",
  hint: "如“预算执行率=支出数/预算数×100%”；表里“指标解释”已经写明的不用填。",
  optional: true,
};

const counted = "项 次 个 处 例 笔 件 起 类 人次 人 家 户 条 份 篇 期";
const time = "天 日 工作日 自然日 个月";

/** Units as the words of a clause have them: of bounds, of steps over a bound, of what is deducted one by one. */
export const bandUnits = `% ${time} 季度 小时 分钟 ${counted} 场 批 名 台 套 元 万元 亿元 倍 分`.split(" ");
export const stepUnits = `% ${time} ${counted}`.split(" ");
export const deductUnits = `${counted} ${time}`.split(" ");

export function isTime(unit: string): boolean {
  return time.split(" ").includes(unit);
}

/** Of what there is no half. */
export function isWhole(unit: string): boolean {
  return unit !== "" && !/^(?:%|小时|分钟|元|万元|亿元|倍|分)$/u.test(unit);
}

export function unitField(label: string, units: readonly string[], withNone = false): FormField<"unit"> {
  const choices = units.map((unit) => ({ value: unit, title: unit }));
  const none = withNone ? [{ value: "", title: "没有单位" }] : [];
  return { key: "unit", label, hint: "", choices: [...choices, ...none] };
}

/** What a criterion measures as a person would type it; null where more than one figure's name says it. */
export function measureTyped(
  measure: Measure,
  percent: boolean,
  asks: readonly FactSpec[],
  units: readonly string[],
): { readonly measure: string; readonly unit: string } | null {
  if (measure.of !== "fact" && measure.of !== "ratio") return null;
  const spec = asks.find(({ key }) => key === (measure.of === "fact" ? measure.key : measure.standIn));
  if (spec === undefined) return null;
  const unit = percent ? "%" : spec.unit === "%" ? "" : spec.unit;
  if (unit !== "" && !units.includes(unit)) return null;
  return { measure: `${spec.label}${measure.absolute === true ? "的绝对值" : ""}`, unit };
}

/** 0.95 → "95" where it is a percent. */
export function typedNumber(value: number | null | undefined, percent: boolean): string {
  return value === null || value === undefined ? "" : plainDigits(tidy(percent ? value * 100 : value));
}

/** What is given, as it is typed: 8, 满分, 不得分, 60%. */
export function typedPoints(given: { readonly points: number } | { readonly share: number }): string {
  if ("points" in given) return given.points === 0 ? "不得分" : plainDigits(given.points);
  if (given.share === 1) return "满分";
  return given.share === 0 ? "不得分" : `${plainDigits(tidy(given.share * 100))}%`;
}
