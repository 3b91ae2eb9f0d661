import { bandScale } from "../rules/bands";
import { deductionRule } from "../rules/deductions";
import { linearScale } from "../rules/linear";
import { measuredRule } from "../rules/measuredRule";
import { meetScale } from "../rules/meet";
import { noneCondition } from "../rules/noneCondition";
import { numberOnly } from "../rules/numberOnly";
import { ratioMeasure } from "../rules/ratio";
import type { RuleExample } from "../rules/rule";
import { wholeCondition } from "../rules/wholeCondition";
import { yesCondition } from "../rules/yesCondition";
import { bandsOfClause } from "./bandsOfClause";
import { factSpecs } from "./factSpecs";
import { lines } from "./lines";
import type { RubricRow } from "./rubric";

/** 采购管理: intentions published, contracts signed and filed in time, shares for small enterprises. */

type Values = Readonly<Record<string, number | string>>;

function bought(title: string, weight: number, expect: RuleExample["expect"], values: Values): RuleExample {
  const facts = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === "不涉及" ? { value, reason: "当年没有采购" } : { value },
    ]),
  );
  return { title, facts, weight, expect };
}

const signingClause = lines(
  "1.预算单位与中标、成交供应商应当在中标、成交通知书发出之日起三十日内，按照采购文件确定的事项签订政府采购合同。",
  "2.合同签订及时率=在规定时限内签订合同项目数/总项目数。",
  "合同签订及时率=100%，得3分；",
  "90%≤合同签订及时率<100%，得2分；",
  "80%≤合同签订及时率<90%，得1分；",
  "合同签订及时率<80%，不得分。",
);

