import { percentWords } from "../../criteria/words";
import { inCell, type Check } from "../finding";

/** Rows that the note under the form takes from an annex, scored without it. */
export const annexAbsent: Check = {
  id: "annexAbsent",
  title: "产出、效益、专项绩效得分附有指标完成情况表",
  severity: "待核实",
  find: ({ rows, annexes }) => {
    const missing = rows.flatMap(({ card, ruleRow, score }) => {
      const annex = ruleRow?.annex;
      if (annex === undefined || score === null) return [];
      return annexes.some(({ kind }) => kind === annex.kind) ? [] : { card, annex };
    });
    return [...new Set(missing.map(({ annex }) => annex.kind))].flatMap((kind) => {
      const touched = missing.filter(({ annex }) => annex.kind === kind);
      const [first] = touched;
      if (first === undefined) return [];
      const title = `《${first.annex.title}》`;
      return {
        at: inCell(first.card.at),
        subject: first.card.indicator,
        essence: title,
        what: `${touched.map(({ card }) => `“${card.indicator}”`).join("、")}填了得分，工作簿里没有${title}。`,
        why: `这些得分须由附表逐项计算，没有附表无法核对${percentWords(first.annex.passLine)}、${percentWords(first.annex.over)}的分档。`,
        todo: `请把${title}放进同一个工作簿，逐项填写年初目标值和实际完成值；另行报送的，可标为已核实。`,
      };
    });
  },
};
