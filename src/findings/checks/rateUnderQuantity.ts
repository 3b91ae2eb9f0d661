import { inCell, type Check } from "../finding";

export const rateUnderQuantity: Check = {
  id: "rateUnderQuantity",
  title: "百分率没有列在“数量指标”下",
  severity: "提示",
  find: ({ annexRows }) =>
    annexRows.flatMap(({ row, name, completion }) => {
      if (!row.level2.includes("数量") || completion.target.kind !== "quantity") return [];
      if (!completion.target.figures.every(({ unit }) => unit.name === "%")) return [];
      return {
        at: inCell(row.name.at),
        other: inCell(row.target.at),
        subject: name,
        essence: "数量指标",
        what: `“${name}”的目标值是百分率（${completion.target.figures[0].text}），列在“数量指标”下。`,
        why: "率、比例一般属于质量或时效指标。",
        todo: "请核对批复的指标分类；批复如此的，可标为已核实。",
      };
    }),
};
