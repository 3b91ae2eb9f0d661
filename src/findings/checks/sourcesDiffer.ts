import type { FactValue } from "../../criteria/fact";
import { twofoldsOf } from "../../criteria/twofold";
import { percentWords, shortNumber } from "../../criteria/words";
import { sameFactValue, type GatheredFact } from "../../facts/gatheredFact";
import { matchPhrases } from "../../facts/matchPhrases";
import { agrees, contradictions, type Said } from "../../facts/twoSources";
import { tidy } from "../../quantity/tidy";
import { inCell, type Check, type CheckedRow, type FindingContext, type Found } from "../finding";

/** One quantity of a row in two places. What a person has answered counts; that the other differs is only said. */
export const sourcesDiffer: Check = {
  id: "sourcesDiffer",
  title: "填写的数据与评分依据、附表、预算表里的一致",
  severity: "待核实",
  find: (context) =>
    context.rows.flatMap((row) => [
      ...againstWords(row),
      ...againstParts(row),
      ...againstAnnex(row, context),
      ...againstBudget(row, context),
    ]),
};

const why = "同一个数有两个来源，审核时会要求说明。";
const todo = "请核对哪一个对，改正另一个，或者说明口径。";

/** A person's answer and the words for the same question. */
function againstWords({ card, atBasis }: CheckedRow): readonly Found[] {
  return card.facts.flatMap((fact): readonly Found[] => {
    const { value, inWords, spec, at } = fact;
    if (value === null || inWords === undefined || same(value, inWords)) return [];
    const [typed, said] = [shown(fact, value), shown(fact, inWords.value)];
    return [
      {
        ...atBasis,
        at: at === null ? atBasis.at : inCell(at),
        other: inCell(inWords.at),
        essence: `${spec.key}:${typed}≠${said}`,
        what: `“${card.indicator}”的“${spec.label}”填的是${typed}，评分依据写的是${said}（“${inWords.quote}”）；按填写的计算。`,
        why,
        todo,
      },
    ];
  });
}

/** 不涉及 is none; a band holds what lies in it. */
function same(typed: FactValue, said: Said): boolean {
  const none = [typed, said.value].every((value) => value === "不涉及" || value === 0);
  if (none || sameFactValue(typed, said.value)) return true;
  // 是 against a count says nothing of it.
  return typeof typed === "number" ? agrees(said, typed) : typeof typed !== typeof said.value;
}

/** A rate from the one source, the figures that it is made of from the other. */
function againstParts({ card, ruleRow, atBasis }: CheckedRow): readonly Found[] {
  if (ruleRow === null || card.annexRows.length > 0) return [];
  const factOf = (key: string): GatheredFact | undefined => card.facts.find(({ spec }) => spec.key === key);
  const said = (key: string): Said | null => {
    const fact = factOf(key);
    if (fact === undefined || fact.value === null) return fact?.inWords ?? null;
    return { value: fact.value, approximate: fact.approximate, quote: fact.source?.quote ?? "" };
  };
  return contradictions(twofoldsOf(ruleRow.criterion), said).flatMap(
    ({ keys, why: differs }): readonly Found[] => {
      const facts = keys.flatMap((key) => factOf(key) ?? []);
      const typed = facts.find(({ state }) => state === "typed" || state === "confirmed");
      const worded = facts.some(
        ({ value, state, inWords }) => state === "extracted" || (value === null && inWords !== undefined),
      );
      if (typed === undefined || !worded) return [];
      const at = typed.at === null ? atBasis.at : inCell(typed.at);
      const what = `“${card.indicator}”填写的数据与评分依据不一致：${differs}；按填写的计算。`;
      return [{ ...atBasis, at, other: atBasis.at, essence: differs, what, why, todo }];
    },
  );
}

/** The summary rate that the words give against what the rows of the annex come to. */
function againstAnnex(
  { card, ruleRow, basis, atBasis }: CheckedRow,
  { form }: FindingContext,
): readonly Found[] {
  const { points, weight, annexRows } = card;
  const criterion = ruleRow?.criterion;
  if (annexRows.length === 0 || points === null || weight === null || weight === 0) return [];
  if (ruleRow === null || criterion?.kind !== "sum" || basis === null) return [];
  const year = form.head.year?.value ?? null;
  const one = matchPhrases(basis, ruleRow.asks, ruleRow.words, { year }).get(criterion.summary);
  if (one === undefined || "doubt" in one || typeof one.value !== "number") return [];
  const share = points / weight;
  if (agrees({ ...one, value: Math.min(1, one.value) }, share) || agrees(one, share)) return [];
  const [said, computed] = [percentWords(one.value), percentWords(tidy(Number(share.toFixed(6))))];
  const what = `“${card.indicator}”的评分依据写完成率${said}，附表${annexRows.length}项合计得${shortNumber(points)}分，相当于${computed}；按附表计算。`;
  return [{ ...atBasis, essence: `${said}≠${computed}`, what, why, todo }];
}

/** An amount of the row that 年度部门预算情况 prints, too. */
function againstBudget({ card, ruleRow, atBasis }: CheckedRow, { form }: FindingContext): readonly Found[] {
  const bound = ruleRow?.budgetAmount;
  if (bound === undefined) return [];
  const fact = card.facts.find(({ spec }) => spec.key === bound.fact);
  const printed = form.head.budget.find(({ title }) => title.startsWith(bound.title))?.amount;
  if (typeof fact?.value !== "number" || typeof printed?.value !== "number") return [];
  const said = { value: fact.value, approximate: fact.approximate, quote: fact.source?.quote ?? "" };
  if (agrees(said, printed.value) || Math.abs(fact.value - printed.value) < 0.011) return [];
  const [here, there] = [shown(fact, fact.value), `${shortNumber(printed.value)}万元`];
  const what = `“${card.indicator}”的“${fact.spec.label}”是${here}，预算表“${bound.title}”是${there}。`;
  const at = fact.source?.at ?? fact.at;
  return [
    {
      ...atBasis,
      at: at === null ? atBasis.at : inCell(at),
      other: inCell(printed.at),
      essence: `${here}≠${there}`,
      what,
      why,
      todo,
    },
  ];
}

function shown({ spec }: GatheredFact, value: FactValue): string {
  if (typeof value !== "number") return typeof value === "string" ? `“${value}”` : "各月执行率";
  if (spec.kind === "date")
    return new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10);
  return spec.kind === "rate" ? percentWords(value) : `${shortNumber(value)}${spec.unit}`;
}
