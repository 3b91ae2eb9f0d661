import { inCell, type Check, type CheckExample, type Found } from "../finding";
import { lossIn } from "../negations";
import { sentencesOf, shortened } from "../passages";

export const fullMarksWithLoss: Check = {
  id: "fullMarksWithLoss",
  title: "得满分的指标没有写扣分的理由",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, indicator, full, basis }): readonly Found[] => {
      if (!full || basis === null || indicator.basis === null) return [];
      const sentence = sentencesOf(basis).find((one) => lossIn(one) !== null);
      if (sentence === undefined) return [];
      return [
        {
          at: inCell(indicator.basis.at),
          other: inCell(card.at),
          subject: card.indicator,
          essence: lossIn(sentence) ?? "",
          what: `“${card.indicator}”得满分，评分依据却写“${shortened(sentence)}”。`,
          why: "依据里写了问题而没有扣分，前后不一致。",
          todo: "请核对是否应当扣分；不应扣分的，改写这句话。",
        },
      ];
    }),
};

export const examples: readonly CheckExample[] = [
  {
    title: "写了未能按时备案，仍得满分",
    book: { rows: [{ id: "contractFiling", basis: "有3份合同未能在2个工作日内备案。" }] },
    finds: 1,
  },
  {
    title: "未发现未及时处理的情况，得满分",
    book: { rows: [{ id: "resultUse", basis: "已及时反馈预警提醒，未发现未及时处理的情况。" }] },
    finds: 0,
  },
  {
    title: "写了未能按时备案，已扣分",
    book: { rows: [{ id: "contractFiling", score: 0, basis: "有3份合同未能在2个工作日内备案。" }] },
    finds: 0,
  },
];
