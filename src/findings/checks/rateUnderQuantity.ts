import { inCell, type Check, type CheckExample, type Found } from "../finding";

export const rateUnderQuantity: Check = {
  id: "rateUnderQuantity",
  title: "百分率没有列在“数量指标”下",
  severity: "提示",
  find: ({ annexes }) =>
    annexes.flatMap(({ rows }) =>
      rows.flatMap(({ row, completion }): readonly Found[] => {
        if (!row.level2.includes("数量") || completion.target.kind !== "quantity") return [];
        if (!completion.target.figures.every(({ unit }) => unit.name === "%")) return [];
        const name = row.name.value;
        return [
          {
            at: inCell(row.name.at),
            other: inCell(row.target.at),
            subject: name,
            essence: "数量指标",
            what: `“${name}”的目标值是百分率（${completion.target.figures[0].text}），列在“数量指标”下。`,
            why: "率、比例一般属于质量或时效指标。",
            todo: "请核对批复的指标分类；批复如此的，可标为已核实。",
          },
        ];
      }),
    ),
};

export const examples: readonly CheckExample[] = [
  {
    title: "调解成功率列为数量指标",
    book: { annex: [{ name: "调解成功率", target: "60%", actual: "82.52%" }] },
    finds: 1,
  },
  {
    title: "列为质量指标",
    book: { annex: [{ level2: "质量指标", name: "调解成功率", target: "60%", actual: "82.52%" }] },
    finds: 0,
  },
  {
    title: "数量指标填人数",
    book: { annex: [{ name: "培训人数", target: "60人", actual: "82人" }] },
    finds: 0,
  },
];
