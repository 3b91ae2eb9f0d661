import { percentWords } from "../../criteria/words";
import { inCell, type Check, type CheckedRow, type Found } from "../finding";

/** Monthly rates with a gap, or climbing from 8 % to 100 % like progress since January. */
export const monthsDoubt: Check = {
  id: "monthsDoubt",
  title: "各月执行率没有缺月，也不是累计支出进度",
  severity: "待核实",
  find: ({ rows }) => rows.flatMap(doubtIn),
};

function doubtIn(row: CheckedRow): Found | [] {
  const fact = row.card.facts.find(({ spec }) => spec.kind === "months");
  const months = fact?.value;
  if (typeof months !== "object" || months === null) return [];
  const first = months.findIndex((rate) => rate !== null);
  const notified = first < 0 ? [] : months.slice(first);
  const gaps = notified.flatMap((rate, index) => (rate === null ? [first + index + 1] : []));
  const base = {
    at: inCell(fact?.at ?? row.card.at),
    other: inCell(row.card.at),
    subject: row.card.indicator,
  };
  const rates = notified.filter((rate): rate is number => rate !== null);
  if (climbs(rates)) return { ...base, ...climbing(row, rates) };
  if (gaps.length === 0) return [];
  return {
    ...base,
    essence: gaps.join("、"),
    what: `“${row.card.indicator}”的各月执行率缺${gaps.map((month) => `${month}月`).join("、")}。`,
    why: "自通报之月起每个月都要计入，缺的月份不能当作没有通报。",
    todo: "请补填缺的月份。",
  };
}

/** Strictly rising over at least six months, from below a half to about the whole. */
function climbs(rates: readonly number[]): boolean {
  const [from] = rates;
  const to = rates.at(-1);
  if (from === undefined || to === undefined || rates.length < 6 || from > 0.5 || to < 0.8) return false;
  return rates.every((rate, index) => index === 0 || rate > (rates[index - 1] ?? 0));
}

function climbing({ card }: CheckedRow, rates: readonly number[]) {
  const [from = 0] = rates;
  const to = rates.at(-1) ?? 0;
  return {
    essence: "逐月累计",
    what: `“${card.indicator}”的各月执行率由${percentWords(from)}逐月升到${percentWords(to)}，像是累计支出进度。`,
    why: "计分用的是财政部门通报的、相对序时进度的每月执行率，不是累计支出占全年预算的比例。",
    todo: "请按财政部门的月度通报填写。",
  };
}
