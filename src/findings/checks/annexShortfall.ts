import { percentWords } from "../../criteria/words";
import { cellKey } from "../../workbook/cell";
import { inCell, type Check, type CheckedAnnexRow, type Found } from "../finding";
import { explainsNothing, isOfMore } from "../metReasons";
import { changesGoals, excerpt, isNil, sentencesOf, shortened } from "../passages";

/** 未完成原因 of an annex: blank beside a target that was missed, or words of a miss beside one that was met. */
export const annexShortfall: Check = {
  id: "annexShortfall",
  title: "附表没有完成的指标写了未完成原因，完成的没有写",
  severity: "待核实",
  find: ({ annexRows, rows }) => {
    // Where the row's own score says something else, too, its figures are in doubt: that is told first.
    const doubted = new Set(
      rows.flatMap(({ card }) =>
        card.annexRows.flatMap(({ compared, nameAt }) => (compared === "differs" ? [cellKey(nameAt)] : [])),
      ),
    );
    return annexRows.flatMap((checked): readonly Found[] => {
      const { row, completion } = checked;
      if (doubted.has(cellKey(row.name.at))) return [];
      if (row.shortfall === null || completion.outcome !== "rate" || completion.certainty !== "sure")
        return [];
      const reason = row.shortfall.value.trim();
      if (!completion.met)
        return completion.rate < 1 && isNil(reason) ? [blank(checked, completion.rate)] : [];
      const isPlain =
        isNil(reason) ||
        explainsNothing(reason) ||
        sentencesOf(reason).every(changesGoals) ||
        isOfMore(reason, completion.parts);
      return isPlain ? [] : [needless(checked, completion.rate, reason)];
    });
  },
};

function blank({ row, name }: CheckedAnnexRow, rate: number): Found {
  return {
    at: inCell(row.shortfall?.at ?? row.name.at),
    other: inCell(row.actual.at),
    subject: name,
    essence: "没有写",
    what: `“${name}”完成率${percentWords(rate)}，没有写未完成原因。`,
    why: "没有完成的指标须逐项说明原因。",
    todo: "请在这一格写明未完成原因和改进措施。",
  };
}

function needless({ row, name }: CheckedAnnexRow, rate: number, reason: string): Found {
  return {
    at: inCell(row.shortfall?.at ?? row.name.at),
    other: inCell(row.actual.at),
    subject: name,
    essence: shortened(reason),
    what: `“${name}”已完成目标（完成率${percentWords(rate)}），未完成原因一栏写“${excerpt(reason)}”。`,
    why: "这一栏只在没有完成目标时填写，与实际完成值对不上。",
    todo: "请核对实际完成值是否有误、原因是否写错了行；已经完成的，不填。",
  };
}
