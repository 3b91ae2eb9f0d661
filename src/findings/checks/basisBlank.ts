import { sayPoints } from "../../scorecard/formatPoints";
import type { Check } from "../finding";
import { isNil } from "../passages";

export const basisBlank: Check = {
  id: "basisBlank",
  title: "填了得分的指标写了评分依据",
  severity: "待核实",
  // Where only reasons for a miss belong, a row that was met has nothing to say.
  find: ({ rows, form }) =>
    (form.reasonTitle === null ? rows : []).flatMap(({ card, basis, score, lost, atBasis }) => {
      if (basis === null || score === null || lost || !isNil(basis)) return [];
      return {
        ...atBasis,
        essence: `空白${score}`,
        what: `“${card.indicator}”填报${sayPoints(score)}分，评分依据空白。`,
        why: "没有依据的得分，复核时可按0分计。",
        todo: "请写明得分所依据的数据和材料。",
      };
    }),
};
