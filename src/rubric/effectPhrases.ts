import type { Phrase } from "../rules/phrase";
import { figure, statement } from "./phraseWords";

const kinds = "(?:的|年度|综合|总体|平均|整体|总|加权|目标){0,4}";
const noGoal =
  "(?:未|没有|无)(?:申报|编报|报送|填报|编制|上报|报)(?:本?部门|我局|单位)?整体(?:支出|预算)?绩效目标";
const goalFiled =
  "已(?:按要求|按规定|按时|及时){0,2}(?:申报|编报|报送|填报|上报)(?:了)?(?:本?部门|我局)?整体(?:支出|预算)?绩效目标";

/** 履职效能: rows 1 to 5. A completion rate must name its own measure: 产出, 效益 or 专项资金. */
export const effectPhrases: readonly Phrase[] = [
  figure(
    "output.summaryRate",
    `产出指标(?:[、和及与]效益指标)?${kinds}(?:完成|实现|达成)率{is}{pct}`,
    "部门整体绩效目标产出指标完成率为100%",
  ),
  figure(
    "benefit.summaryRate",
    `效益指标(?:[、和及与]产出指标)?${kinds}(?:完成|实现|达成)率{is}{pct}`,
    "部门整体绩效目标效益指标完成率为96.57%",
  ),
  figure(
    "specialResult.summaryRate",
    `专项资金(?:绩效)?(?:指标|目标)${kinds}(?:完成|实现|达成)率{is}{pct}`,
    "专项资金绩效指标完成率为98.5%",
  ),
  ...["output", "benefit"].flatMap((row): readonly Phrase[] => [
    statement(`${row}.filed`, "否", noGoal, "未申报部门整体绩效目标"),
    statement(`${row}.filed`, "是", goalFiled, "已按要求申报部门整体绩效目标"),
  ]),
  // Only 平均执行率: "全年执行率99.83%" is December's figure, not the mean of the capped months. "3-11月平均执行率"
  // is the mean of some of them.
  figure(
    "budgetExecution.meanRate",
    "(?:年度|全年|^|[^月份度均])平均(?:支出)?执行率{is}{pct}",
    "2023年度平均执行率为99.983%",
  ),
  figure(
    "specialExecution.progress",
    "(?:^|[^序时])(?:支出进度|支出率){is}{pct}",
    "我局的专项资金2023年的市本级支出进度为99.98%",
  ),
  figure(
    "specialExecution.spent",
    "(?:实际支出|预算支出|已支出|累计支出|共支出|支出数)(?:专项资金)?(?:数|金额|总额|资金)?{is}{amt}",
    "专项资金实际支出416.08万元",
  ),
  figure(
    "specialExecution.allotted",
    "(?:下达|安排)(?:安排)?(?:专项资金)?(?:数|金额|总额|资金|预算|指标)?{is}{amt}",
    "专项资金下达数为420万元",
  ),
];
