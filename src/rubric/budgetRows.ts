import { bandScale } from "../rules/bands";
import { carryoverMeasure } from "../rules/carryover";
import { countedDeductionRule } from "../rules/countedDeduction";
import { deductionRule } from "../rules/deductions";
import { measuredRule } from "../rules/measuredRule";
import type { RuleExample } from "../rules/rule";
import { bandsOfClause } from "./bandsOfClause";
import { factSpecs } from "./factSpecs";
import { lines } from "./lines";
import type { RubricRow } from "./rubric";

/** 预算编制、预算执行: assessments before the budget, what was left over, what auditors found. */

const carryoverClause = lines(
  "结余结转率=年末财政拨款结转和结余决算数/（年初财政拨款结转和结余收入决算数+一般公共预算财政拨款决算数+政府性基金预算财政拨款决算数）×100%",
  "    1.结余结转率≤10%的，得2分；",
  "    2.10%＜结余结转率≤20%的，得1分；",
  "    3.20%＜结余结转率≤30%的，得0.5分",
  "    3.结余结转率＞30%的，得0分。",
);

function carried(rate: number | string, expect: RuleExample["expect"]): RuleExample {
  return { title: `结转结余率${String(rate)}`, facts: { rate: { value: rate } }, weight: 2, expect };
}

function assessed(
  title: string,
  recurrent: number,
  oneOff: number,
  unassessed: number,
  expect: RuleExample["expect"],
): RuleExample {
  const facts = {
    recurrent: { value: recurrent },
    oneOff: { value: oneOff },
    unassessed: { value: unassessed },
  };
  return { title, facts, weight: 3, expect };
}

function audited(rectify: number, misuse: number, repeated: number, expect: number): RuleExample {
  return {
    title: `限期整改${rectify}项、套取冒领挪用${misuse}项、连续两年${repeated}项`,
    facts: { rectify: { value: rectify }, misuse: { value: misuse }, repeated: { value: repeated } },
    weight: 2,
    expect,
  };
}

