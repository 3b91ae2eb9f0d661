/** What things are counted by, the longer before the shorter. */
export const countUnits =
  "人次|批次|项|次|处|例|笔|个|类|起|人|家|条|份|件|户|篇|期|场|批|名|台|套|张|宗|辆|座|所|册|幅|间|栋|幢|只|株|棵";

/** What time is counted by, as a number of them is written. */
export const timeUnits = "天|日|工作日|自然日|周|旬|个月|个季度|季度|半年|年";

/** What is measured, not counted: there may be half of one. */
export const measureUnits =
  "平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|米|公顷|万亩|亩|万吨|吨|公斤|千克|毫克|克|毫升|升|千瓦时|千瓦|兆瓦时|兆瓦|度|秒|分钟|小时|分贝|°C|[GMKT]B|万元|亿元|元";

const counts = new RegExp(`^(?:${countUnits})$`, "u");
const times = new RegExp(`^(?:${timeUnits})$`, "u");
const measures = new RegExp(`^(?:${measureUnits})(?:/|$)`, "u");

export function isCountUnit(unit: string): boolean {
  return counts.test(unit);
}

export function isTimeUnit(unit: string): boolean {
  return times.test(unit);
}

export function isMeasureUnit(unit: string): boolean {
  return measures.test(unit);
}

/** 550元/天 goes up by 10元. */
export function isSameUnit(one: string, step: string): boolean {
  const day = (unit: string): string => (unit === "天" || unit === "自然日" ? "日" : unit);
  return day(one) === day(step) || (step !== "" && one.startsWith(`${step}/`));
}
