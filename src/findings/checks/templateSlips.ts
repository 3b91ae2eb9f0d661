import { inCell, type Check, type CheckExample } from "../finding";

/** Slips that are printed in the official template itself, and how they are read. */
const slips: readonly { readonly words: RegExp; readonly says: string; readonly row?: string }[] = [
  {
    words: /年初目标值[/／÷]实际完成值/u,
    says: "“年初目标值/实际完成值”按字面是反的，完成率按“实际完成值÷年初目标值”计算",
  },
  {
    words: /各产出指标单项得分合计/u,
    row: "benefit",
    says: "效益指标的评分标准写“各产出指标单项得分合计”，按各效益指标单项得分合计计算",
  },
  { words: /一级级/u, says: "“一级级项目”应为“一级项目”" },
  { words: /[=＝]部专项资金/u, says: "“部专项资金”应为“部门专项资金”" },
];

/** One finding for the whole form: the clerk cannot change the template, but should know how it is read. */
export const templateSlips: Check = {
  id: "templateSlips",
  title: "模板里的笔误及本工具的读法",
  severity: "提示",
  find: ({ rows }) => {
    const seen = slips.flatMap(({ words, says, row }) => {
      const first = rows.find(
        ({ indicator, rubricRow }) =>
          words.test(indicator.standard?.value.replace(/\s+/gu, "") ?? "") &&
          (row === undefined || rubricRow?.id === row),
      );
      return first?.indicator.standard == null ? [] : [{ says, at: first.indicator.standard.at }];
    });
    const [first] = seen;
    if (first === undefined) return [];
    return [
      {
        at: inCell(first.at),
        subject: "评分标准",
        essence: seen.map(({ says }) => says).join("；"),
        what: `评分标准的文字有笔误：${seen.map(({ says }) => says).join("；")}。`,
        why: "这些是模板本身的文字，照字面读会算错。",
        todo: "不用改动；复核时可据此说明。",
      },
    ];
  },
};

export const examples: readonly CheckExample[] = [
  { title: "完成率的算式按字面是反的", book: { rows: [{ id: "output" }] }, finds: 1 },
  { title: "没有笔误", book: { rows: [{ id: "assetUse" }] }, finds: 0 },
];
