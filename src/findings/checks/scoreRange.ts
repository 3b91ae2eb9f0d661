import { tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check } from "../finding";

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
      return {
        at: inCell(card.at),
        subject: card.indicator,
        essence: String(typed),
        what: above
          ? `“${card.indicator}”填报${sayPoints(typed)}分，高于分值${sayPoints(weight)}分。`
          : `“${card.indicator}”填报${sayPoints(typed)}分，低于0分。`,
        why: "每项得分在0分与分值之间，扣分扣完为止。",
        todo: "请核对这一项的得分。",
      };
    }),
};
