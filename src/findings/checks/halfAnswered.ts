import { inCell, type Check, type CheckExample, type Found } from "../finding";
import { isNil } from "../passages";

const allAnswered = /不涉及|涉密/u;

/** Evidence that speaks of one of the things asked for, or of none. */
export const halfAnswered: Check = {
  id: "halfAnswered",
  title: "评分标准的几个条件都作了说明",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, indicator, basis, score, lost, rubricRow }): readonly Found[] => {
      const parts = rubricRow?.conditions;
      if (parts === undefined || basis === null || indicator.basis === null || score === null || lost)
        return [];
      if (isNil(basis) || allAnswered.test(basis)) return [];
      const text = basis.replace(/\s+/gu, "");
      const lacking = parts.filter(({ words }) => !new RegExp(words, "u").test(text));
      if (lacking.length === 0) return [];
      const names = lacking.map(({ name }) => `“${name}”`).join("、");
      return [
        {
          at: inCell(indicator.basis.at),
          other: inCell(card.at),
          subject: card.indicator,
          essence: lacking.map(({ name }) => name).join("、"),
          what: `“${card.indicator}”要求${parts.length}个条件，评分依据没有说明${names}。`,
          why: "一句话只说明其中一部分，其余部分复核时可不得分。",
          todo: `请补写${names}的情况。`,
        },
      ];
    }),
};

export const examples: readonly CheckExample[] = [
  {
    title: "只写预算公开，没写决算",
    book: { rows: [{ id: "budgetDisclosure", basis: "已按要求进行预算公开" }] },
    finds: 1,
  },
  {
    title: "预算、决算都写了",
    book: { rows: [{ id: "budgetDisclosure", basis: "已按要求公开2023年部门预算和2022年部门决算。" }] },
    finds: 0,
  },
  {
    title: "只写盘点，没写结果处理",
    book: { rows: [{ id: "assetInventory", basis: "已按要求进行盘点" }] },
    finds: 1,
  },
  {
    title: "盘点和结果处理都写了",
    book: { rows: [{ id: "assetInventory", basis: "已完成年度盘点，盘亏资产已按规定处理。" }] },
    finds: 0,
  },
  { title: "空白的另有一项检查", book: { rows: [{ id: "assetInventory" }] }, finds: 0 },
  {
    title: "扣分的行说明的是扣分",
    book: { rows: [{ id: "assetInventory", score: 0, basis: "未进行盘点" }] },
    finds: 0,
  },
];
