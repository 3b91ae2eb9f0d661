import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type CheckExample, type Found } from "../finding";
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

export const examples: readonly CheckExample[] = [
  { title: "20分没有依据", book: { rows: [{ id: "specialResult" }] }, finds: 1 },
  {
    title: "写了依据",
    book: { rows: [{ id: "specialResult", basis: "22项指标均已完成，详见附件。" }] },
    finds: 0,
  },
  { title: "还没有得分", book: { rows: [{ id: "specialResult", score: null }] }, finds: 0 },
  { title: "得0分的另有一项检查", book: { rows: [{ id: "specialResult", score: 0 }] }, finds: 0 },
];
