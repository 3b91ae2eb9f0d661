import { ask, figures, lines, rowsUnder, standIn } from "../describe";
import { zeroWhole } from "./ambiguities";
import { annexAsks, completion, kinds, summaryName } from "./performance";

const fundClause = "综合得分=产出指标自评分数+效益指标自评分数";

/** 专项效能: what the special funds achieved, and how much of them was spent. */
export const specialFundRows = rowsUnder("履职效能", "专项效能", [
  {
    id: "specialResult",
    name: "专项资金绩效完成情况",
    aliases: ["专项资金绩效目标完成情况", "专项资金绩效"],
    weight: 20,
    clause: lines(
      "本指标综合得分=专项资金（一级项目）产出指标自评分数+效益指标自评分数。",
      "见附件《专项资金（一级级项目）绩效指标完成情况表》。",
    ),
    criterion: {
      kind: "sum",
      filed: "filed",
      filing: "专项资金绩效目标",
      summary: "summaryRate",
      summaryName,
      clauses: { sum: fundClause, notFiled: fundClause },
    },
    asks: annexAsks("专项资金绩效目标", "专项资金绩效目标表"),
    words: [
      figures("summaryRate", {
        "专项资金绩效指标完成率为98.5%": `专项资金(?:绩效)?(?:指标|目标)${kinds}(?:完成|实现|达成)率{is}{pct}`,
        "专项资金各项绩效指标均已完成，完成率100%":
          "专项资金(?:的)?(?:各项|全部|所有)?(?:绩效)?(?:指标|目标)(?:均|都|全部)?(?:已)?(?:完成|达标|实现)(?:情况(?:良好|较好))?,(?:绩效)?(?:指标)?(?:综合|总体)?完成率{is}{pct}",
        "专项资金产出指标、效益指标均100%完成":
          "专项资金(?:的)?产出指标[、和及与]效益指标(?:均|都|全部)(?:已)?{pct}完成",
        "产出指标完成率98%，效益指标完成率98%": `产出指标${kinds}(?:完成|实现|达成)率{is}{pct}(?=[,、;]?效益指标${kinds}(?:完成|实现|达成)率(?:为|达到?|是|:)?\\1)`,
      }),
    ],
    annex: {
      kind: "specialFund",
      title: "专项资金（一级项目）绩效指标完成情况表",
      groups: ["output", "benefit"],
      counted: "专项资金绩效指标",
      sum: fundClause,
      levelsWritten: false,
      scale: { setting: "specialFundBranches", options: { branches: "branches", linear: "linear" } },
      ...completion,
    },
  },
  {
    id: "specialExecution",
    name: "专项资金支出率",
    aliases: ["专项资金支出进度", "专项资金预算支出率"],
    weight: 5,
    clause: lines(
      "1.首先计算专项资金（政策任务）支出进度=（专项资金预算支出数÷专项资金下达（安排）数）×100%。",
      "2.本指标综合得分=部专项资金（政策任务）支出进度×本指标分值。",
      "3.各基础数据与财政部门通报口径一致。",
    ),
    criterion: {
      kind: "ratio",
      measure: {
        of: "ratio",
        name: "专项资金支出进度",
        part: "spent",
        whole: ["allotted"],
        standIn: "progress",
        zeroWhole,
        aboveWhole: "remark",
      },
      clause: "综合得分=专项资金（政策任务）支出进度×本指标分值",
    },
    budgetAmount: { fact: "allotted", title: "专项资金" },
    clauseKeys: { 专项资金支出进度: "progress" },
    asks: [
      ask("amount", "spent", "专项资金预算支出数", "财政通报；下达文件", "专项资金到年底支出多少万元？"),
      ask("amount", "allotted", "专项资金下达（安排）数", "下达文件", "专项资金下达（安排）多少万元？"),
      ask("rate", "progress", "支出进度（财政部门通报）", "财政通报", "专项资金支出进度是多少？", standIn),
    ],
    words: [
      figures("progress", {
        "我局的专项资金2023年的市本级支出进度为99.98%": "(?:^|[^序时])(?:支出进度|支出率){is}{pct}",
        "专项资金预算执行率99.9%": "专项资金(?:预算)?(?:支出)?执行率{is}{pct}",
      }),
      figures("spent", {
        "专项资金实际支出416.08万元":
          "(?:实际支出|预算支出|已支出|累计支出|共支出|支出数)(?:专项资金)?(?:数|金额|总额|资金)?{is}{amt}",
      }),
      figures("spent", {
        "专项资金安排420万元，支出416.08万元":
          "(?:下达|安排)[^;:未没无不]{0,24}?元,(?:已|共|实际)?支出(?:了)?{is}{amt}",
      }),
      figures("allotted", {
        专项资金下达数为420万元:
          "(?:下达|安排)(?:安排)?(?:专项资金)?(?:数|金额|总额|资金|预算|指标)?{is}{amt}",
      }),
    ],
  },
]);
