import { scanFigures } from "../../quantity/scanFigures";
import { plainText } from "../../quantity/plainText";
import { normalizeName } from "../../form/normalizeName";
import { oncePerText } from "../../words/oncePerText";
import type { Check, CheckedRow } from "../finding";
import { excerpt, isNil, sentencesOf } from "../passages";
import { essenceOfWords } from "../reviewed";
import { isMeasured, sharedPairs } from "../ruleText";

/** A row that is scored by a measured value, and 评分依据 that repeats the band or the rule instead of the value. */
export const basisWithoutFigure: Check = {
  id: "basisWithoutFigure",
  title: "按数据计分的指标写明了实际数值，不是照抄评分标准",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const { card, indicator, basis, score, atBasis } = row;
      if (basis === null || score === null || isNil(basis)) return [];
      if (!isMeasured(row) || card.outcome === "notApplicable" || /不涉及|没有|未发生|无(?!法)/u.test(basis))
        return [];
      const repeated = repeatedSentences(basis, indicator.standard?.value ?? "");
      const copied = repeated > 0;
      // One sentence with a figure may be the value itself: "合同签订及时率=100%".
      if (measuredFigures(basis).count > 0 && repeated < 2) return [];
      return {
        ...atBasis,
        essence: essenceOfWords(basis),
        what: copied
          ? `“${card.indicator}”的评分依据照抄评分标准（“${excerpt(basis)}”），没有实际数值。`
          : `“${card.indicator}”按数据计分，评分依据（“${excerpt(basis)}”）里没有实际数值。`,
        why: "只重复评分标准的档次，复核时无法核对。",
        todo: `请写明实际数值和计算过程，例如${wantedOf(row)}。`,
      };
    }),
};

/** How many sentences it has, where the clause has every one of them; 0 where one is its own. */
function repeatedSentences(basis: string, standard: string): number {
  const clause = normalizeName(standard);
  const sentences = sentencesOf(basis).map((sentence) =>
    normalizeName(sentence).replace(/的?[.,，]{0,3}$/u, ""),
  );
  const isCopied = (words: string): boolean =>
    words.length >= 4 && (clause.includes(words) || (duty.test(words) && sharedPairs(words, clause) >= 0.85));
  return sentences.every(isCopied) ? sentences.length : 0;
}

const duty = /应当?|须|不得|原则/u;

function wantedOf({ card }: CheckedRow): string {
  const measured = card.facts.filter(({ spec }) => ["rate", "amount", "months", "count"].includes(spec.kind));
  return measured
    .slice(0, 2)
    .map(({ spec }) => `“${spec.label}”`)
    .join("、");
}

/** Figures that are no bound and no ordinal: "≤10%" is a band, "3.2%" and "约95%" are values. */
const measuredFigures = oncePerText((basis) => {
  const { text } = plainText(basis);
  const measured = scanFigures(text).figures.filter(({ side, unit, from, to }) => {
    if (side !== null && side !== "approx" && side !== "equal") return false;
    const points = unit.name === "分" || /[得满扣]$/u.test(text.slice(0, from));
    return !points && !/^(?:年|月|日|号|个工作日|级)/u.test(text.slice(to)) && unit.name !== "年";
  });
  return { count: measured.length };
});
