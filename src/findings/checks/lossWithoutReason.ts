import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check } from "../finding";
import { isNil } from "../passages";

/** Points lost, and nothing (or a dash) where the reason belongs. */
export const lossWithoutReason: Check = {
  id: "lossWithoutReason",
  title: "扣分的指标写明了未达标原因",
  severity: "待核实",
  find: ({ rows, form }) => {
    const found = rows.flatMap(({ card, lost, basis, score, atBasis }) => {
      if (!lost || basis === null || !isNil(basis)) return [];
      const points = sayPoints((card.weight ?? 0) - (score ?? 0));
      return {
        ...atBasis,
        essence: `${basis === "" ? "空白" : "写“-”"}扣${points}`,
        what: `“${card.indicator}”扣${points}分，没有写未达标原因。`,
        why: "扣分的指标须说明未达标原因和改进措施。",
        todo: "请在这一格写明原因和改进措施。",
      };
    });
    const { shortfall } = form.head;
    const missed = rows.find(({ lost, ruleRow }) => lost && ruleRow?.annex?.kind === "department");
    // A blank head cell of a form that has no such line cannot be told from one that is left out.
    if (shortfall === null || !isNil(shortfall.value) || missed === undefined) return found;
    return [
      ...found,
      {
        at: inCell(shortfall.at),
        other: inCell(missed.card.at),
        subject: "未能完成原因",
        essence: missed.card.indicator,
        what: `“${missed.card.indicator}”没有得满分，表头的“未能完成原因”${shortfall.value.trim() === "" ? "空白" : `写“${shortfall.value.trim()}”`}。`,
        why: "绩效目标没有全部完成的，须写明未能完成原因。",
        todo: "请写明哪些指标没有完成、为什么。",
      },
    ];
  },
};
