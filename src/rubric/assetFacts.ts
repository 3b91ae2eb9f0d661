import { fact, na, standIn, yesNo, type FactsByRow } from "./fact";

/** The facts of 资产管理 (rows 21–26). */
export const assetFacts = {
  assetAllocation: [
    fact(
      "count",
      "over",
      "超过配置标准",
      "项（类）",
      "资产系统；配置标准",
      "办公用房面积和办公设备超过配置标准的有几项（类）？",
    ),
  ],
  assetIncome: [
    fact(
      "count",
      "lateDisposal",
      "处置收益超过3个月未上缴",
      "笔",
      "非税缴款书",
      "处置收益超过3个月未上缴的有几笔？没有处置的填“不涉及”并说明。",
      na,
    ),
    fact(
      "count",
      "lateRent",
      "租金超过3个月未上缴",
      "笔",
      "非税缴款书；租赁台账",
      "租金超过3个月未上缴的有几笔？没有出租的填“不涉及”并说明。",
      na,
    ),
  ],
  assetInventory: [
    fact("answer", "done", "是否进行资产盘点", yesNo, "盘点报告", "当年是否进行了一次资产盘点？"),
    fact("answer", "settled", "是否完成盘点结果处理", yesNo, "处理批复", "是否完成盘点结果处理？"),
  ],
  dataQuality: [
    fact("answer", "complete", "年报数据完整、准确", yesNo, "资产年报", "国有资产年报数据是否完整、准确？"),
    fact(
      "answer",
      "explained",
      "核实性问题均有效、真实说明",
      yesNo,
      "资产年报",
      "核实性问题是否均能提供有效、真实的说明？",
    ),
    fact("answer", "ledgers", "资产账与财务账相符", yesNo, "对账表", "资产账与财务账是否相符？"),
    fact("answer", "physical", "资产账与资产实体相符", yesNo, "盘点报告", "资产账与资产实体是否相符？"),
    fact(
      "points",
      "judged",
      "评定分（有一项为否时）",
      "分",
      "评定人",
      "有一项为“否”：请评定得分，并在口径说明里写明理由。",
      standIn,
    ),
  ],
  assetCompliance: [
    fact(
      "answer",
      "rules",
      "是否有资产管理内部规程",
      yesNo,
      "制度文件",
      "有无行政事业性国有资产管理内部管理规程？",
    ),
    fact(
      "count",
      "findings",
      "巡视、审计、监督检查发现资产管理问题",
      "次",
      "巡视、审计、检查报告",
      "巡视、审计、监督检查发现资产管理问题几次？",
    ),
  ],
  assetUse: [
    fact(
      "amount",
      "inUse",
      "实际在用固定资产总额（原值）",
      "万元",
      "资产年报",
      "实际在用固定资产总额（原值）是多少万元？",
    ),
    fact("amount", "total", "固定资产总额（原值）", "万元", "资产年报", "固定资产总额（原值）是多少万元？"),
    fact("rate", "rate", "固定资产利用率（直接填写）", "%", "资产年报", "固定资产利用率是多少？", {
      ...standIn,
      range: true,
    }),
  ],
} as const satisfies FactsByRow;
