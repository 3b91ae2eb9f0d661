import type { Check } from "../finding";
import { isNil } from "../passages";

const allAnswered = /不涉及|涉密/u;

/** Evidence that speaks of one of the things asked for, or of none. */
export const halfAnswered: Check = {
  id: "halfAnswered",
  title: "评分标准的几个条件都作了说明",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, basis, score, lost, ruleRow, atBasis }) => {
      const parts = ruleRow?.conditions;
      if (parts === undefined || basis === null || score === null || lost) return [];
      if (isNil(basis) || allAnswered.test(basis)) return [];
      const text = basis.replace(/\s+/gu, "");
      const lacking = parts.filter(({ words }) => !new RegExp(words, "u").test(text));
      if (lacking.length === 0) return [];
      const names = lacking.map(({ name }) => `“${name}”`).join("、");
      return {
        ...atBasis,
        essence: lacking.map(({ name }) => name).join("、"),
        what: `“${card.indicator}”要求${parts.length}个条件，评分依据没有说明${names}。`,
        why: "一句话只说明其中一部分，其余部分复核时可不得分。",
        todo: `请补写${names}的情况。`,
      };
    }),
};
