import { sameAddress } from "../../workbook/cell";
import type { Check, CheckedRow } from "../finding";
import { isNil, sentencesOf } from "../passages";

/** Nothing of the row applies, where the sentence names none of its conditions. */
const allAnswered = /不涉及|不适用|(?<!非)涉密/u;
const title = /《[^《》]{0,200}》/gu;

/** Evidence that speaks of one of the things asked for, or of none. */
export const halfAnswered: Check = {
  id: "halfAnswered",
  title: "评分标准的几个条件都作了说明",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const { card, basis, score, lost, ruleRow, atBasis } = row;
      const parts = ruleRow?.conditions;
      if (parts === undefined || basis === null || score === null || lost || isNil(basis)) return [];
      const lacking = lackingOf(row, parts, basis);
      if (lacking.length === 0) return [];
      const names = lacking.map((name) => `“${name}”`).join("、");
      return {
        ...atBasis,
        essence: lacking.join("、"),
        what: `“${card.indicator}”要求${parts.length}个条件，评分依据没有说明${names}。`,
        why: "一句话只说明其中一部分，其余部分复核时可不得分。",
        todo: `请补写${names}的情况。`,
      };
    }),
};

type Condition = NonNullable<NonNullable<CheckedRow["ruleRow"]>["conditions"]>[number];

/** Names of the conditions that no sentence speaks of. */
function lackingOf(
  { card, indicator, ruleRow }: CheckedRow,
  conditions: readonly Condition[],
  basis: string,
): readonly string[] {
  const parts = conditions.map(({ name, words }) => ({ name, words: new RegExp(words, "u") }));
  // The title of a paper answers only where a paper is asked for.
  const text = ruleRow?.document === undefined ? basis.replace(title, "") : basis;
  const sentences = sentencesOf(text).map((sentence) => sentence.replace(/\s+/gu, ""));
  const excused = sentences.some(
    (sentence) => allAnswered.test(sentence) && !parts.some(({ words }) => words.test(sentence)),
  );
  if (excused) return [];
  // What the words say in another way is known by the facts that were read from them.
  const read = card.facts.filter(
    ({ value, source }) =>
      value !== null &&
      source !== null &&
      indicator.basis !== null &&
      sameAddress(source.at, indicator.basis.at),
  );
  return parts.flatMap(({ name, words }) =>
    sentences.some((sentence) => words.test(sentence)) || read.some(({ spec }) => words.test(spec.label))
      ? []
      : name,
  );
}
