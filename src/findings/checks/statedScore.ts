import { decimalPlaces, tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import type { Check } from "../finding";

const stated = /(?:该项|此项|本项|自评)?得分?(?:为|是)?(\d{1,3}(?:\.\d{1,9})?)分/gu;
const fullMarks = /得满分/u;

/** A score said in 评分依据 against the one in the score cell. */
export const statedScore: Check = {
  id: "statedScore",
  title: "评分依据里写的得分与得分栏一致",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, basis, score, atBasis }) => {
      if (basis === null || score === null || card.weight === null) return [];
      const text = basis.normalize("NFKC").replace(/\s+/gu, "");
      const said = Array.from(text.matchAll(stated), ([, digits]) => Number(digits));
      // Several scores are parts of one, not the score.
      const [only] = said;
      const one = said.length === 1 && only !== undefined ? only : null;
      const value = one ?? (said.length === 0 && fullMarks.test(text) && onePart(text) ? card.weight : null);
      if (value === null || tidy(value) === tidy(score)) return [];
      if (tidy(Number(score.toFixed(decimalPlaces(value)))) === tidy(value)) return [];
      return {
        ...atBasis,
        essence: `${value}≠${score}`,
        what: `“${card.indicator}”的评分依据写得${sayPoints(value)}分，得分栏为${sayPoints(score)}分。`,
        why: "同一项得分写了两个数。",
        todo: "请核对哪一个对，改正另一个。",
      };
    }),
};

/** "1.…得满分。2.…" may be about one of several parts; "本项得满分" is about all. */
function onePart(text: string): boolean {
  return /[本此该]项(?:可|应)?得满分/u.test(text);
}
