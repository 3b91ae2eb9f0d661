import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type Found } from "../finding";
import { isNil } from "../passages";

export const basisBlank: Check = {
  id: "basisBlank",
  title: "填了得分的指标写了评分依据",
  severity: "待核实",
  clause: "评分依据、未达标原因、改进措施",
  find: ({ rows }) =>
    rows.flatMap(({ card, indicator, basis, score, lost }): readonly Found[] => {
      if (basis === null || indicator.basis === null || score === null || lost || !isNil(basis)) return [];
      return [
        {
          at: inCell(indicator.basis.at),
          other: inCell(card.at),
          subject: card.indicator,
          essence: "空白",
          what: `“${card.indicator}”填报${sayPoints(score)}分，评分依据空白。`,
          why: "没有依据的得分，复核时可按0分计。",
          todo: "请写明得分所依据的数据和材料。",
        },
      ];
    }),
};
