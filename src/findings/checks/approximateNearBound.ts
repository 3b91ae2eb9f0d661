import { percentWords } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import { inCell, type Check } from "../finding";

/** "约90%" at the edge of a band may be either side of it; "约95%" inside [90, 100) is safe. */
const near = 0.02;
const why = "约数落在分档边上，属于哪一档无法确定。";
const todo = "请填写准确数。";

export const approximateNearBound: Check = {
  id: "approximateNearBound",
  title: "约数没有落在分档的边上",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, indicator, score, atBasis }) => {
      // On the bound itself the cell is not taken at all.
      const untaken = card.remarks.find((remark) => remark.includes("只有约数"));
      if (untaken !== undefined && score !== null) {
        const [place = "", words = ""] = untaken.split(/中(?=只有约数)/u);
        const said = words.replace(/，未予采用.*$/u, "");
        return { ...atBasis, essence: said, what: `“${card.indicator}”的${place}${said}。`, why, todo };
      }
      const scale = card.result.outcome === "scored" ? card.result.scale : undefined;
      const fact = card.facts.find(({ approximate, value }) => approximate && value !== null);
      if (scale === undefined || fact === undefined || scale.unit !== "%") return [];
      const bounds = scale.branches
        .flatMap(({ from, to }) => [from, to])
        .filter((bound): bound is number => bound !== null);
      const bound = bounds.find((one) => tidy(Math.abs(one - scale.value)) <= near);
      if (bound === undefined) return [];
      return {
        at: inCell(fact.source?.at ?? fact.at ?? indicator.basis?.at ?? card.at),
        other: inCell(card.at),
        subject: card.indicator,
        essence: percentWords(scale.value),
        what: `“${card.indicator}”只有约数${percentWords(scale.value)}，紧靠分档的${percentWords(bound)}。`,
        why,
        todo,
      };
    }),
};
