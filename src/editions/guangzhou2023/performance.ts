import type { FactSpec } from "../../criteria/fact";
import { tierLevels } from "../../criteria/kinds/levels";
import { ask, calendar, figures, lines, rowsUnder, standIn, statements } from "../describe";
import type { WordPattern } from "../edition";

/** Between 指标 and 完成率. A completion rate must name its own measure: 产出, 效益 or 专项资金. */
export const kinds = "(?:的|年度|综合|总体|平均|整体|总|加权|目标){0,4}";

/** The clause behind it names the rate, and means the same indicators. */
const doneThen =
  "(?:共?(?:计|有|设)?\\d{1,3}[个项],)?(?:(?:均|都|全部)(?:已)?(?:完成|达标|实现|达到)(?:年度|年初|设定|预期|既定|的){0,4}(?:目标值?|任务)?|(?:完成|实现)情况(?:良好|较好)),(?:综合|总体|平均)?(?:完成|实现)率{is}";

/** "产出指标25项，已完成25项，完成率100%": whether the counts give the rate is seen by what stands beside it. */
const doneOfThem =
  "(?:共计|共有|共设|共|有|设)?\\d{1,3}[个项],(?:已|实际|全部|均){0,2}(?:完成|达标|实现)(?:了)?\\d{1,3}[个项],(?:综合|总体)?(?:完成|实现)率{is}{pct}";

/** "产出指标12项，综合完成率98%": all of them together. */
const togetherThen =
  "(?:共?(?:计|有|设)?\\d{1,3}[个项]),(?:综合|总体|平均|加权|整体){1,2}(?:完成|实现)率{is}{pct}";

/** As many done as there are; the count before is the one behind it. */
const countedThen =
  "(?:共有|共设|共|有|设)?\\d{1,3}[个项],(?:截至年末|截至年底)?,?\\d{1,3}[个项](?:均|都|全部|已){0,2}(?:完成|达标|实现|达到)(?:目标值?)?,(?:综合|总体)?(?:完成|实现)率{is}{pct}" +
  "(?<=\\D\\2,(?:截至年末|截至年底)?,?(\\d{1,3}[个项])(?:均|都|全部|已){0,2}(?:完成|达标|实现|达到)[^;]{0,30})";

const filedWords: readonly WordPattern[] = [
  statements("filed", "否", {
    未申报部门整体绩效目标:
      "(?:未|没有|无)(?:申报|编报|报送|填报|编制|上报|报)(?:本?部门|我局|单位)?整体(?:支出|预算)?绩效目标",
  }),
  statements("filed", "是", {
    已按要求申报部门整体绩效目标:
      "已(?:按要求|按规定|按时|及时){0,2}(?:申报|编报|报送|填报|上报)(?:了)?(?:本?部门|我局)?整体(?:支出|预算)?绩效目标",
  }),
].flat();

export function annexAsks(filing: string, sources: string): readonly FactSpec[] {
  return [
    ask("answer", "filed", `是否申报${filing}`, sources, `是否申报了${filing}？`, standIn),
    ask(
      "rate",
      "summaryRate",
      "指标完成率（汇总，附表未填时暂用）",
      sources,
      "附表尚未填写：请在附表逐项填写年度目标值和实际完成值，或暂填指标完成率。",
    ),
  ];
}

const completionLines = [
  "1.首先根据绩效目标表（年初目标值/实际完成值）计算指标完成率。按完成率计分，并设置及格门槛：",
  "   完成率60%以下为不及格，不得分；",
  "   完成率为60%-100%的，得分=完成率×本指标分值；",
  "   完成率100-150%的，得满分；",
  "   完成率高于150%的，得一半分。",
] as const;

/** The rows of every annex are scored alike. */
export const completion = {
  passLine: 0.6,
  atPassLine: { setting: "passLine", options: { scores: "scores", fails: "fails" } },
  over: 1.5,
  overShare: 0.5,
  clauses: {
    failed: "完成率60%以下为不及格，不得分",
    partly: "完成率为60%-100%的，得分=完成率×本指标分值",
    full: "完成率100-150%的，得满分",
    over: "完成率高于150%的，得一半分",
    linear: "得分=完成率×本指标分值",
  },
  atMostMissed: { setting: "atMostMissed", options: { inverse: "inverse", zero: "zero" } },
  approximateTarget: {
    setting: "approximateTarget",
    options: { asNumber: "asNumber", tenPercent: "tenPercent" },
  },
  levels: tierLevels,
  mix: { setting: "specialFundMix", options: { byAmount: "byAmount", equal: "equal" } },
} as const;

export const summaryName = "指标完成率（汇总）";
const department = {
  filed: "filed",
  filing: "部门整体绩效目标",
  summary: "summaryRate",
  summaryName,
} as const;
const notFiled = "如未报整体绩效目标，此项自评不得分";

