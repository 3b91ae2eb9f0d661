import type { GatheredFact } from "../../facts/gatheredFact";
import { inCell, type Check, type CheckedRow, type Found } from "../finding";

const least = 3_000;
const most = 30_000;

/** Two amounts of one row ten thousand times apart: 元 where the other is 万元. */
export const tenThousandTimes: Check = {
  id: "tenThousandTimes",
  title: "金额的单位一致，没有把元当成万元",
  severity: "待核实",
  find: ({ rows, form }) => {
    return rows.flatMap((row) => {
      const amounts = row.card.facts.filter((fact) => fact.spec.kind === "amount");
      const inRow = amounts.flatMap((fact, index) =>
        amounts
          .slice(index + 1)
          .flatMap((other) => (apart(fact.value, other.value) ? [told(row, fact, other)] : [])),
      );
      if (inRow.length > 0) return inRow.slice(0, 1);
      const repeated = row.ruleRow?.budgetAmount;
      if (repeated === undefined) return [];
      const fund = form.head.budget.find(({ title }) => title.startsWith(repeated.title))?.amount;
      const fact = amounts.find(({ spec }) => spec.key === repeated.fact);
      if (fund === undefined || fact === undefined || !apart(fact.value, fund.value)) return [];
      return {
        at: inCell(fund.at),
        other: inCell(fact.at ?? row.card.at),
        subject: row.card.indicator,
        essence: `${String(fund.value)}|${String(fact.value)}`,
        what: `预算表的${repeated.title}${String(fund.value)}万元，评分底稿的“${fact.spec.label}”${String(fact.value)}万元，相差约一万倍。`,
        why: "两处可能一处按元、一处按万元。",
        todo: "请核对单位，统一按万元填写。",
      };
    });
  },
};

function apart(left: unknown, right: unknown): boolean {
  if (typeof left !== "number" || typeof right !== "number" || left <= 0 || right <= 0) return false;
  const ratio = Math.max(left, right) / Math.min(left, right);
  return ratio >= least && ratio <= most;
}

function told(row: CheckedRow, fact: GatheredFact, other: GatheredFact): Found {
  return {
    at: inCell(fact.at ?? row.indicator.basis?.at ?? row.card.at),
    ...(other.at === null ? {} : { other: inCell(other.at) }),
    subject: row.card.indicator,
    essence: `${String(fact.value)}|${String(other.value)}`,
    what: `“${row.card.indicator}”的“${fact.spec.label}”${String(fact.value)}万元与“${other.spec.label}”${String(other.value)}万元相差约一万倍。`,
    why: "两个数可能一个按元、一个按万元。",
    todo: "请核对单位，统一按万元填写。",
  };
}
