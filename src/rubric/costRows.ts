import { atMostCondition } from "../rules/atMostCondition";
import { measuredRule } from "../rules/measuredRule";
import { meetScale } from "../rules/meet";
import { ratioMeasure } from "../rules/ratio";
import type { RuleExample } from "../rules/rule";
import { steppedScale } from "../rules/stepped";
import { factSpecs } from "./factSpecs";
import type { RubricRow } from "./rubric";

/** 运行成本: overheads and “三公” expenses against their budgets. */

function overhead(rate: number | string, expect: RuleExample["expect"], rounding?: "ceiling"): RuleExample {
  return {
    title: `控制率${String(rate)}${rounding === undefined ? "" : "，不足5%按5%扣"}`,
    facts: { rate: { value: rate } },
    weight: 2,
    ...(rounding === undefined ? {} : { settings: { overheadRounding: rounding } }),
    expect,
  };
}

function spent(title: string, actual: number, budget: number, expect: RuleExample["expect"]): RuleExample {
  return { title, facts: { actual: { value: actual }, budget: { value: budget } }, weight: 2, expect };
}

export const costRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "overhead",
    level1: "管理效率",
    level2: "运行成本",
    name: "公用经费控制率",
    aliases: ["公用经费控制情况"],
    part: 1,
    weight: 2,
    clause:
      "公用经费控制率=（实际支出公用经费总额-预算安排公用经费总额）/预算安排公用经费总额×100%。控制率≤0，得满分；控制率﹥0时，每增加5%（含）扣减0.5分，减至0分为止。",
    rule: measuredRule(
      ratioMeasure({
        name: "公用经费控制率",
        facts: factSpecs.overhead,
        part: "actual",
        whole: "budget",
        standIn: "rate",
        excess: true,
        aboveWhole: "refuse",
      }),
      steppedScale(
        { from: 0, step: 0.05, points: 0.5 },
        { kept: "控制率≤0，得满分", lost: "控制率>0时，每增加5%（含）扣减0.5分，减至0分为止" },
      ),
      [
        overhead(-0.1733, 2),
        overhead(0, 2),
        overhead(0.0499, 2),
        overhead(0.05, 1.5),
        overhead(0.0999, 1.5),
        overhead(0.1, 1),
        overhead(0.15, 0.5),
        overhead(0.2, 0),
        overhead(1.255, 0),
        overhead("≤0", 2),
        overhead("≤5%", "missing"),
        overhead(0.0001, 1.5, "ceiling"),
        overhead(0.05, 1.5, "ceiling"),
        overhead(0.0501, 1, "ceiling"),
        spent("实际低于预算", 42458.37, 51356.63, 2),
        spent("正好超5%", 105, 100, 1.5),
        spent("超15%，算出来不整的数也是三档", 1.15, 1, 0.5),
        { title: "只有实际数", facts: { actual: { value: 1 } }, weight: 2, expect: "missing" },
      ],
    ),
  },
  {
    id: "threePublic",
    level1: "管理效率",
    level2: "运行成本",
    name: "“三公”经费控制情况",
    aliases: ["三公经费控制情况", "“三公”经费控制率", "三公经费控制率", "三公经费"],
    part: 1,
    weight: 2,
    clause: "“三公”经费实际支出数≤预算安排的“三公”经费数，符合要求的得满分，不符合要求的不得分。",
    rule: measuredRule(
      atMostCondition({
        name: "“三公”经费控制情况",
        facts: factSpecs.threePublic,
        actual: "actual",
        limit: "budget",
        standIn: "within",
        words: {
          met: "“三公”经费实际支出数不超过预算安排数",
          missed: "“三公”经费实际支出数超过预算安排数",
        },
      }),
      meetScale("“三公”经费实际支出数≤预算安排的“三公”经费数，符合要求的得满分，不符合要求的不得分"),
      [
        spent("低于预算", 330.98, 383.32, 2),
        spent("与预算相同", 383.32, 383.32, 2),
        spent("超过预算0.01", 383.33, 383.32, 0),
        spent("没有预算也没有支出", 0, 0, 2),
        { title: "答了不超过", facts: { within: { value: "是" } }, weight: 2, expect: 2 },
        { title: "答了超过", facts: { within: { value: "否" } }, weight: 2, expect: 0 },
        { title: "只有实际数", facts: { actual: { value: 1 } }, weight: 2, expect: "missing" },
      ],
    ),
  },
];
