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
      // 各得10分 of so many that nobody says how many.
      const times = only === undefined ? null : eachOf(only.label, text);
      if (times === 0) return [];
      // 群众满意度92.4分 of a row of 10分 is what was measured.
      const isOwn =
        only !== undefined &&
        (times !== null ||
          !only.isNamed ||
          (bareName(only.subject) === bareName(card.indicator) && only.value <= card.weight));
      const lost = said.length === 0 ? lossIn(basis, card.weight) : null;
      const one = said.length === 1 && isOwn ? tidy(only.value * (times ?? 1)) : lost;
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

const each = /(?:各|均|都|分别)自?(?:自评|评)?得?分?为?$/u;
const counted = /([二两三四五六七八九十]|\d{1,2})[项个](?:指标)?(?:各|均|都|分别)自?(?:自评|评)?得?分?为?\d/u;
const numerals = "零一二三四五六七八九十";

/** How many things each have so many points: 2 of 两项均得, 0 where it is not said or is some of them, null where it is of one. */
function eachOf(label: string, text: string): number | null {
  if (!each.test(label)) return null;
  const count = /其余|其他|其中|另/u.test(text) ? "" : (counted.exec(text)?.[1] ?? "");
  return count === "两" ? 2 : count === "" ? 0 : Math.max(numerals.indexOf(count), Number(count) || 0);
}

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
