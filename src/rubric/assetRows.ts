import { bandScale } from "../rules/bands";
import { deductionRule } from "../rules/deductions";
import { judgementRule } from "../rules/judgement";
import { measuredRule } from "../rules/measuredRule";
import { meetScale } from "../rules/meet";
import { ratioMeasure } from "../rules/ratio";
import { yesCondition } from "../rules/yesCondition";
import { bandsOfClause } from "./bandsOfClause";
import { example, type ExampleValues } from "./example";
import { factSpecs } from "./factSpecs";
import { lines } from "./lines";
import type { RubricRow } from "./rubric";

/** 资产管理: equipment within its standard, income paid in, inventory, data, use. */

const useClause = lines(
  "1.比率≥90%的，得2分；",
  "2.90%＞比率≥75%的，得1.5分；",
  "3.75%＞比率≥60%的，得1分；",
  "4.比率＜60%的，得0分。",
  "固定资产利用率=（实际在用固定资产总额/所有固定资产总额）×100%。",
);
const quality: ExampleValues = { complete: "是", explained: "是", ledgers: "是", physical: "是" };

export const assetRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "assetAllocation",
    level1: "管理效率",
    level2: "资产管理",
    name: "资产配置合规性",
    aliases: ["资产配置合规"],
    part: 1,
    weight: 2,
    clause: "符合标准的，得2分，发现一项（类）不符的，扣1分，扣完为止。",
    rule: deductionRule(
      factSpecs.assetAllocation,
      [{ key: "over", points: 1, clause: "发现一项（类）不符的，扣1分，扣完为止" }],
      { measured: "符合配置标准", clause: "符合标准的，得2分" },
      [
        example("都符合标准", 2, 2, { over: 0 }),
        example("1项超标准", 2, 1, { over: 1 }),
        example("3项超标准，扣完为止", 2, 0, { over: 3 }),
        example("没答", 2, "missing", {}),
      ],
    ),
  },
  {
    id: "assetIncome",
    level1: "管理效率",
    level2: "资产管理",
    name: "资产收益上缴的及时性",
    aliases: ["资产收益上缴及时性", "资产收益上缴的及时"],
    part: 1,
    weight: 1,
    clause:
      "检查处置收益和租金上缴是否及时（高校可自留的资金除外）。存在长期（超过3个月）未上缴的，每1笔扣0.5分，扣完为止。",
    rule: deductionRule(
      factSpecs.assetIncome,
      [
        { key: "lateDisposal", points: 0.5, clause: "存在长期（超过3个月）未上缴的，每1笔扣0.5分，扣完为止" },
        { key: "lateRent", points: 0.5, clause: "存在长期（超过3个月）未上缴的，每1笔扣0.5分，扣完为止" },
      ],
      { measured: "处置收益和租金均及时上缴", clause: "检查处置收益和租金上缴是否及时" },
      [
        example("都及时", 1, 1, { lateDisposal: 0, lateRent: 0 }),
        example("1笔租金超期", 1, 0.5, { lateDisposal: 0, lateRent: 1 }),
        example("3笔超期，扣完为止", 1, 0, { lateDisposal: 2, lateRent: 1 }),
        example("没有处置和出租，有理由", 1, "notApplicable", { lateDisposal: "不涉及", lateRent: "不涉及" }),
        example("没有处置，1笔租金超期", 1, 0.5, { lateDisposal: "不涉及", lateRent: 1 }),
        example("没有处置，租金没答", 1, "missing", { lateDisposal: "不涉及" }),
        {
          title: "不涉及没有理由",
          facts: { lateDisposal: { value: "不涉及" }, lateRent: { value: 0 } },
          weight: 1,
          expect: "missing",
        },
      ],
    ),
  },
  {
    id: "assetInventory",
    level1: "管理效率",
    level2: "资产管理",
    name: "资产盘点情况",
    aliases: ["资产盘点"],
    part: 1,
    weight: 1,
    clause: "每年进行一次资产盘点，并完成结果处理的，得1分。未进行盘点的，不得分。",
    rule: measuredRule(
      yesCondition("资产盘点", factSpecs.assetInventory, {
        done: { met: "已进行资产盘点", missed: "未进行资产盘点" },
        settled: { met: "已完成盘点结果处理", missed: "未完成盘点结果处理" },
      }),
      meetScale("每年进行一次资产盘点，并完成结果处理的，得1分。未进行盘点的，不得分"),
      [
        example("盘点并处理", 1, 1, { done: "是", settled: "是" }),
        example("盘点了，结果没有处理", 1, 0, { done: "是", settled: "否" }),
        example("没有盘点，不再问", 1, 0, { done: "否" }),
        example("结果处理没答", 1, "missing", { done: "是" }),
      ],
    ),
  },
  {
    id: "dataQuality",
    level1: "管理效率",
    level2: "资产管理",
    name: "数据质量",
    aliases: ["资产数据质量", "资产年报数据质量"],
    part: 1,
    weight: 2,
    clause:
      "部门（单位）行政事业性国有资产年报数据完整、准确，核实性问题均能提供有效、真实的说明，且资产账与财务账、资产实体相符的，得2分；否则酌情扣分。",
    rule: judgementRule({
      facts: factSpecs.dataQuality,
      questions: ["complete", "explained", "ledgers", "physical"],
      judged: "judged",
      clauses: {
        full: "数据完整、准确，核实性问题均能提供有效、真实的说明，且资产账与财务账、资产实体相符的，得2分",
        judged: "否则酌情扣分",
      },
      missed: {
        complete: "年报数据不完整、准确",
        explained: "核实性问题未能均作有效、真实说明",
        ledgers: "资产账与财务账不相符",
        physical: "资产账与资产实体不相符",
      },
      examples: [
        example("四项都是", 2, 2, quality),
        example("一项为否，没有评定", 2, "judgement", { ...quality, ledgers: "否" }),
        example("一项为否，评定分没有理由", 2, "judgement", { ...quality, ledgers: "否", judged: 1.5 }),
        {
          title: "一项为否，评定1.5分并说明",
          facts: {
            ...example("", 2, 0, { ...quality, ledgers: "否" }).facts,
            judged: { value: 1.5, reason: "一处账差已更正" },
          },
          weight: 2,
          expect: 1.5,
        },
        {
          title: "评定分高于分值，以分值为限",
          facts: {
            ...example("", 2, 0, { ...quality, ledgers: "否" }).facts,
            judged: { value: 3, reason: "一处账差已更正" },
          },
          weight: 2,
          expect: 2,
        },
        example("有一项没答", 2, "missing", { complete: "是", explained: "是", ledgers: "是" }),
      ],
    }),
  },
  {
    id: "assetCompliance",
    level1: "管理效率",
    level2: "资产管理",
    name: "资产管理合规性",
    aliases: ["资产管理合规"],
    part: 1,
    weight: 2,
    clause: lines(
      "1.有无行政事业性国有资产管理内部管理规程；如无，扣0.5分。",
      "2.在各类巡视、审计、监督检查工作中如发现资产管理存在问题的，每发现1次扣0.5分，扣完为止。",
    ),
    rule: deductionRule(
      factSpecs.assetCompliance,
      [
        {
          key: "rules",
          points: 0.5,
          clause: "有无行政事业性国有资产管理内部管理规程；如无，扣0.5分",
          missed: "没有行政事业性国有资产管理内部管理规程",
        },
        {
          key: "findings",
          points: 0.5,
          clause: "在各类巡视、审计、监督检查工作中如发现资产管理存在问题的，每发现1次扣0.5分，扣完为止",
        },
      ],
      { measured: "有内部管理规程，未发现资产管理问题", clause: "如无，扣0.5分；每发现1次扣0.5分，扣完为止" },
      [
        example("有规程，没有发现问题", 2, 2, { rules: "是", findings: 0 }),
        example("没有规程", 2, 1.5, { rules: "否", findings: 0 }),
        example("没有规程，发现3次，扣完为止", 2, 0, { rules: "否", findings: 3 }),
        example("发现2次", 2, 1, { rules: "是", findings: 2 }),
        example("只答了规程", 2, "missing", { rules: "是" }),
      ],
    ),
  },
  {
    id: "assetUse",
    level1: "管理效率",
    level2: "资产管理",
    name: "固定资产利用率",
    aliases: ["资产利用率"],
    part: 1,
    weight: 2,
    clause: useClause,
    rule: measuredRule(
      ratioMeasure({
        name: "固定资产利用率",
        facts: factSpecs.assetUse,
        part: "inUse",
        whole: "total",
        standIn: "rate",
        aboveWhole: "refuse",
      }),
      bandScale("固定资产利用率", bandsOfClause(useClause)),
      [
        example("97%", 2, 2, { rate: 0.97 }),
        example("正好90%", 2, 2, { rate: 0.9 }),
        example("差一点到90%", 2, 1.5, { rate: 0.8999 }),
        example("正好75%", 2, 1.5, { rate: 0.75 }),
        example("差一点到75%", 2, 1, { rate: 0.7499 }),
        example("正好60%", 2, 1, { rate: 0.6 }),
        example("差一点到60%", 2, 0, { rate: 0.5999 }),
        example("范围在一档内", 2, 2, { rate: "≥90%" }),
        example("范围跨档", 2, "missing", { rate: "≥80%" }),
        example("按金额计算，正好90%", 2, 2, { inUse: 900.9, total: 1001 }),
        example("只知道总额", 2, "missing", { total: 1001 }),
      ],
    ),
  },
];
