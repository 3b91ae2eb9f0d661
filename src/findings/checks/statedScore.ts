import { decimalPlaces, tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { bareName } from "../../form/normalizeName";
import { statedFigures } from "../../words/statedFigures";
import type { Check } from "../finding";

const fullMarks = /得满分/u;
/** 每少一人扣1分, 各扣0.5分: how points are taken, not what was. 各月执行率 is none of it. */
const ofRule = /每(?![年月季周日天])[^，,。；;、]{0,16}扣|各(?:自)?扣/u;

/** A score said in 评分依据 against the one in the score cell. */
export const statedScore: Check = {
  id: "statedScore",
  title: "评分依据里写的得分与得分栏一致",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, basis, score, atBasis }) => {
      if (basis === null || score === null || card.weight === null) return [];
      const text = basis.normalize("NFKC").replace(/\s+/gu, "");
      // Several scores are parts of one, not the score; 考核得分95分 is of something else.
      const said = statedFigures(basis).filter(({ kind, unit }) => kind === "score" && unit === "分");
      const [only] = said;
      // 群众满意度92.4分 of a row of 10分 is what was measured.
      const isOwn =
        only !== undefined &&
        (!only.isNamed || (bareName(only.subject) === bareName(card.indicator) && only.value <= card.weight));
      const lost = said.length === 0 ? lossIn(basis, card.weight) : null;
      const one = said.length === 1 && isOwn ? only.value : lost;
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

/** 扣3分, said once: what is left of the weight. Of a rule (每少一人扣1分) it is no figure of the row. */
function lossIn(basis: string, weight: number): number | null {
  const losses = statedFigures(basis).filter(({ kind, unit }) => kind === "loss" && unit === "分");
  const [only, ...more] = losses;
  if (only === undefined || more.length > 0 || only.value > weight || only.isNamed) return null;
  return ofRule.test(basis.normalize("NFKC").replace(/\s+/gu, "")) ? null : tidy(weight - only.value);
}

/** "1.…得满分。2.…" may be about one of several parts; "本项得满分" is about all. */
function onePart(text: string): boolean {
  return /[本此该]项(?:可|应)?得满分/u.test(text);
}
