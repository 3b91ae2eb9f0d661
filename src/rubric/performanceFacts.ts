import { fact, standIn, yesNo, type FactsByRow } from "./fact";
import type { FactSpec } from "../rules/fact";

function annexFacts(filing: string, sources: string): readonly FactSpec[] {
  return [
    fact("answer", "filed", `是否申报${filing}`, yesNo, sources, `是否申报了${filing}？`, standIn),
    fact(
      "rate",
      "summaryRate",
      "指标完成率（汇总，附表未填时暂用）",
      "%",
      sources,
      "附表尚未填写：请在附表逐项填写年度目标值和实际完成值，或暂填指标完成率。",
    ),
  ];
}

/** The facts of 履职效能：整体效能、专项效能 (rows 1–5). */
export const performanceFacts = {
  output: annexFacts("部门整体绩效目标", "绩效目标批复表；业务统计"),
  benefit: annexFacts("部门整体绩效目标", "绩效目标批复表；业务统计；满意度问卷"),
  budgetExecution: [
    fact("count", "firstMonth", "起始通报月", "月", "财政月度通报", "财政部门从几月开始通报执行率？", {
      bulletin: "firstMonth",
    }),
    fact("count", "monthCount", "通报月份数量", "个月", "财政月度通报", "当年共通报了几个月？", {
      bulletin: "monthCount",
    }),
    fact(
      "months",
      "rates",
      "各月一般公共预算支出执行率（相对序时进度）",
      "%",
      "财政月度通报；机关绩效考核通知",
      "请填写各通报月份的一般公共预算支出执行率。",
      { bulletin: "rates" },
    ),
    fact(
      "rate",
      "meanRate",
      "年度平均执行率（财政部门提供）",
      "%",
      "机关绩效考核通知",
      "年度平均执行率是多少？",
      standIn,
    ),
  ],
  specialResult: annexFacts("专项资金绩效目标", "专项资金绩效目标表"),
  specialExecution: [
    fact(
      "amount",
      "spent",
      "专项资金预算支出数",
      "万元",
      "财政通报；下达文件",
      "专项资金到年底支出多少万元？",
    ),
    fact(
      "amount",
      "allotted",
      "专项资金下达（安排）数",
      "万元",
      "下达文件",
      "专项资金下达（安排）多少万元？",
    ),
    fact(
      "rate",
      "progress",
      "支出进度（财政部门通报）",
      "%",
      "财政通报",
      "专项资金支出进度是多少？",
      standIn,
    ),
  ],
} as const satisfies FactsByRow;
