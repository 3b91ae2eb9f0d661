import { deductionRule } from "../rules/deductions";
import { measuredRule } from "../rules/measuredRule";
import { meetScale } from "../rules/meet";
import { noneCondition } from "../rules/noneCondition";
import { ratioMeasure } from "../rules/ratio";
import { wholeCondition } from "../rules/wholeCondition";
import { yesCondition } from "../rules/yesCondition";
import { example } from "./example";
import { factSpecs } from "./factSpecs";
import type { RubricRow } from "./rubric";

/** 采购管理: intentions published, rules of one's own, no complaints. */

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
        example("全部公开", 0.5, 0.5, { due: 7, published: 7 }),
        example("少公开一项", 0.5, 0, { due: 700, published: 699 }),
        example("直接填写100%", 0.5, 0.5, { rate: 1 }),
        example("直接填写99.99%", 0.5, 0, { rate: 0.9999 }),
        example("没有采购，有理由", 0.5, "notApplicable", { due: "不涉及" }),
        example("应公开0项，没有理由", 0.5, "missing", { due: 0, published: 0 }),
        example("只知道应公开数", 0.5, "missing", { due: 7 }),
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
        example("三项都没有超期", 1.5, 1.5, { lateBefore: 0, lateFiling: 0, latePublishing: 0 }),
        example("一项填报超过40日", 1.5, 0, { lateBefore: 0, lateFiling: 1, latePublishing: 0 }),
        example("没有采购，有理由", 1.5, "notApplicable", { lateBefore: "不涉及" }),
        example("只答了一项", 1.5, "missing", { lateBefore: 0 }),
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
        example("有制度", 1, 1, { exists: "是" }),
        example("没有制度", 1, 0, { exists: "否" }),
        example("没答", 1, "missing", {}),
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
        example("没有投诉成立", 2, 2, { complaints: 0 }),
        example("1例", 2, 1, { complaints: 1 }),
        example("3例，扣完为止", 2, 0, { complaints: 3 }),
        example("没答", 2, "missing", {}),
      ],
    ),
  },
];
