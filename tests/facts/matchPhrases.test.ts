import { describe, expect, it } from "vitest";
import { matchPhrases } from "../../src/facts/matchPhrases";
import type { FactValue } from "../../src/rules/fact";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { editionRow } from "../support/editionRow";
import { factsIn } from "./factsIn";

type Case = readonly [string, string, Readonly<Record<string, FactValue>>];

const zeroFindings = { rectify: 0, misuse: 0, repeated: 0 };
const done = "是";

describe("评分依据里可以摘取的话（工作底稿第3节逐行，含变体）", () => {
  it.each<Case>([
    ["output", "部门整体绩效目标产出指标完成率为100%，得满分", { summaryRate: 1 }],
    ["output", "产出指标综合完成率达到 98.2 ％。", { summaryRate: 0.982 }],
    ["output", "产出指标、效益指标完成率均为100%", { summaryRate: 1 }],
    ["benefit", "部门整体绩效目标效益指标完成率为96.57%，按照完成率计算得分。", { summaryRate: 0.9657 }],
    ["benefit", "产出指标完成率100%，效益指标完成率是９６.５７%", { summaryRate: 0.9657 }],
    ["specialResult", "专项资金绩效指标完成率为98.5%", { summaryRate: 0.985 }],
    ["output", "我局未申报部门整体绩效目标", { filed: "否" }],
    [
      "budgetExecution",
      "2023年，我局全年一般公共预算执行率为99.83%；其余3-11月均超过序时进度，按100%参与计算。按评分标准加权计算得出2023年度平均执行率为99.983%，该项得分为4.99915分（5分*99.983%）。",
      { meanRate: 0.99983 },
    ],
    ["budgetExecution", "一般公共预算支出年度平均执行率达98.7%", { meanRate: 0.987 }],
    [
      "specialExecution",
      "我局的专项资金（即市就业专项资金）2023年的市本级支出进度为99.98%。按评分标准得出该项得分为4.999分（5分*99.98%）。",
      { progress: 0.9998 },
    ],
    ["specialExecution", "专项资金下达数416.08万元，实际支出400万元", { allotted: 416.08, spent: 400 }],
    [
      "preEvaluation",
      "2023年我局没有新增预算金额超过1000万元（含）的新增经常性二级项目、预算金额超过3000万元（含）的新增一次性二级项目。",
      { recurrent: "不涉及", oneOff: "不涉及" },
    ],
    ["preEvaluation", "本年无新增预算项目", { recurrent: "不涉及", oneOff: "不涉及" }],
    ["preEvaluation", "没有新增一次性二级项目", { oneOff: "不涉及" }],
    [
      "carryover",
      "根据2023年部门决算报表，年末财政拨款结转和结余决算数为0，结余结转率≤10%，本项得满分。",
      { closing: 0 },
    ],
    ["carryover", "年末财政拨款结余和结转为 12.50 万元", { closing: 12.5 }],
    ["carryover", "年末无结转结余", { closing: 0 }],
    ["carryover", "结余结转率≤10%", { rate: "≤10%" }],
    ["carryover", "结转结余率为3.2%，小于10%", { rate: 0.032 }],
    ["carryover", "10%＜结余结转率≤20%", { rate: "10%<率≤20%" }],
    ["financialCompliance", "未发现有关问题", zeroFindings],
    ["financialCompliance", "2023年未涉及部门预算审计和财会监督指出问题。本项得满分。", zeroFindings],
    ["financialCompliance", "审计和财会监督检查中没有发现问题", zeroFindings],
    ["financialCompliance", "没有套取、冒领、挪用资金的问题", { misuse: 0 }],
    [
      "performanceDisclosure",
      "我局绩效目标设置情况已随部门预算按时公开；绩效自评情况已随决算按时公开。",
      { goals: done, selfEvaluation: done },
    ],
    ["performanceDisclosure", "绩效目标已在规定时间公开。", { goals: done }],
    [
      "performanceDisclosure",
      "绩效目标、绩效自评资料均按规定时间在单位网站公开",
      { goals: done, selfEvaluation: done },
    ],
    ["performanceDisclosure", "绩效自评资料已及时公开", { selfEvaluation: done }],
    ["performanceDisclosure", "绩效目标按时公开，自评资料未按时公开", { goals: done, selfEvaluation: "否" }],
    [
      "systemBuilding",
      "本项得满分。\n1.我局已出台对本级使用资金管理制度明确绩效要求的，包含绩效目标管理。\n2.我局已出台主管专项资金印发管理办法并体现绩效管理要求。\n3.我局出台的制度中已明确机关各处室、机关与下属单位的绩效职责分工要求。",
      { ownFunds: done, specialFunds: done, duties: done },
    ],
    ["systemBuilding", "我局没有主管专项资金", { specialFunds: "不涉及" }],
    [
      "resultUse",
      "1.已及时反馈处理监控预警提醒信息的，未发现未及时处理的情况。\n2.我局2023年没有重点评价项目，绩效自评复核的整改情况已反馈市财政局。\n3.我局预算编报过程中已建立评价结果与预算编制挂钩机制，将评价结果与所属预算单位预算安排相结合。",
      { lateWarnings: 0, lateFeedback: "不涉及", linked: done },
    ],
    ["resultUse", "未发现未及时处理的情况", { lateWarnings: 0 }],
    ["resultUse", "没有重点评价项目", { lateFeedback: "不涉及" }],
    ["resultUse", "尚未建立评价结果与预算编制挂钩机制", {}],
    ["resultUse", "未建立评价结果与预算编制挂钩机制", { linked: "否" }],
    ["systemExecution", "我局部门整体预算绩效目标未被财政部门回退，得满分。", { returned: 0 }],
    ["systemExecution", "绩效目标被市财政局退回2次", { returned: 2 }],
    [
      "systemExecution",
      "我局已按要求开展部门整体支出绩效监控，已及时报送相关部门整体支出绩效监控材料（自评表、自评报告、相关佐证材料）。",
      { monitored: done, monitoringOnTime: done },
    ],
    [
      "systemExecution",
      "我局已按要求开展部门整体支出绩效自评，已按要求组织下属单位开展单位整体支出绩效自评，已及时报送相关部门整体支出绩效自评材料。",
      { evaluated: done, subordinates: done, evaluationOnTime: done },
    ],
    ["systemExecution", "已按要求组织下属单位开展单位整体支出绩效自评", { subordinates: done }],
    ["systemExecution", "未按时报送绩效自评材料", { evaluationOnTime: "否" }],
    ["intentionComplete", "采购意向100%公开", { rate: 1 }],
    ["intentionComplete", "采购意向公开率达到98.5%", { rate: 0.985 }],
    ["intentionComplete", "应公开采购意向20项，已公开19项", { due: 20, published: 19 }],
    ["intentionTiming", "本年度没有政府采购项目", { lateBefore: "不涉及" }],
    ["procurementControls", "已按要求建立政府采购内部控制管理制度", { exists: done }],
    ["procurementControls", "印发《本局政府采购内部控制管理办法》", { exists: done }],
    ["procurementControls", "没有建立政府采购内部控制管理制度", { exists: "否" }],
    ["procurementCompliance", "没有相关投诉情况", { complaints: 0 }],
    [
      "procurementCompliance",
      "无发生经财政部门查证认定属于采购人责任投诉事项成立的，本项得满分。",
      { complaints: 0 },
    ],
    ["procurementCompliance", "未收到采购投诉", { complaints: 0 }],
    ["procurementCompliance", "经财政部门认定成立的采购人责任投诉1例", { complaints: 1 }],
    ["contractSigning", "经查系统，我局及时率约95%，此项得2分（满分3分）。", { rate: 0.95 }],
    ["contractSigning", "合同签订及时率达到 87.5%", { rate: 0.875 }],
    ["contractSigning", "全年共签订政府采购合同40个，其中30日内签订38个", { contracts: 40, inTime: 38 }],
    ["contractSigning", "合同签订及时率达90%以上", { rate: "≥90%" }],
    ["contractFiling", "采购合同均在签订之日起2个工作日内备案公开", { inTime: done }],
    [
      "procurementPolicy",
      "为中小企业预留采购份额为1045.73万元，实际完成1177.22万元。",
      { reserved: 1045.73, actual: 1177.22 },
    ],
    [
      "procurementPolicy",
      "实际授予中小企业的合同金额为66,820.9万元，面向中小企业预留的采购项目预算金额为59,599.53万元，两者相除大于1",
      { actual: 66820.9, reserved: 59599.53 },
    ],
    [
      "procurementPolicy",
      "实际面向中小企业采购金额合计1.2亿元，预算编制时预留金额合计9,000万元",
      { actual: 12000, reserved: 9000 },
    ],
    ["assetAllocation", "符合标准", { over: 0 }],
    ["assetAllocation", "办公设备超过配置标准2项", { over: 2 }],
    ["assetIncome", "本年度未发生处置", { lateDisposal: "不涉及" }],
    ["assetIncome", "本年度未发生处置，租金均已及时上缴", { lateDisposal: "不涉及", lateRent: 0 }],
    ["assetInventory", "对资产进行了全面盘点并完成盘点结果处理", { done, settled: done }],
    ["assetIncome", "处置收益和租金均及时上缴", { lateDisposal: 0, lateRent: 0 }],
    ["assetIncome", "租金均按时上缴国库", { lateRent: 0 }],
    ["assetInventory", "已按要求进行盘点", { done }],
    ["assetInventory", "我局各单位每年均按规定进行盘点。本项得满分。", { done }],
    ["assetInventory", "年底进行一次资产盘点，并完成结果处理", { done, settled: done }],
    ["assetInventory", "未进行资产盘点", { done: "否" }],
    [
      "dataQuality",
      "我局国有资产年报数据完整、准确，核实性问题均能提供有效、真实的说明，且资产账与财务账、资产实体相符。",
      { complete: done, explained: done, ledgers: done, physical: done },
    ],
    ["dataQuality", "账账相符、账实不符", { ledgers: done, physical: "否" }],
    ["assetCompliance", "有内部管理规程；本年度未发现有关问题。", { rules: done, findings: 0 }],
    ["assetCompliance", "在各类巡视、审计、监督检查工作中未发现资产管理存在问题。", { findings: 0 }],
    ["assetUse", "根据资产系统统计，我局资产利用率为97%，超过90%。本项得满分。", { rate: 0.97 }],
    ["assetUse", "固定资产利用率=9700/10000=97%", { rate: 0.97 }],
    ["overhead", "公用经费控制率=（42458.37-51356.63）/51356.63×100%=-17.33%", { rate: -0.1733 }],
    ["overhead", "公用经费控制率为0", { rate: 0 }],
    ["carryover", "结转结余率为0", { rate: 0 }],
    ["financialCompliance", "审计未指出问题", zeroFindings],
    ["performanceDisclosure", "已按时公开绩效目标", { goals: done }],
    ["assetAllocation", "无超标准配置情况", { over: 0 }],
    ["dataQuality", "资产账与财务账相符，与资产实体相符", { ledgers: done, physical: done }],
    [
      "procurementPolicy",
      "面向中小企业采购1177.22万元，预留1045.73万元",
      { actual: 1177.22, reserved: 1045.73 },
    ],
    ["assetUse", "比率≥90%的", { rate: "≥90%" }],
    [
      "overhead",
      "根据2023年部门决算报表，实际支出公用经费总额为42,458.37万元，预算安排公用经费总额为51,356.63万元，控制率≤0，本项得满分。",
      { actual: 42458.37, budget: 51356.63 },
    ],
    [
      "overhead",
      "公用经费预算安排51,356.63万元，实际支出42,458.37万元",
      { actual: 42458.37, budget: 51356.63 },
    ],
    ["overhead", "公用经费控制率≤0", { rate: "≤0" }],
    ["overhead", "公用经费控制率为-17.33%", { rate: -0.1733 }],
    [
      "threePublic",
      "“三公”经费实际支出数为330.98万元，预算安排的“三公”经费数为383.32万元，支出数小于预算数，本项得满分。",
      { actual: 330.98, budget: 383.32 },
    ],
    [
      "threePublic",
      "预算安排“三公”经费383.32万元；“三公”经费实际支出330.98万元",
      { actual: 330.98, budget: 383.32 },
    ],
    ["threePublic", "“三公”经费实际支出数≤预算安排的“三公”经费数", { within: done }],
    ["threePublic", "“三公”经费实际支出数超过预算安排数", { within: "否" }],
  ])("%s：%s", (row, words, expected) => {
    expect(factsIn(row, words)).toEqual(expected);
  });

  it("约数带有约数标记，其余没有", () => {
    const signing = editionRow("contractSigning");
    const approximate = (words: string): unknown =>
      [...matchPhrases(words, signing.asks, signing.words).values()].map(
        (one) => "approximate" in one && one.approximate,
      );
    expect(approximate("及时率约95%")).toEqual([true]);
    expect(approximate("及时率为95%左右")).toEqual([true]);
    expect(approximate("及时率为95%")).toEqual([false]);
  });

  it("每条短语都读得出自己的例句", () => {
    for (const { id, words } of guangzhou2023.rows) {
      for (const { key, example } of words.filter((one) => one.offered !== true)) {
        expect([id, key, example, factsIn(id, example)[key] !== undefined]).toEqual([id, key, example, true]);
      }
    }
  });

  it("每条短语都指向一个存在的数据项", () => {
    for (const { asks, words } of guangzhou2023.rows) {
      const keys = asks.map(({ key }) => key);
      expect(words.map(({ key }) => key).filter((key) => !keys.includes(key))).toEqual([]);
    }
  });
});

