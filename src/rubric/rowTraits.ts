import type { AnnexClause } from "../rules/annexSum";
import type { EditionTraits, RowTraits } from "./rubric";

/* What the checks and the annexes ask of the rows and of the edition. Word patterns are sources of regular expressions. */

const department = {
  kind: "department",
  title: "部门整体支出绩效指标完成情况表",
  sum: "综合得分=各指标单项得分合计",
  branches: true,
} as const;

const specialFund: AnnexClause = {
  kind: "specialFund",
  title: "专项资金（一级项目）绩效指标完成情况表",
  groups: ["output", "benefit"],
  counted: "专项资金绩效指标",
  sum: "综合得分=产出指标自评分数+效益指标自评分数",
  branches: false,
  tiers: false,
};

/** By the id of the row. */
export const rowTraits: Readonly<Record<string, RowTraits>> = {
  output: { annex: { ...department, groups: ["output"], counted: "产出指标", tiers: false } },
  benefit: { annex: { ...department, groups: ["benefit"], counted: "效益指标", tiers: true } },
  specialResult: { annex: specialFund },
  specialExecution: { budgetAmount: { fact: "allotted", title: "专项资金" } },
  financialCompliance: { audited: true },
  budgetDisclosure: {
    audited: true,
    conditions: [
      { name: "预算", words: "预算|预决算公开(?!专项|规范性|检查)" },
      { name: "决算", words: "(?<!预)决算|预决算(?!公开专项|公开规范性|公开检查)" },
    ],
  },
  performanceDisclosure: {
    conditions: [
      { name: "绩效目标", words: "目标" },
      { name: "绩效自评资料", words: "自评|自我评价" },
    ],
  },
  systemBuilding: {
    document: "绩效管理制度",
    conditions: [
      { name: "本级使用资金的绩效要求", words: "本级|绩效目标管理|绩效要求|部门预算|资金管理" },
      { name: "专项资金管理办法", words: "专项" },
      { name: "绩效职责分工", words: "职责|分工" },
    ],
  },
  resultUse: {
    conditions: [
      { name: "监控预警的处理", words: "预警|监控" },
      { name: "重点评价整改情况反馈", words: "重点评价|整改" },
      { name: "评价结果与预算挂钩", words: "挂钩|预算安排|预算编制|结合" },
    ],
  },
  systemExecution: {
    subordinates: "subordinates",
    conditions: [
      { name: "绩效目标编报质量", words: "目标|回退|退回" },
      { name: "绩效监控", words: "监控|监测" },
      { name: "绩效自评", words: "自评" },
    ],
  },
  intentionComplete: { procurement: true },
  intentionTiming: { procurement: true },
  procurementControls: { procurement: true, document: "采购内部控制制度" },
  procurementCompliance: { procurement: true, audited: true },
  contractSigning: { procurement: true },
  contractFiling: { procurement: true },
  procurementPolicy: { procurement: true, purchases: ["actual", "reserved"] },
  assetAllocation: { audited: true },
  assetIncome: {
    conditions: [
      { name: "处置收益", words: "处置|资产收益" },
      { name: "租金", words: "租|资产收益|使用收益" },
    ],
  },
  assetInventory: {
    conditions: [
      { name: "盘点", words: "盘点|清查" },
      { name: "盘点结果处理", words: "结果|处理|盘盈|盘亏|账实|无差异|相符" },
    ],
  },
  dataQuality: {
    conditions: [
      { name: "年报数据完整、准确", words: "完整|准确" },
      { name: "核实性问题的说明", words: "核实性|说明" },
      { name: "资产账与财务账相符", words: "财务账|账账|账务|会计账" },
      { name: "资产账与实物相符", words: "实体|账实|实物|账物" },
    ],
  },
  assetCompliance: { document: "资产管理内部规程", audited: true },
};

export const editionTraits: EditionTraits = {
  topics: [
    {
      title: "专项资金支出进度",
      words: "专项资金[^，。；]{0,8}(?:支出率|支出进度|执行率)",
      rows: ["specialExecution"],
    },
    {
      title: "预算支出进度",
      words: "支出率|支出进度|执行率|序时进度|执行进度|支出滞后|支出缓慢",
      rows: ["budgetExecution", "specialExecution"],
    },
    {
      title: "绩效指标完成情况",
      words: "(?:产出|效益|绩效)?指标[^，。；]{0,8}(?:未完成|未达|没有完成|未能完成|完成率)",
      rows: ["output", "benefit", "specialResult"],
    },
    { title: "结转结余", words: "结转|结余", rows: ["carryover"] },
    { title: "预决算公开", words: "(?:预算|决算)[^，。；]{0,6}公开", rows: ["budgetDisclosure"] },
    { title: "绩效信息公开", words: "绩效[^，。；]{0,8}公开", rows: ["performanceDisclosure"] },
    { title: "绩效管理制度", words: "绩效管理[^，。；]{0,6}(?:制度|规定|办法)", rows: ["systemBuilding"] },
    { title: "采购合同备案", words: "备案", rows: ["contractFiling"] },
    { title: "采购合同签订", words: "合同[^，。；]{0,6}签订", rows: ["contractSigning"] },
    { title: "采购意向公开", words: "采购意向", rows: ["intentionComplete", "intentionTiming"] },
    {
      title: "政府采购",
      words: "采购",
      rows: [
        "intentionComplete",
        "intentionTiming",
        "procurementControls",
        "procurementCompliance",
        "contractSigning",
        "contractFiling",
        "procurementPolicy",
      ],
    },
    {
      title: "资产管理",
      words: "资产(?!负债)",
      rows: [
        "assetAllocation",
        "assetIncome",
        "assetInventory",
        "dataQuality",
        "assetCompliance",
        "assetUse",
      ],
    },
    { title: "公用经费", words: "公用经费", rows: ["overhead"] },
    { title: "“三公”经费", words: '[“"]?三公[”"]?经费', rows: ["threePublic"] },
  ],
  slips: [
    {
      words: "年初目标值[/／÷]实际完成值",
      says: "“年初目标值/实际完成值”按字面是反的，完成率按“实际完成值÷年初目标值”计算",
    },
    {
      words: "各产出指标单项得分合计",
      row: "benefit",
      says: "效益指标的评分标准写“各产出指标单项得分合计”，按各效益指标单项得分合计计算",
    },
    { words: "一级级", says: "“一级级项目”应为“一级项目”" },
    { words: "[=＝]部专项资金", says: "“部专项资金”应为“部门专项资金”" },
  ],
  specialFund: {
    level2: "专项效能",
    required: "主管专项资金的部门须填报专项资金绩效完成情况和支出率。",
    without: "没有专项资金的部门，“专项效能”的25分并入“整体效能”。",
    weights: { output: 20, benefit: 20, budgetExecution: 10 },
  },
};
