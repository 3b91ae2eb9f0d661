import { percentWords } from "../../criteria/words";
import { inCell, type Check, type CheckedRow, type Found } from "../finding";
import { excerpt } from "../passages";

/** Monthly rates with a gap or without the last months, or climbing from 8 % to 100 % like progress since January. */
export const monthsDoubt: Check = {
  id: "monthsDoubt",
  title: "各月执行率没有缺月，也不是累计支出进度",
  severity: "待核实",
  find: ({ rows }) => rows.flatMap(doubtIn),
};

function doubtIn(row: CheckedRow): Found | [] {
  const fact = row.card.facts.find(({ spec }) => spec.kind === "months");
  if (fact === undefined) return [];
  const months = fact.value;
  if (typeof months !== "object" || months === null) return shortYear(row);
  const first = months.findIndex((rate) => rate !== null);
  const notified = first < 0 ? [] : months.slice(first);
  const gaps = notified.flatMap((rate, index) => (rate === null ? [first + index + 1] : []));
  const base = {
    at: inCell(fact.at ?? row.card.at),
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

/** 3月至11月各月执行率, 1—10月平均执行率 */
const spanOfMonths =
  /(?<![\d.])(1[0-2]|[1-9])月?(?:份)?(?:至|到|-|—|~|～)(1[0-2]|[1-9])月(?:份)?[^。；;]{0,12}(?:执行率|支出率|支出进度|通报)/u;

/** The words of a mean rate name its months, and the last is not that of the year. */
function shortYear({ card, basis, atBasis }: CheckedRow): Found | [] {
  const [said, , last] = spanOfMonths.exec((basis ?? "").normalize("NFKC")) ?? [];
  if (said === undefined || last === undefined || Number(last) === 12) return [];
  return {
    ...atBasis,
    essence: said,
    what: `“${card.indicator}”的评分依据写“${excerpt(said)}”，没有到12月。`,
    why: "年度平均执行率自通报之月起算到12月，少算的月份会改变得分。",
    todo: "请核对财政部门的月度通报，补上缺的月份。",
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