describe("不是事实的话", () => {
  it.each<readonly [string, string, string]>([
    ["得分", "budgetExecution", "该项得分为4.99915分（5分*99.983%）"],
    ["得满分", "budgetExecution", "我局平均执行率得分为满分"],
    ["得2分（满分3分）", "contractSigning", "此项得2分（满分3分）"],
    ["全年执行率不是平均执行率", "budgetExecution", "全年一般公共预算执行率为99.83%"],
    ["一段月份的平均", "budgetExecution", "3-11月平均执行率为100%"],
    ["门槛", "assetUse", "资产利用率超过90%"],
    ["20日", "budgetDisclosure", "预算批复后20日内公开"],
    ["2个工作日", "contractFiling", "合同备案时限为2个工作日"],
    ["排名", "budgetExecution", "执行率排名全区第2"],
    ["年份和文号", "procurementControls", "2022年9月印发《采购管理办法》（穗人社办发〔2022〕9号）"],
    ["评价覆盖率不是完成率", "output", "绩效评价覆盖率为100%"],
    ["均已完成不等于100%", "output", "产出指标共设置23个，均已实现年度目标。"],
    [
      "均已完成不等于100%",
      "specialResult",
      "设置了产出指标15个、效益指标7个，2023年均已完成年度目标值。此项满分20分，自评得分20分。",
    ],
    ["没有点名的完成率", "output", "绩效指标完成率为100%"],
    ["效益率不答产出", "output", "效益指标完成率为96.57%"],
    ["预算公开不答决算", "budgetDisclosure", "已按要求进行预算公开"],
    ["签订及时不等于100%", "contractSigning", "政府采购合同签订及时"],
    ["备案及时没有点名条件", "contractFiling", "采购合同备案及时"],
    ["部分", "performanceDisclosure", "部分绩效目标已按时公开"],
    ["极少量", "assetAllocation", "极少量设备外均符合标准"],
    ["基本", "assetAllocation", "基本符合标准"],
    ["大部分", "assetInventory", "大部分单位已按要求进行盘点"],
    ["存在未能", "systemExecution", "已按要求开展部门整体支出绩效自评，存在个别单位未能按时报送"],
    ["尚未", "procurementControls", "尚未建立政府采购内部控制管理制度"],
    ["拟", "procurementControls", "拟建立政府采购内部控制管理制度"],
    ["计划", "assetInventory", "计划于年底进行一次资产盘点"],
    ["正在", "procurementControls", "正在建立政府采购内部控制管理制度"],
    ["未开展不是未发现", "financialCompliance", "未开展审计，未公开有关问题"],
    ["未公开不是未发现", "assetCompliance", "未公开资产管理问题"],
    ["不限于全部问题", "financialCompliance", "未发现重大问题"],
    ["整改不到位", "financialCompliance", "没有整改的问题2项"],
    ["双重否定", "financialCompliance", "并非未发现问题"],
    ["但书", "financialCompliance", "未发现有关问题，但有1项整改尚在进行"],
    ["没有处理投诉", "procurementCompliance", "没有及时处理投诉"],
    ["无效投诉", "procurementCompliance", "收到无效投诉3起"],
    ["不符合标准", "assetAllocation", "不符合标准"],
    ["租金与处置并未点名", "assetIncome", "2023年资产收益均及时上缴。"],
    ["逾期上缴", "assetIncome", "处置收益未及时上缴"],
    ["预算口径的照抄条款", "procurementControls", "部门建立政府采购内部控制管理制度，得1分，否则不得分。"],
    ["条款照抄", "intentionComplete", "采购意向100%公开的得满分，否则不得分。"],
    ["要求不是结果", "assetInventory", "各单位应按要求进行盘点"],
    ["是否句", "resultUse", "是否建立评价结果与预算编制挂钩机制"],
    ["上年数", "assetUse", "上年资产利用率为95%"],
    ["两年并列分不清", "assetUse", "2022年资产利用率为95%，2023年为97%"],
    ["外来的规定不是内部规程", "assetCompliance", "根据财政局印发的国有资产管理办法执行"],
    ["有关规定不是已有规定", "assetCompliance", "按有关国有资产管理规定执行"],
    ["有关内控制度", "procurementControls", "按照有关采购内控制度执行"],
    ["办法不是盘点", "assetInventory", "已制定盘点办法"],
    ["通知不是开展", "systemExecution", "已印发开展部门整体支出绩效自评的通知"],
    ["应及时不是已及时", "resultUse", "重点评价整改情况应及时反馈"],
    ["没有投诉渠道", "procurementCompliance", "没有投诉渠道"],
    ["三公的一项", "threePublic", "公务用车实际支出数小于预算数"],
    ["完成率100%的只是一部分", "output", "产出指标完成率为100%的20项"],
    ["目标", "specialExecution", "目标为支出进度达到95%"],
    ["不足全年", "specialExecution", "6月底支出进度为45%"],
    ["按要求开展绩效管理不答九问", "systemExecution", "已按要求开展预算绩效管理工作"],
    ["不答制度三问", "systemBuilding", "已按要求制定绩效管理制度"],
    ["提交年报不答四条件", "dataQuality", "已按要求提交国有资产年报"],
    ["范围值不是数", "contractSigning", "及时率为90%-95%"],
    ["没有单位的金额", "procurementPolicy", "预留1045.73，实际完成1177.22"],
    ["断开的数不相连", "assetUse", "资产利用率为9 7%"],
    ["采购意向均公开没有点名100%", "intentionComplete", "全年均按规定进行政府采购意向公开，本项得满分。"],
    ["采购意向时限没有点名", "intentionTiming", "采购意向公开符合实现要求"],
    ["另一句的公开", "performanceDisclosure", "已按要求进行绩效信息公开"],
    ["未按要求预留不是不涉及", "procurementPolicy", "未按要求预留份额"],
  ])("%s（%s）：%s", (_, row, words) => {
    expect(factsIn(row, words)).toEqual({});
  });

  it("“此项得0分”不采用，但提请确认", () => {
    const filing = editionRow("contractFiling");
    const words = "根据规则，此项由市财政局直接提供数据。经查系统，此项得0分（满分1分）。";
    const found = matchPhrases(words, filing.asks, filing.words).get("inTime");
    expect(found).toMatchObject({ doubt: expect.stringContaining("请填“否”") as string });
  });

  it("同一数据项前后两个数：都不采用，提请核实", () => {
    const words = "资产利用率为97%。根据年报，资产利用率为95%。";
    expect(factsIn("assetUse", words)).toEqual({ rate: "?" });
  });

  it.each([
    "有1例投诉经认定成立，其余没有相关投诉",
    "有1例投诉经认定成立。其余没有相关投诉",
    "收到两例投诉，没有相关投诉成立",
  ])("说有几例又说没有，不当0例：%s", (words) => {
    expect(factsIn("procurementCompliance", words)).toEqual({});
  });

  it("换行断开的否定不会变成肯定", () => {
    expect(factsIn("performanceDisclosure", "绩效目标未\n按时公开")).toEqual({ goals: "否" });
    expect(factsIn("procurementControls", "没有\n建立政府采购内部控制管理制度")).toEqual({ exists: "否" });
  });

  it("括号里的保留也算保留", () => {
    expect(factsIn("assetInventory", "已按要求进行盘点（部分单位未完成）")).toEqual({});
  });
});
