import type { GatheredFact } from "../../facts/gatheredFact";
import { amountsOf } from "../budgetAmounts";
import { inCell, type Check, type CheckedRow, type FindingContext, type Found } from "../finding";
import { namedFigures } from "../namedFigures";
import { excerpt, type Passage } from "../passages";

const least = 3_000;
const most = 30_000;

/** Two amounts of one row ten thousand times apart: 元 where the other is 万元; or one that is more than all of the budget. */
export const tenThousandTimes: Check = {
  id: "tenThousandTimes",
  title: "金额的单位一致，没有把元当成万元",
  severity: "待核实",
  find: (context) => {
    const { rows, form } = context;
    const inRows = rows.flatMap((row) => {
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
    const seen = new Set(inRows.map(({ subject }) => subject));
    return [...inRows, ...aboveAll(context).filter(({ subject }) => !seen.has(subject))];
  },
};

/** What came in, with what was left over before, may be somewhat more than the budget. */
const farAbove = 2;
/** What is spent on running the office is a part of 基本支出. */
const running = /公用经费|[“"]?三公[”"]?经费|公务接待|公务用车|因公出国/u;
/** What the department has or gets besides its budget of the year. */
const noPart = /资产|原值|净值|账面|面积|投资|贷款|税|产值|营业|交易|销售|募集|捐赠|保额|标的|审计|监督/u;
/** What others do or have, what follows from it, and several years at once. */
const beyond =
  /全[区市省县国镇社行]|辖区|各[区市县镇街]|代理(?:机构|公司)|企业(?=[^，,。；]{0,4}(?:实现|完成|获得|投入))|社会(?:资本|资金|投入)|[带拉撬推]动|[两三四五六七八九十]年|历年|以来|期间|规划|总投入|概算/u;

/** An amount of a row that is more than the whole that it is a part of: 公用经费2,864万元 beside 基本支出2,318.6万元. */
function aboveAll(context: FindingContext): readonly Found[] {
  const { form, rows } = context;
  const { total, categories } = amountsOf(form);
  const basic = categories.find(({ title }) => /基本支出/u.test(title));
  return rows.flatMap(({ card, basis, atBasis }): readonly Found[] => {
    if (basis === null || basis === "" || total?.value == null || total.value <= 0) return [];
    const passage: Passage = { at: atBasis.at, label: card.indicator, text: basis, from: "basis" };
    for (const { label, subject, counted, text, value, unit, apart } of namedFigures(
      [passage],
      form.head.year?.value ?? null,
    )) {
      const name = `${card.indicator}${subject}${label}${counted}`;
      if (unit !== "元" || apart || noPart.test(name) || beyond.test(name)) continue;
      const isRunning = running.test(name) && basic !== undefined;
      const whole = isRunning ? basic : { title: "总预算", value: total.value, at: total.at };
      if (value <= whole.value * 1e4 * (isRunning ? 1 : farAbove)) continue;
      return [
        {
          ...atBasis,
          other: inCell(whole.at),
          essence: `${text}>${whole.value}`,
          what: `“${card.indicator}”的评分依据写“${excerpt(`${label}${text}`)}”，比预算表的${whole.title}${whole.value}万元还多。`,
          why: "这笔钱是其中的一部分，不会比全部还多，可能把元写成了万元，或多写了一位。",
          todo: "请核对金额和单位，统一按万元填写。",
        },
      ];
    }
    return [];
  });
}

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