/** 整体效能: what was achieved, and how much of the money was spent. */
export const performanceRows = rowsUnder("履职效能", "整体效能", [
  {
    id: "output",
    alwaysApplies: true,
    name: "部门整体绩效目标产出指标完成情况",
    aliases: ["产出指标完成情况", "整体绩效目标产出指标完成情况", "产出指标"],
    weight: 10,
    clause: lines(
      ...completionLines,
      "2.再计算本评价指标的综合得分=各产出指标单项得分合计。",
      "3.如未报整体绩效目标，此项自评不得分。",
    ),
    criterion: { kind: "sum", ...department, clauses: { sum: "综合得分=各产出指标单项得分合计", notFiled } },
    asks: annexAsks("部门整体绩效目标", "绩效目标批复表；业务统计"),
    words: [
      figures("summaryRate", {
        "部门整体绩效目标产出指标完成率为100%": `(?<!项目(?:支出)?)产出指标(?:[、和及与]效益指标)?${kinds}(?:完成|实现|达成)率{is}{pct}`,
        "产出指标均已完成，完成率100%": `(?<!项目(?:支出)?)产出指标${doneThen}{pct}`,
        "产出指标25项，已完成25项，完成率100%": `(?<!项目(?:支出)?)产出指标${doneOfThem}`,
        "产出指标12项，综合完成率98%": `(?<!项目(?:支出)?)产出指标${togetherThen}`,
        "产出指标8个，8个已完成，完成率100%": `(?<!项目(?:支出)?)产出指标${countedThen}`,
      }),
      filedWords,
    ],
    annex: {
      kind: "department",
      title: "部门整体支出绩效指标完成情况表",
      groups: ["output"],
      counted: "产出指标",
      sum: "综合得分=各指标单项得分合计",
      levelsWritten: false,
      scale: "branches",
      ...completion,
    },
  },
  {
    id: "benefit",
    alwaysApplies: true,
    name: "部门整体绩效目标效益指标完成情况",
    aliases: ["效益指标完成情况", "整体绩效目标效益指标完成情况", "效益指标"],
    weight: 10,
    clause: lines(
      ...completionLines,
      "2.再计算本评价指标的综合得分=各产出指标单项得分合计。",
      "3.非量化效益指标的得分需提供详细的书面评分依据。根据指标完成情况分为三档：达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差，分别按照该指标对应分值区间100%-80%（含80%）、80%-60%（含60%）、60%-0%合理确定分值。",
      "4.如未报整体绩效目标，此项自评不得分。",
    ),
    criterion: {
      kind: "sum",
      ...department,
      clauses: { sum: "按完成率计分，综合得分=各指标单项得分合计", notFiled },
    },
    asks: annexAsks("部门整体绩效目标", "绩效目标批复表；业务统计；满意度问卷"),
    words: [
      figures("summaryRate", {
        "部门整体绩效目标效益指标完成率为96.57%": `(?<!项目(?:支出)?)效益指标(?:[、和及与]产出指标)?${kinds}(?:完成|实现|达成)率{is}{pct}`,
        "效益指标均已完成，完成率100%": `(?<!项目(?:支出)?)效益指标${doneThen}{pct}`,
        "效益指标25项，已完成25项，完成率100%": `(?<!项目(?:支出)?)效益指标${doneOfThem}`,
        "效益指标12项，综合完成率98%": `(?<!项目(?:支出)?)效益指标${togetherThen}`,
        "效益指标8个，8个已完成，完成率100%": `(?<!项目(?:支出)?)效益指标${countedThen}`,
      }),
      filedWords,
    ],
    annex: {
      kind: "department",
      title: "部门整体支出绩效指标完成情况表",
      groups: ["benefit"],
      counted: "效益指标",
      sum: "综合得分=各指标单项得分合计",
      levelsWritten: true,
      scale: "branches",
      ...completion,
    },
  },
  {
    id: "budgetExecution",
    alwaysApplies: true,
    name: "部门预算资金支出率",
    aliases: ["部门预算支出率", "预算资金支出率", "部门预算执行率"],
    weight: 5,
    clause: lines(
      "1.按财政部门通报各部门月度一般公共预算支出执行率计算年度平均执行率。",
      "一般公共预算支出年度平均执行率=∑每月一般公共预算支出执行率÷n（n为当年自通报之月起的通报月份数量；每月执行率超过100%的，按100%计算）",
      "2.年度平均执行率达到100%的，得满分；年度平均执行率低于100%的，得分=年度平均执行率*本指标分值。",
      "3.各基础数据与机关绩效考核口径一致。",
    ),
    criterion: {
      kind: "ratio",
      measure: {
        of: "mean",
        name: "年度平均执行率",
        series: "rates",
        first: "firstMonth",
        count: "monthCount",
        standIn: "meanRate",
        cap: 1,
        clauses: { mean: "∑每月一般公共预算支出执行率÷n", cap: "每月执行率超过100%的，按100%计算" },
      },
      clause: "年度平均执行率低于100%的，得分=年度平均执行率×本指标分值",
    },
    clauseKeys: { 年度平均执行率: "meanRate" },
    asks: [
      ask(
        { count: "月" },
        "firstMonth",
        "起始通报月",
        "财政月度通报",
        "财政部门从几月开始通报执行率？",
        calendar,
      ),
      ask({ count: "个月" }, "monthCount", "通报月份数量", "财政月度通报", "当年共通报了几个月？", calendar),
      ask(
        "months",
        "rates",
        "各月一般公共预算支出执行率（相对序时进度）",
        "财政月度通报；机关绩效考核通知",
        "请填写各通报月份的一般公共预算支出执行率。",
      ),
      ask("rate", "meanRate", "年度平均执行率（财政部门提供）", "机关绩效考核通知", null, standIn),
    ],
    words: [
      // Only 平均执行率: "全年执行率99.83%" is December's figure, not the mean of the capped months. "3-11月平均执行率"
      // is the mean of some of them.
      figures("meanRate", {
        "2023年度平均执行率为99.983%": "(?:年度|全年|^|[^月份度均])平均(?:支出)?执行率{is}{pct}",
        "3-12月平均执行率为99.1%":
          "(?<![\\d.])[1-3]月?(?:份)?[-—\\x7e至到]12月(?:份)?(?:的)?平均(?:支出)?执行率{is}{pct}",
      }),
    ],
    bulletin: { series: "rates", first: "firstMonth", count: "monthCount" },
  },
]);
