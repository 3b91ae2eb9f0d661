import { normalizeName } from "../../form/normalizeName";
import type { Check } from "../finding";
import { isRuleCopied } from "../ruleText";
import { saysNothingBought } from "../topics";
import { sameAddress } from "../../workbook/cell";

const shortest = 8;

/** One sentence for several rows answers none of them in particular. */
export const sameSentence: Check = {
  id: "sameSentence",
  title: "不同指标的评分依据不是同一句话",
  severity: "待核实",
  find: ({ rows }) => {
    const first = new Map<string, (typeof rows)[number]>();
    return rows.flatMap((row) => {
      const { card, indicator, basis, atBasis } = row;
      const words = normalizeName(basis ?? "").replace(/(?<![。.；;，,])[。.；;，,]+$/u, "");
      if (
        indicator.basis === null ||
        Array.from(words).length < shortest ||
        /不涉及|没有.{0,12}项目/u.test(words) ||
        saysNothingBought(words) ||
        // A rule copied into several rows is told once, by its own check.
        isRuleCopied(row, rows)
      )
        return [];
      const known = first.get(words);
      if (known === undefined) {
        first.set(words, row);
        return [];
      }
      // A cell merged over two rows is one text.
      if (known.indicator.basis === null || sameAddress(known.indicator.basis.at, indicator.basis.at))
        return [];
      return {
        ...atBasis,
        other: known.atBasis.at,
        essence: `同${known.card.indicator}`,
        what: `“${card.indicator}”与“${known.card.indicator}”的评分依据是同一句话。`,
        why: "两个指标问的事情不同，同一句话不能分别说明。",
        todo: "请按各自的评分标准分别写明。",
      };
    });
  },
};
