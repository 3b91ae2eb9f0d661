/** What things are counted by, the longer before the shorter. */
export const countUnits =
  "人次|项|次|处|例|笔|个|类|起|人|家|条|份|件|户|篇|期|场|批|名|台|套|张|宗|辆|座|所|册|幅|间|栋|幢|只|株|棵";

/** What time is counted by, as a number of them is written. */
export const timeUnits = "天|日|工作日|自然日|个月|个季度|季度";

const counts = new RegExp(`^(?:${countUnits})$`, "u");
const times = new RegExp(`^(?:${timeUnits})$`, "u");

export function isCountUnit(unit: string): boolean {
  return counts.test(unit);
}

export function isTimeUnit(unit: string): boolean {
  return times.test(unit);
}