export const budgetRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "preEvaluation",
    level1: "管理效率",
    level2: "预算编制",
    name: "新增预算项目事前绩效评估",
    aliases: ["事前绩效评估", "新增项目事前绩效评估", "新增预算项目事前评估"],
    part: 1,
    weight: 3,
    clause: lines(
      "新增预算入库项目，指预算金额超过1000万元（含）的新增经常性二级项目、预算金额超过3000万元（含）的新增一次性二级项目。",
      "检查部门申请新增预算的项目是否按要求的范围开展绩效评估，是否按《广州市本级重大政策和项目财政立项预算评估管理办法(试行)》的程序和内容开展工作，评分采用扣分法。",
      "1.应评估项目超过3个的，有1项没有开展评估，扣0.5分，扣完为止。",
      "2.应评估项目3个以内的，有1项没有开展评估，扣1分，扣完为止。",
    ),
    rule: countedDeductionRule({
      facts: factSpecs.preEvaluation,
      all: ["recurrent", "oneOff"],
      failed: "unassessed",
      limit: 3,
      many: { points: 0.5, clause: "应评估项目超过3个的，有1项没有开展评估，扣0.5分，扣完为止" },
      few: { points: 1, clause: "应评估项目3个以内的，有1项没有开展评估，扣1分，扣完为止" },
      examples: [
        {
          title: "没有应评估的项目，不再问",
          facts: { recurrent: { value: 0 }, oneOff: { value: 0 } },
          weight: 3,
          expect: 3,
        },
        {
          title: "两类都不涉及，有理由",
          facts: {
            recurrent: { value: "不涉及", reason: "无新增项目" },
            oneOff: { value: "不涉及", reason: "无新增项目" },
          },
          weight: 3,
          expect: "notApplicable",
        },
        {
          title: "不涉及没有理由",
          facts: { recurrent: { value: "不涉及" }, oneOff: { value: "不涉及" } },
          weight: 3,
          expect: "missing",
        },
        assessed("3个里1个未评估，扣1分", 2, 1, 1, 2),
        assessed("4个里1个未评估，扣0.5分", 2, 2, 1, 2.5),
        assessed("4个都未评估", 4, 0, 4, 1),
        assessed("8个里7个未评估，扣完为止", 8, 0, 7, 0),
        assessed("未评估的比应评估的多", 1, 0, 2, "missing"),
        {
          title: "一类不涉及，另一类2个里1个未评估",
          facts: {
            recurrent: { value: 2 },
            oneOff: { value: "不涉及", reason: "无一次性项目" },
            unassessed: { value: 1 },
          },
          weight: 3,
          expect: 2,
        },
      ],
    }),
  },
  {
    id: "carryover",
    level1: "管理效率",
    level2: "预算执行",
    name: "结转结余率",
    aliases: ["结余结转率"],
    part: 1,
    weight: 2,
    clause: carryoverClause,
    rule: measuredRule(
      carryoverMeasure(factSpecs.carryover),
      bandScale("结转结余率", bandsOfClause(carryoverClause)),
      [
        carried(0, 2),
        carried(0.1, 2),
        carried(0.1001, 1),
        carried(0.2, 1),
        carried(0.2001, 0.5),
        carried(0.3, 0.5),
        carried(0.3001, 0),
        carried("≤10%", 2),
        carried("≤20%", "missing"),
        { title: "年末为0，其余不再问", facts: { closing: { value: 0 } }, weight: 2, expect: 2 },
        {
          title: "按四个决算数计算，正好10%",
          facts: {
            closing: { value: 100 },
            opening: { value: 200 },
            general: { value: 700 },
            fund: { value: 100 },
          },
          weight: 2,
          expect: 2,
        },
        {
          title: "缺政府性基金收入",
          facts: { closing: { value: 100 }, opening: { value: 200 }, general: { value: 700 } },
          weight: 2,
          expect: "missing",
        },
      ],
    ),
  },
  {
    id: "financialCompliance",
    level1: "管理效率",
    level2: "预算执行",
    name: "财务管理合规性",
    aliases: ["财务合规性", "财务管理合规"],
    part: 1,
    weight: 2,
    clause: lines(
      "支出范围、程序、用途、核算应符合国家财经法规和财务管理制度及有关专项资金管理办法的规定，具体根据审计（以部门预算审计和专项审计为主）和财会监督意见采取扣分法评分：",
      "1.明确指出问题和处理意见的，并限期整改的，1项扣0.5分；",
      "2.未明确处理意见,属于因主管部门制度设计缺陷或失职等造成资金套取、冒领、挪用的，1项扣0.5分；",
      "3.连续两年对因业务主管部门责任引发的同一问题提出意见,或主管部门未落实相关审计和财会监督整改意见的,1项扣1分。",
      "根据上述扣分情况扣完为止，审计提出的下达期限、资产管理、采购等合规性在相应指标扣分，在此项指标不重复扣分。",
    ),
    rule: deductionRule(
      factSpecs.financialCompliance,
      [
        { key: "rectify", points: 0.5, clause: "明确指出问题和处理意见的，并限期整改的，1项扣0.5分" },
        {
          key: "misuse",
          points: 0.5,
          clause: "因主管部门制度设计缺陷或失职等造成资金套取、冒领、挪用的，1项扣0.5分",
        },
        {
          key: "repeated",
          points: 1,
          clause: "连续两年对同一问题提出意见，或未落实相关审计和财会监督整改意见的，1项扣1分",
        },
      ],
      { measured: "未发现问题", clause: "根据审计和财会监督意见采取扣分法评分" },
      [
        audited(0, 0, 0, 2),
        audited(1, 0, 0, 1.5),
        audited(1, 0, 1, 0.5),
        audited(0, 1, 0, 1.5),
        audited(5, 0, 0, 0),
        {
          title: "只答了一类",
          facts: { rectify: { value: 0 } },
          weight: 2,
          expect: "missing",
        },
      ],
    ),
  },
];
