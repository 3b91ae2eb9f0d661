import type { EditionTraits } from "../edition";

/** What the checks ask of the form as a whole. Words are sources of regular expressions. */
export const checks: EditionTraits = {
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
    {
      title: "绩效结果应用",
      words: "(?:绩效|评价)[^，。；]{0,4}结果[^，。；]{0,4}(?:应用|运用)",
      rows: ["resultUse"],
    },
    {
      title: "绩效管理制度执行",
      words:
        "绩效目标[^，。；]{0,10}(?:退回|回退)|绩效[^，。；]{0,4}(?:自评|监控)[^，。；]{0,8}(?:报送|提交|开展)",
      rows: ["systemExecution"],
    },
    {
      title: "财务管理",
      words: "往来款|挂账|会计核算",
      rows: ["financialCompliance"],
    },
    { title: "采购合同备案", words: "备案", rows: ["contractFiling"] },
    {
      title: "采购合同签订",
      words: "合同[^，。；]{0,16}签订|签订[^，。；]{0,16}合同",
      rows: ["contractSigning"],
    },
    { title: "采购意向公开", words: "采购意向", rows: ["intentionComplete", "intentionTiming"] },
    { title: "采购投诉", words: "采购[^，。；]{0,12}(?:投诉|质疑)", rows: ["procurementCompliance"] },
    {
      title: "采购内控制度",
      words: "采购[^，。；]{0,6}(?:内控|内部控制)",
      rows: ["procurementControls"],
    },
    {
      title: "采购政策",
      words: "中小企业[^，。；]{0,12}(?:采购|份额)|预留[^，。；]{0,6}份额",
      rows: ["procurementPolicy"],
    },
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
      title: "资产配置",
      words: "(?:办公用房|办公设备|公务用车)[^，。；]{0,10}(?:超标|超编|标准|配[置备])|资产配置",
      rows: ["assetAllocation"],
    },
    {
      title: "资产收益上缴",
      words: "(?:租金|处置收益|资产收益)[^，。；]{0,12}(?:上缴|缴库|入库|收缴)",
      rows: ["assetIncome"],
    },
    { title: "资产盘点", words: "盘点", rows: ["assetInventory"] },
    {
      title: "资产数据",
      words: "资产[^，。；]{0,4}年报|账[实账卡][^，。；]{0,2}不?[相一]?[符致]",
      rows: ["dataQuality"],
    },
    {
      title: "固定资产利用",
      words: "(?:资产|设备|用房)[^，。；]{0,10}(?:闲置|利用率)",
      rows: ["assetUse"],
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
