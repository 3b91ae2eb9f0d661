import { inCell, type Check } from "../finding";

/** A total, and a row without a score: the total was typed for another state of the form. */
export const scoreMissing: Check = {
  id: "scoreMissing",
  title: "填了总分的表每行都填了得分",
  severity: "待核实",
  find: ({ rows, scorecard: { typedTotal } }) =>
    typedTotal === null
      ? []
      : rows.flatMap(({ card, indicator }) =>
          card.typed !== null || indicator.selfScore.formula !== null || card.weight === 0
            ? []
            : {
                at: inCell(card.at),
                other: inCell(typedTotal.at),
                subject: card.indicator,
                essence: "没有得分",
                what: `填了总分，“${card.indicator}”没有得分。`,
                why: "总分应是各行得分之和，缺一行就对不上。",
                todo: "请填写这一行的得分，或核对总分。",
              },
        ),
};
