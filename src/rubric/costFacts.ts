import { fact, standIn, yesNo, type FactsByRow } from "./fact";

/** The facts of 运行成本 (rows 27–28). */
export const costFacts = {
  overhead: [
    fact(
      "amount",
      "actual",
      "公用经费实际支出数",
      "万元",
      "决算基本支出明细表",
      "实际支出公用经费总额是多少万元？",
    ),
    fact(
      "amount",
      "budget",
      "公用经费预算安排数",
      "万元",
      "预算批复",
      "预算安排公用经费总额是多少万元？（请注明口径）",
    ),
    fact("rate", "rate", "公用经费控制率（直接填写）", "%", "决算报表", "公用经费控制率是多少？", {
      ...standIn,
      range: true,
    }),
  ],
  threePublic: [
    fact(
      "amount",
      "actual",
      "“三公”经费实际支出数",
      "万元",
      "决算“三公”经费表",
      "“三公”经费实际支出数是多少万元？",
    ),
    fact(
      "amount",
      "budget",
      "“三公”经费预算安排数",
      "万元",
      "预算批复",
      "预算安排的“三公”经费数是多少万元？（请注明口径）",
    ),
    fact(
      "answer",
      "within",
      "实际支出数是否不超过预算安排数",
      yesNo,
      "决算“三公”经费表",
      "“三公”经费实际支出数是否不超过预算安排数？",
      standIn,
    ),
  ],
} as const satisfies FactsByRow;
