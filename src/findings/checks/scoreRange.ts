import { tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type CheckExample } from "../finding";

export const scoreRange: Check = {
  id: "scoreRange",
  title: "得分不高于分值，不低于0分",
  severity: "须更正",
  find: ({ rows }) =>
    rows.flatMap(({ card }) => {
      const { typed, weight } = card;
      if (typed === null) return [];
      const above = weight !== null && tidy(typed - weight) > 0;
      if (!above && typed >= 0) return [];
      return [
        {
          at: inCell(card.at),
          subject: card.indicator,
          essence: String(typed),
          what: above
            ? `“${card.indicator}”填报${sayPoints(typed)}分，高于分值${sayPoints(weight)}分。`
            : `“${card.indicator}”填报${sayPoints(typed)}分，低于0分。`,
          why: "每项得分在0分与分值之间，扣分扣完为止。",
          todo: "请核对这一项的得分。",
        },
      ];
    }),
};

export const examples: readonly CheckExample[] = [
  { title: "得分等于分值", book: { rows: [{ id: "carryover", score: 2 }] }, finds: 0 },
  { title: "得分高于分值", book: { rows: [{ id: "carryover", score: 2.5 }] }, finds: 1 },
  { title: "得分为负数", book: { rows: [{ id: "carryover", score: -0.5 }] }, finds: 1 },
];
