import { checklistRule } from "../rules/checklist";
import { gateThenPartsRule } from "../rules/gateThenParts";
import type { RuleExample } from "../rules/rule";
import { factSpecs } from "./factSpecs";
import { lines } from "./lines";
import type { RubricRow } from "./rubric";

/** 信息公开: budget, final accounts, goals and self-evaluations published in time. */

/** 2023年2月1日 as Excel counts days. */
const approvedDay = 44958;

function disclosed(
  title: string,
  expect: RuleExample["expect"],
  changed: Readonly<Record<string, number | string>>,
  reason = "",
): RuleExample {
  const values: Readonly<Record<string, number | string>> = {
    secret: "否",
    budgetApproved: approvedDay,
    budgetPublished: approvedDay + 20,
    budgetIssues: 0,
    finalApproved: approvedDay + 200,
    finalPublished: approvedDay + 210,
    finalIssues: 0,
    ...changed,
  };
  const facts = Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([key, value]) => [key, key === "secret" ? { value, reason } : { value }]),
  );
  return { title, facts, weight: 2, expect };
}

export const disclosureRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "budgetDisclosure",
    level1: "管理效率",
    level2: "信息公开",
    name: "预决算公开合规性",
    aliases: ["预决算公开", "预决算信息公开合规性"],
    part: 1,
    weight: 2,
    clause:
      "预算、决算公开合规性各占50%,对未公开预算或决算的非涉密部门，得0分。已公开部门预决算的,分别从及时性、规范性2个方面考核：一是非涉密部门在财政部门批复本部门预决算后,20日内向社会公开的得1分,未及时公开的得0分。二是根据公开规范性检查指标计算得分，财政部门或上级财政部门开展预决算公开专项检查中发现问题的得0分，没有发现问题的得1分。",
    rule: gateThenPartsRule({
      facts: factSpecs.budgetDisclosure,
      exempt: "secret",
      publications: [
        {
          name: "部门预算",
          approved: "budgetApproved",
          published: "budgetPublished",
          issues: "budgetIssues",
        },
        { name: "部门决算", approved: "finalApproved", published: "finalPublished", issues: "finalIssues" },
      ],
      days: 20,
      clauses: {
        gate: "对未公开预算或决算的非涉密部门，得0分",
        timely: "财政部门批复本部门预决算后，20日内向社会公开的得1分，未及时公开的得0分（预算、决算各占50%）",
        clean: "预决算公开专项检查中发现问题的得0分，没有发现问题的得1分（预算、决算各占50%）",
        kept: "20日内向社会公开的得1分，没有发现问题的得1分（预算、决算各占50%）",
      },
      examples: [
        disclosed("批复后第20日公开，没有问题", 2, {}),
        disclosed("预算第21日才公开", 1.5, { budgetPublished: approvedDay + 21 }),
        disclosed("预算、决算检查都发现问题", 1, { budgetIssues: 2, finalIssues: 1 }),
        disclosed("四项都不符合", 0, {
          budgetIssues: 1,
          finalIssues: 1,
          budgetPublished: approvedDay + 30,
          finalPublished: approvedDay + 230,
        }),
        disclosed("决算未公开，整项不得分", 0, { finalPublished: "未公开" }),
        disclosed("预算未公开，其余没填也不得分", 0, { budgetPublished: "未公开", finalIssues: "" }),
        disclosed("涉密部门，有理由", "notApplicable", { secret: "是" }, "保密部门认定"),
        disclosed("涉密部门，没有理由", "missing", { secret: "是" }),
        disclosed("是否涉密没填", "missing", { secret: "" }),
        disclosed("只填了预算", "missing", { finalApproved: "", finalPublished: "", finalIssues: "" }),
      ],
    }),
  },
  {
    id: "performanceDisclosure",
    level1: "管理效率",
    level2: "信息公开",
    name: "绩效信息公开情况",
    aliases: ["绩效信息公开"],
    part: 1,
    weight: 2,
    clause: lines(
      "指绩效目标、绩效自评资料按规定在单位网站公开情况。",
      "1.绩效目标在规定时间公开的，得满分，否则不得分；",
      "2.绩效自评资料在规定时间公开的，得满分，否则不得分。",
      "3.目标公开情况和自评资料公开情况得分各占50%，计算出本指标的综合得分。",
    ),
    rule: checklistRule(
      factSpecs.performanceDisclosure,
      [
        {
          key: "goals",
          share: 50,
          clause: "绩效目标在规定时间公开的，得满分，否则不得分",
          missed: "绩效目标未在规定时间公开",
        },
        {
          key: "selfEvaluation",
          share: 50,
          clause: "绩效自评资料在规定时间公开的，得满分，否则不得分",
          missed: "绩效自评资料未在规定时间公开",
        },
      ],
      {
        measured: "绩效目标、绩效自评资料均在规定时间公开",
        clause: "目标公开情况和自评资料公开情况得分各占50%",
      },
      [
        {
          title: "都按时公开",
          facts: { goals: { value: "是" }, selfEvaluation: { value: "是" } },
          weight: 2,
          expect: 2,
        },
        {
          title: "自评资料未按时公开",
          facts: { goals: { value: "是" }, selfEvaluation: { value: "否" } },
          weight: 2,
          expect: 1,
        },
        {
          title: "都未按时公开",
          facts: { goals: { value: "否" }, selfEvaluation: { value: "否" } },
          weight: 2,
          expect: 0,
        },
        { title: "只答了目标", facts: { goals: { value: "是" } }, weight: 2, expect: "missing" },
      ],
    ),
  },
];
