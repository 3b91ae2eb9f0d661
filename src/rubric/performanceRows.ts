import { annexSumRule } from "../rules/annexSum";
import { linearScale } from "../rules/linear";
import { measuredRule } from "../rules/measuredRule";
import { monthlyMeanMeasure } from "../rules/monthlyMean";
import { numberOnly } from "../rules/numberOnly";
import { ratioMeasure } from "../rules/ratio";
import type { RuleExample } from "../rules/rule";
import { factSpecs } from "./factSpecs";
import { lines } from "./lines";
import type { RubricRow } from "./rubric";

/** 履职效能: what was achieved, and how much of the money was spent. */

const annexExamples: readonly RuleExample[] = [
  { title: "没有申报目标，不得分", facts: { filed: { value: "否" } }, weight: 10, expect: 0 },
  {
    title: "附表未填，按汇总完成率暂计",
    facts: { summaryRate: { value: 0.9657 } },
    weight: 10,
    expect: 9.657,
  },
  { title: "汇总完成率低于60%也不清零", facts: { summaryRate: { value: 0.5 } }, weight: 10, expect: 5 },
  { title: "汇总完成率高于150%也不减半", facts: { summaryRate: { value: 1.6 } }, weight: 10, expect: 10 },
  { title: "什么都没填，待补充", facts: {}, weight: 10, expect: "missing" },
];

function months(...rates: readonly number[]): readonly (number | null)[] {
  return [...Array<null>(12 - rates.length).fill(null), ...rates];
}

const notFiled = "如未报整体绩效目标，此项自评不得分";

