import { describe, expect, test } from "vitest";
import { ruledRows } from "../support/ruledRows";
import type { Fact } from "../../src/criteria/fact";
import type { Rule, RuleResult, Step } from "../../src/criteria/rule";
import { contextOf, factsOf, scoreOf, type Given } from "../support/ruleTrial";

function ruleOf(id: string): Rule {
  const row = ruledRows.find((one) => one.id === id);
  if (row === undefined) throw new Error(id);
  return row.rule;
}

function clauseOf(id: string): string {
  return ruledRows.find((one) => one.id === id)?.clause ?? "";
}

function score(id: string, given: Given, weight: number, standard = clauseOf(id)): RuleResult {
  return scoreOf(ruleOf(id), given, { weight, standard });
}

function remarksOf(result: RuleResult): string {
  return result.outcome === "scored" ? result.remarks.join("") : "";
}

function problemOf(result: RuleResult): string {
  return result.outcome === "missing" ? (result.problem ?? "") : "";
}

function leaves(step: Step): readonly Step[] {
  return step.inputs.length === 0 ? [step] : step.inputs.flatMap(leaves);
}

describe("结果自带依据", () => {
  test("每个月的执行率都指回它的单元格", () => {
    const at = { sheet: "评分底稿", row: 8, column: 4 };
    const rates = [null, null, ...Array<number>(9).fill(1), 0.9983];
    const facts = {
      ...factsOf({ monthCount: { value: 10 } }),
      rates: { value: rates, at, reason: "" } satisfies Fact,
    };
    const result = ruleOf("budgetExecution").score(facts, contextOf({ weight: 5 }));
    if (result.outcome !== "scored") throw new Error(result.outcome);
    expect(result.step).toMatchObject({ label: "得分", unit: "分", value: 4.99915 });
    const months = leaves(result.step).filter((step) => step.label.endsWith("月"));
    expect(months.map((step) => step.at?.row)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(months.at(-1)).toMatchObject({ label: "12月", value: 0.9983, unit: "%" });
  });

  test("分档给出标尺，只有一档适用", () => {
    const result = score("contractSigning", { rate: { value: 0.95 } }, 3);
    const branches = result.outcome === "scored" ? (result.scale?.branches ?? []) : [];
    expect(branches.map((branch) => [branch.from, branch.to, branch.points, branch.applies])).toEqual([
      [null, 0.8, 0, false],
      [0.8, 0.9, 1, false],
      [0.9, 1, 2, true],
      [1, 1, 3, false],
    ]);
  });
});

describe("缺什么问什么", () => {
  test("直接填写的替代数不主动问", () => {
    expect(score("contractSigning", {}, 3)).toEqual({ outcome: "missing", needs: ["inTime", "contracts"] });
    expect(score("carryover", {}, 2)).toMatchObject({ needs: ["closing", "opening", "general", "fund"] });
    expect(score("output", {}, 10)).toEqual({ outcome: "missing", needs: ["summaryRate"] });
  });

  test("漏了中间一个月，点名是哪个月", () => {
    const rates = [null, null, 1, 1, null, ...Array<number>(7).fill(1)];
    const result = score("budgetExecution", { monthCount: { value: 10 }, rates: { value: rates } }, 5);
    expect(problemOf(result)).toBe("5月的执行率未填。");
  });

  test("99.83 当成百分比填错了，不当作9983%", () => {
    const result = score("specialExecution", { progress: { value: 99.83 } }, 5);
    expect(problemOf(result)).toContain("99.83%");
  });

  test.each([
    ["负数", "financialCompliance", { rectify: { value: -1 }, misuse: { value: 0 }, repeated: { value: 0 } }],
    ["小数的次数", "procurementCompliance", { complaints: { value: 1.5 } }],
    ["文字的次数", "procurementCompliance", { complaints: { value: "有" } }],
    ["不能填不涉及的填了不涉及", "procurementCompliance", { complaints: { value: "不涉及", reason: "无" } }],
    ["不是是或否", "procurementControls", { exists: { value: "部分" } }],
    ["批复日不是日期", "budgetDisclosure", { secret: { value: "否" }, budgetApproved: { value: "年初" } }],
  ] satisfies readonly (readonly [string, string, Given])[])("%s，用不了，说明原因", (_, id, given) => {
    const result = score(id, given, 2);
    expect(result.outcome).toBe("missing");
    expect(problemOf(result)).toMatch(/“.+”.*。$/u);
  });

  test("不涉及要有理由", () => {
    expect(problemOf(score("contractSigning", { contracts: { value: "不涉及" } }, 3))).toContain("写明理由");
    expect(
      score("contractSigning", { contracts: { value: "不涉及", reason: "当年没有采购" } }, 3),
    ).toMatchObject({
      outcome: "notApplicable",
      because: "当年没有采购",
    });
  });
});

describe("存疑的都提示", () => {
  test("约数：离界限近不近，说法不同", () => {
    const near = (value: number): string => {
      const fact: Fact = { value, at: null, reason: "", approximate: true };
      return remarksOf(ruleOf("contractSigning").score({ rate: fact }, contextOf({ weight: 3 })));
    };
    expect(near(0.95)).toContain("同一档");
    expect(near(0.905)).toContain("请核实");
  });

  test("最高档与分值不同，不超过分值", () => {
    const result = score("contractSigning", { rate: { value: 1 } }, 2);
    expect(result).toMatchObject({ points: 2, losses: [] });
    expect(remarksOf(result)).toContain("最高档为3分");
    expect(score("contractSigning", { rate: { value: 1 } }, 6)).toMatchObject({ points: 3 });
  });

  test("直接填写的与分项算出的不同", () => {
    const given = { spent: { value: 900 }, allotted: { value: 1000 }, progress: { value: 0.95 } };
    const result = score("specialExecution", given, 5);
    expect(result).toMatchObject({ points: 4.75 });
    expect(remarksOf(result)).toContain("90%");
  });

  test("逐月上升的执行率像累计进度", () => {
    const rates = [null, null, 0.25, 0.33, 0.42, 0.5, 0.58, 0.67, 0.75, 0.83, 0.92, 0.998];
    const result = score("budgetExecution", { monthCount: { value: 10 }, rates: { value: rates } }, 5);
    expect(remarksOf(result)).toContain("累计进度");
  });

  test("汇总完成率只是暂用", () => {
    expect(remarksOf(score("output", { summaryRate: { value: 0.5 } }, 10))).toContain("附表");
  });

  test("金额单位像是不同，先问", () => {
    const result = score("overhead", { actual: { value: 5_000_000 }, budget: { value: 510 } }, 2);
    expect(problemOf(result)).toContain("单位");
  });
});

describe("只因设置而扣的分，另记一笔", () => {
  test("公用经费不足5%按5%扣", () => {
    const given = { rate: { value: 0.06 } };
    const result = scoreOf(ruleOf("overhead"), given, {
      weight: 2,
      settings: { overheadRounding: "ceiling" },
    });
    const losses = result.outcome === "scored" ? result.losses : [];
    expect(losses.map((loss) => [loss.points, loss.setting])).toEqual([
      [0.5, undefined],
      [0.5, "overheadRounding"],
    ]);
  });

  test("预警从本项分值里扣", () => {
    const given = { lateWarnings: { value: 1 }, lateFeedback: { value: 0 }, linked: { value: "是" } };
    const result = scoreOf(ruleOf("resultUse"), given, { weight: 3, settings: { lateWarning: "ofPart" } });
    const losses = result.outcome === "scored" ? result.losses : [];
    expect(losses.map((loss) => loss.setting)).toEqual([undefined, "lateWarning"]);
    expect(losses[0]?.points).toBeCloseTo(0.3, 12);
    expect(losses[1]?.points).toBeCloseTo(0.6, 12);
  });
});
