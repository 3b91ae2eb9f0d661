import { inCell, type Check } from "../finding";

const none = /(?:没有|无|不存在|不涉及)(?:所属|下属|直属|局属)(?:预算)?单位|(?:所属|下属|直属)单位不涉及/u;

export const subordinateUnits: Check = {
  id: "subordinateUnits",
  title: "单位数大于1时，下属单位的绩效工作不写“不涉及”",
  severity: "待核实",
  find: ({ form, rows }) => {
    const count = form.head.unitCount;
    if (count === null || count.value <= 1) return [];
    return rows.flatMap(({ card, indicator, basis, ruleRow }) => {
      const said = none.test((basis ?? "").replace(/\s+/gu, ""));
      const fact = card.facts.find(({ spec }) => spec.key === ruleRow?.subordinates);
      if (!said && fact?.value !== "不涉及") return [];
      return {
        at: inCell(indicator.basis?.at ?? card.at),
        other: inCell(count.at),
        subject: card.indicator,
        essence: String(count.value),
        what: `单位数填${count.value}，“${card.indicator}”却按没有下属单位处理。`,
        why: "有下属单位的，须组织下属单位开展单位整体支出绩效自评。",
        todo: "请核对单位数，或写明下属单位的绩效工作。",
      };
    });
  },
};