export const performanceRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "output",
    level1: "履职效能",
    level2: "整体效能",
    name: "部门整体绩效目标产出指标完成情况",
    aliases: ["产出指标完成情况", "整体绩效目标产出指标完成情况", "产出指标"],
    part: 1,
    weight: 10,
    clause: lines(
      "1.首先根据绩效目标表（年初目标值/实际完成值）计算指标完成率。按完成率计分，并设置及格门槛：",
      "   完成率60%以下为不及格，不得分；",
      "   完成率为60%-100%的，得分=完成率×本指标分值；",
      "   完成率100-150%的，得满分；",
      "   完成率高于150%的，得一半分。",
      "2.再计算本评价指标的综合得分=各产出指标单项得分合计。",
      "3.如未报整体绩效目标，此项自评不得分。",
    ),
    rule: annexSumRule({
      facts: factSpecs.output,
      filing: "部门整体绩效目标",
      clauses: { sum: "综合得分=各产出指标单项得分合计", notFiled },
      examples: annexExamples,
    }),
  },
  {
    id: "benefit",
    level1: "履职效能",
    level2: "整体效能",
    name: "部门整体绩效目标效益指标完成情况",
    aliases: ["效益指标完成情况", "整体绩效目标效益指标完成情况", "效益指标"],
    part: 1,
    weight: 10,
    clause: lines(
      "1.首先根据绩效目标表（年初目标值/实际完成值）计算指标完成率。按完成率计分，并设置及格门槛：",
      "   完成率60%以下为不及格，不得分；",
      "   完成率为60%-100%的，得分=完成率×本指标分值；",
      "   完成率100-150%的，得满分；",
      "   完成率高于150%的，得一半分。",
      "2.再计算本评价指标的综合得分=各产出指标单项得分合计。",
      "3.非量化效益指标的得分需提供详细的书面评分依据。根据指标完成情况分为三档：达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差，分别按照该指标对应分值区间100%-80%（含80%）、80%-60%（含60%）、60%-0%合理确定分值。",
      "4.如未报整体绩效目标，此项自评不得分。",
    ),
    rule: annexSumRule({
      facts: factSpecs.benefit,
      filing: "部门整体绩效目标",
      clauses: { sum: "按完成率计分，综合得分=各指标单项得分合计", notFiled },
      examples: annexExamples,
    }),
  },
  {
    id: "budgetExecution",
    level1: "履职效能",
    level2: "整体效能",
    name: "部门预算资金支出率",
    aliases: ["部门预算支出率", "预算资金支出率", "部门预算执行率"],
    part: 1,
    weight: 5,
    clause: lines(
      "1.按财政部门通报各部门月度一般公共预算支出执行率计算年度平均执行率。",
      "一般公共预算支出年度平均执行率=∑每月一般公共预算支出执行率÷n（n为当年自通报之月起的通报月份数量；每月执行率超过100%的，按100%计算）",
      "2.年度平均执行率达到100%的，得满分；年度平均执行率低于100%的，得分=年度平均执行率*本指标分值。",
      "3.各基础数据与机关绩效考核口径一致。",
    ),
    rule: measuredRule(
      monthlyMeanMeasure(factSpecs.budgetExecution),
      linearScale("年度平均执行率低于100%的，得分=年度平均执行率×本指标分值"),
      [
        {
          title: "3月到12月，九个月满额，12月99.83%",
          facts: {
            firstMonth: { value: 3 },
            monthCount: { value: 10 },
            rates: { value: months(1, 1, 1, 1, 1, 1, 1, 1, 1, 0.9983) },
          },
          weight: 5,
          expect: 4.99915,
        },
        {
          title: "超过100%的月份按100%算",
          facts: { monthCount: { value: 3 }, rates: { value: months(1.04, 1, 0.98) } },
          weight: 5,
          expect: (5 * 2.98) / 3,
        },
        {
          title: "财政部门提供了平均执行率，以它为准",
          facts: { meanRate: { value: 0.99983 } },
          weight: 5,
          expect: 4.99915,
        },
        {
          title: "有一个月没填，是待补充，不是少算一个月",
          facts: { monthCount: { value: 4 }, rates: { value: months(1, 1, 1) } },
          weight: 5,
          expect: "missing",
        },
        {
          title: "填的不是到12月为止的月份",
          facts: { monthCount: { value: 2 }, rates: { value: [1, 1, ...Array<null>(10).fill(null)] } },
          weight: 5,
          expect: "missing",
        },
        {
          title: "起始月与月份数对不上",
          facts: { firstMonth: { value: 3 }, monthCount: { value: 3 }, rates: { value: months(1, 1, 1) } },
          weight: 5,
          expect: "missing",
        },
        { title: "只知道月份数", facts: { monthCount: { value: 10 } }, weight: 5, expect: "missing" },
      ],
    ),
  },
  {
    id: "specialResult",
    level1: "履职效能",
    level2: "专项效能",
    name: "专项资金绩效完成情况",
    aliases: ["专项资金绩效目标完成情况", "专项资金绩效"],
    part: 1,
    weight: 20,
    clause: lines(
      "本指标综合得分=专项资金（一级项目）产出指标自评分数+效益指标自评分数。",
      "见附件《专项资金（一级级项目）绩效指标完成情况表》。",
    ),
    rule: annexSumRule({
      facts: factSpecs.specialResult,
      filing: "专项资金绩效目标",
      clauses: {
        sum: "综合得分=产出指标自评分数+效益指标自评分数",
        notFiled: "综合得分=产出指标自评分数+效益指标自评分数",
      },
      examples: annexExamples.map((example) => ({
        ...example,
        weight: 20,
        expect: typeof example.expect === "number" ? example.expect * 2 : example.expect,
      })),
    }),
  },
  {
    id: "specialExecution",
    level1: "履职效能",
    level2: "专项效能",
    name: "专项资金支出率",
    aliases: ["专项资金支出进度", "专项资金预算支出率"],
    part: 1,
    weight: 5,
    clause: lines(
      "1.首先计算专项资金（政策任务）支出进度=（专项资金预算支出数÷专项资金下达（安排）数）×100%。",
      "2.本指标综合得分=部专项资金（政策任务）支出进度×本指标分值。",
      "3.各基础数据与财政部门通报口径一致。",
    ),
    rule: measuredRule(
      numberOnly(
        ratioMeasure({
          name: "专项资金支出进度",
          facts: factSpecs.specialExecution,
          part: "spent",
          whole: "allotted",
          standIn: "progress",
          aboveWhole: "refuse",
        }),
      ),
      linearScale("综合得分=专项资金（政策任务）支出进度×本指标分值"),
      [
        { title: "通报的支出进度99.98%", facts: { progress: { value: 0.9998 } }, weight: 5, expect: 4.999 },
        {
          title: "支出数除以下达数",
          facts: { spent: { value: 750 }, allotted: { value: 1000 } },
          weight: 5,
          expect: 3.75,
        },
        {
          title: "没有支出",
          facts: { spent: { value: 0 }, allotted: { value: 1000 } },
          weight: 5,
          expect: 0,
        },
        { title: "只有支出数", facts: { spent: { value: 750 } }, weight: 5, expect: "missing" },
        {
          title: "下达数为0，说明理由后视为不涉及",
          facts: { spent: { value: 0 }, allotted: { value: 0, reason: "当年未安排专项资金" } },
          weight: 5,
          expect: "notApplicable",
        },
        {
          title: "下达数为0，没有理由",
          facts: { spent: { value: 0 }, allotted: { value: 0 } },
          weight: 5,
          expect: "missing",
        },
        {
          title: "下达数为0，设置为列为待补充",
          facts: { spent: { value: 0 }, allotted: { value: 0, reason: "当年未安排专项资金" } },
          weight: 5,
          settings: { zeroDenominator: "missing" },
          expect: "missing",
        },
      ],
    ),
  },
];