export const procurementRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "intentionComplete",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购意向公开合规性",
    aliases: ["采购意向公开完整性", "采购意向公开率", "采购意向公开"],
    part: 1,
    weight: 0.5,
    clause: "采购意向100%公开的得满分，否则不得分。",
    rule: measuredRule(
      wholeCondition(
        ratioMeasure({
          name: "采购意向公开率",
          facts: factSpecs.intentionComplete,
          part: "published",
          whole: "due",
          standIn: "rate",
          aboveWhole: "remark",
        }),
      ),
      meetScale("采购意向100%公开的得满分，否则不得分"),
      [
        bought("全部公开", 0.5, 0.5, { due: 7, published: 7 }),
        bought("少公开一项", 0.5, 0, { due: 700, published: 699 }),
        bought("直接填写100%", 0.5, 0.5, { rate: 1 }),
        bought("直接填写99.99%", 0.5, 0, { rate: 0.9999 }),
        bought("没有采购，有理由", 0.5, "notApplicable", { due: "不涉及" }),
        bought("应公开0项，没有理由", 0.5, "missing", { due: 0, published: 0 }),
        bought("只知道应公开数", 0.5, "missing", { due: 7 }),
      ],
    ),
  },
  {
    id: "intentionTiming",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购意向公开合规性",
    aliases: ["采购意向公开时限", "采购意向公开及时性"],
    part: 2,
    weight: 1.5,
    clause:
      "采购意向公开时限，原则不得晚于采购活动开始前30日。纳入部门预算支出范围的采购项目，预算单位应当在部门预算批复后40日内，在政府采购系统填报采购意向要素，各主管预算部门通过政府采购系统汇总本部门、本系统所有预算单位的采购意向（涉密信息除外）后，在部门预算批复后60日内予以公开。符合规定的，得满分，否则不得分。",
    rule: measuredRule(
      noneCondition({
        name: "采购意向公开时限",
        facts: factSpecs.intentionTiming,
        counts: ["lateBefore", "lateFiling", "latePublishing"],
        words: { met: "采购意向均在规定时限内填报、公开", missed: "采购意向未在规定时限内公开" },
      }),
      meetScale("采购活动开始前30日公开，预算批复后40日内填报、60日内公开，符合规定的得满分，否则不得分"),
      [
        bought("三项都没有超期", 1.5, 1.5, { lateBefore: 0, lateFiling: 0, latePublishing: 0 }),
        bought("一项填报超过40日", 1.5, 0, { lateBefore: 0, lateFiling: 1, latePublishing: 0 }),
        bought("没有采购，有理由", 1.5, "notApplicable", { lateBefore: "不涉及" }),
        bought("只答了一项", 1.5, "missing", { lateBefore: 0 }),
      ],
    ),
  },
  {
    id: "procurementControls",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购内控制度建设",
    aliases: ["采购内部控制制度建设", "政府采购内控制度建设"],
    part: 1,
    weight: 1,
    clause: "部门建立政府采购内部控制管理制度，得1分，否则不得分。",
    rule: measuredRule(
      yesCondition("采购内控制度", factSpecs.procurementControls, {
        exists: { met: "已建立政府采购内部控制管理制度", missed: "未建立政府采购内部控制管理制度" },
      }),
      meetScale("部门建立政府采购内部控制管理制度，得1分，否则不得分"),
      [
        bought("有制度", 1, 1, { exists: "是" }),
        bought("没有制度", 1, 0, { exists: "否" }),
        bought("没答", 1, "missing", {}),
      ],
    ),
  },
  {
    id: "procurementCompliance",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购活动合规性",
    aliases: ["采购合规性", "政府采购活动合规性"],
    part: 1,
    weight: 2,
    clause: "采购投诉处理，经财政部门查证认定属于采购人责任投诉事项成立的，发现1例扣1分，扣完为止。",
    rule: deductionRule(
      factSpecs.procurementCompliance,
      [
        {
          key: "complaints",
          points: 1,
          clause: "经财政部门查证认定属于采购人责任投诉事项成立的，发现1例扣1分，扣完为止",
        },
      ],
      { measured: "没有认定成立的采购人责任投诉", clause: "发现1例扣1分，扣完为止" },
      [
        bought("没有投诉成立", 2, 2, { complaints: 0 }),
        bought("1例", 2, 1, { complaints: 1 }),
        bought("3例，扣完为止", 2, 0, { complaints: 3 }),
        bought("没答", 2, "missing", {}),
      ],
    ),
  },
  {
    id: "contractSigning",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购合同签订时效性",
    aliases: ["合同签订时效性", "采购合同签订及时性", "合同签订及时率"],
    part: 1,
    weight: 3,
    clause: signingClause,
    rule: measuredRule(
      ratioMeasure({
        name: "合同签订及时率",
        facts: factSpecs.contractSigning,
        part: "inTime",
        whole: "contracts",
        standIn: "rate",
      }),
      bandScale("合同签订及时率", bandsOfClause(signingClause)),
      [
        bought("100%", 3, 3, { rate: 1 }),
        bought("差一点到100%", 3, 2, { rate: 0.9999 }),
        bought("95%", 3, 2, { rate: 0.95 }),
        bought("正好90%", 3, 2, { rate: 0.9 }),
        bought("差一点到90%", 3, 1, { rate: 0.8999 }),
        bought("正好80%", 3, 1, { rate: 0.8 }),
        bought("差一点到80%", 3, 0, { rate: 0.7999 }),
        bought("20个里18个及时，正好90%", 3, 2, { inTime: 18, contracts: 20 }),
        bought("及时的比总数多", 3, "missing", { inTime: 21, contracts: 20 }),
        bought("没有采购，有理由", 3, "notApplicable", { contracts: "不涉及" }),
        bought("只知道合同总数", 3, "missing", { contracts: 20 }),
        bought("分值改为2分，按评分标准计、不超过分值", 2, 2, { rate: 1 }),
      ],
    ),
  },
  {
    id: "contractFiling",
    level1: "管理效率",
    level2: "采购管理",
    name: "合同备案时效性",
    aliases: ["采购合同备案时效性", "合同备案及时性"],
    part: 1,
    weight: 1,
    clause:
      "合同备案公开，自合同签订之日起2个工作日内在“广东省政府采购网”备案公开，符合规定的得满分，否则不得分。",
    rule: measuredRule(
      noneCondition({
        name: "合同备案公开",
        facts: factSpecs.contractFiling,
        whole: "due",
        counts: ["late"],
        standIn: "inTime",
        words: { met: "合同均在2个工作日内备案公开", missed: "合同未按规定时限备案公开" },
      }),
      meetScale("自合同签订之日起2个工作日内备案公开，符合规定的得满分，否则不得分"),
      [
        bought("都及时", 1, 1, { due: 12, late: 0 }),
        bought("1个超期", 1, 0, { due: 12, late: 1 }),
        bought("财政部门提供：不符合", 1, 0, { inTime: "否" }),
        bought("财政部门提供：符合", 1, 1, { inTime: "是" }),
        bought("没有采购，有理由", 1, "notApplicable", { due: "不涉及" }),
        bought("超期的比应备案的多", 1, "missing", { due: 1, late: 2 }),
        bought("应备案0个，没有理由", 1, "missing", { due: 0, late: 0 }),
        bought("只知道应备案数", 1, "missing", { due: 12 }),
      ],
    ),
  },
  {
    id: "procurementPolicy",
    level1: "管理效率",
    level2: "采购管理",
    name: "采购政策效能",
    aliases: ["政府采购政策效能"],
    part: 1,
    weight: 1,
    clause: lines(
      "按照《政府采购促进中小企业发展管理办法》要求为中小企业预留采购份额。数值=（实际面向中小企业采购金额合计数/预算编制时部门预留金额合计数）×100%。",
      "评分=数值×分值。",
    ),
    rule: measuredRule(
      numberOnly(
        ratioMeasure({
          name: "面向中小企业采购金额与预留金额之比",
          facts: factSpecs.procurementPolicy,
          part: "actual",
          whole: "reserved",
          capped: true,
        }),
      ),
      linearScale("评分=数值×分值"),
      [
        bought("112.57%，以分值封顶", 1, 1, { actual: 1177.22, reserved: 1045.73 }),
        bought("正好100%", 1, 1, { actual: 1000, reserved: 1000 }),
        bought("97.3%", 1, 0.973, { actual: 973, reserved: 1000 }),
        bought("没有采购", 1, 0, { actual: 0, reserved: 1000 }),
        bought("没有预留，有理由", 1, "notApplicable", { actual: 0, reserved: "不涉及" }),
        bought("预留为0，没有理由", 1, "missing", { actual: 0, reserved: 0 }),
      ],
    ),
  },
];
