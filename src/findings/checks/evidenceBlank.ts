import { isNil } from "../passages";
import { inCell, type Check } from "../finding";

/** 佐证材料 left blank where points are claimed: one finding for a column that nobody filled, else one per row. */
export const evidenceBlank: Check = {
  id: "evidenceBlank",
  title: "得分的指标写了佐证材料名称",
  severity: "待核实",
  find: ({ rows }) => {
    const claimed = rows.filter(({ score, evidence }) => score !== null && score > 0 && evidence !== null);
    const blank = claimed.filter(({ evidence }) => isNil(evidence ?? ""));
    const [first] = blank;
    if (first?.indicator.evidence == null) return [];
    const why = "没有佐证材料的得分，复核时可不予认可。";
    const written = blank.flatMap(({ evidence }) => (evidence === "" ? [] : (evidence ?? [])));
    if (blank.length === claimed.length && blank.length > 1) {
      return {
        at: inCell(first.indicator.evidence.at),
        subject: "参考佐证材料名称",
        essence: ["整栏空白", ...written].join("、"),
        what: `“参考佐证材料名称”一栏${blank.length}行全部空白。`,
        why,
        todo: "请逐行写明佐证材料的名称和文号。",
      };
    }
    return blank.flatMap(({ card, indicator, evidence }) =>
      indicator.evidence === null
        ? []
        : {
            at: inCell(indicator.evidence.at),
            other: inCell(card.at),
            subject: card.indicator,
            essence: evidence === "" ? "空白" : `写“${evidence ?? ""}”`,
            what: `“${card.indicator}”得了分，没有写佐证材料名称。`,
            why,
            todo: "请写明佐证材料的名称和文号。",
          },
    );
  },
};
