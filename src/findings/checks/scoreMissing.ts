import { sumOf } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check } from "../finding";

/** A total, and a row without a score: the total was typed for another state of the form. Or every row has one, and the total none. */
export const scoreMissing: Check = {
  id: "scoreMissing",
  title: "填了总分的表每行都填了得分，每行填了得分的填了总分",
  severity: "待核实",
  find: ({ rows, total, form }) => {
    const missing = rows.filter(
      ({ card, indicator }) =>
        card.typed === null && indicator.selfScore.formula === null && card.weight !== 0,
    );
    if (total !== null)
      return missing.map(({ card }) => ({
        at: inCell(card.at),
        other: inCell(total.at),
        subject: card.indicator,
        essence: "没有得分",
        what: `填了总分，“${card.indicator}”没有得分。`,
        why: "总分应是各行得分之和，缺一行就对不上。",
        todo: "请填写这一行的得分，或核对总分。",
      }));
    const scores = rows.flatMap(({ card }) => card.typed ?? []);
    const cell = form.total?.score;
    const isBlank = cell?.formula === null && cell.text.trim() === "";
    if (cell === undefined || !isBlank || rows.length < fewest || missing.length > 0) return [];
    if (scores.length < rows.length) return [];
    return {
      at: inCell(cell.at),
      subject: "总分",
      essence: "没有总分",
      what: `各行都填了得分，总分没有填写。`,
      why: "总分应是各行得分之和，等级按总分确定。",
      todo: `请填写总分；各行得分合计${sayPoints(sumOf(scores))}分。`,
    };
  },
};

/** Fewer rows are no filled form. */
const fewest = 3;
