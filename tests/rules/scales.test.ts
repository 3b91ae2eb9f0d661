import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completionPoints, completionScale } from "../../src/criteria/completion";
import { compared, type Comparison } from "../../src/criteria/formulaText";
import { steppedPoints } from "../../src/criteria/stepped";
import { tierFormula, tierPoints, tiers } from "../../src/criteria/tiers";
import { tidy } from "../../src/quantity/tidy";
import { evaluateFormula, evaluateFormulas } from "../support/evaluateFormula";
import { contextOf } from "../support/ruleTrial";
import { rates } from "../support/randomFacts";

const weights = fc.constantFrom(0.5, 1, 2, 3, 10, 20, 10 / 9);
const dialects = ["addin", "builtIn"] as const;

describe("完成率计分", () => {
  test.each([
    [0, 0],
    [0.5999, 0],
    [0.6, 6],
    [0.65, 6.5],
    [0.9657, 9.657],
    [0.9999, 9.999],
    [1, 10],
    [1.49697, 10],
    [4.95 / 3.3, 10],
    [1.5, 10],
    [1.5001, 5],
    [6.85, 5],
  ])("完成率%d，10分得%d分", (rate, points) => {
    expect(completionPoints(rate, 10)).toBeCloseTo(points, 12);
    for (const dialect of dialects) {
      const context = { dialect, weight: "F1", standard: null, context: contextOf({ weight: 10 }) };
      expect(
        evaluateFormula(completionScale.formula("D1", context, false), { D1: rate, F1: 10 }),
      ).toBeCloseTo(points, 12);
    }
  });

  test("正好60%算不得分时，扣分记在这项设置上", () => {
    const context = contextOf({ weight: 10, settings: { passLine: "fails" } });
    const taken = {
      state: "taken" as const,
      value: 0.6,
      words: "完成率60%",
      step: { label: "完成率", value: 0.6, unit: "%", inputs: [] },
      approximate: false,
      remarks: [],
    };
    const scaled = completionScale.score(taken, context);
    expect(scaled).toMatchObject({ points: 0, bySetting: { setting: "passLine", points: 6 } });
    for (const dialect of dialects) {
      const formula = completionScale.formula(
        "D1",
        { dialect, weight: "F1", standard: null, context },
        false,
      );
      expect(evaluateFormulas([formula], { D1: 0.6, F1: 10 })).toEqual([0]);
      expect(evaluateFormula(formula, { D1: 0.6001, F1: 10 })).toBeCloseTo(6.001, 12);
    }
  });

  test("150%以内完成率越高得分不低；任何完成率都在0与分值之间；三种算法相同", () => {
    fc.assert(
      fc.property(
        rates,
        rates,
        weights,
        fc.constantFrom("scores", "fails"),
        (one, other, weight, passLine) => {
          const settings = { passLine } as const;
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const points = completionPoints(low, weight, settings);
          if (tidy(high) <= 1.5)
            expect(points).toBeLessThanOrEqual(completionPoints(high, weight, settings) + 1e-12);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(weight);
          const context = contextOf({ weight, settings });
          for (const dialect of dialects) {
            const formula = completionScale.formula(
              "D1",
              { dialect, weight: "F1", standard: null, context },
              false,
            );
            expect(evaluateFormula(formula, { D1: low, F1: weight })).toBeCloseTo(points, 12);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("定性分档", () => {
  test("比例须在档内；规则与两种公式相同", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tiers.map((tier) => tier.name)),
        rates,
        weights,
        (tier, share, weight) => {
          const result = tierPoints(tier, share, weight);
          const context = contextOf({ weight });
          for (const dialect of dialects) {
            const formula = tierFormula("C1", "D1", { dialect, weight: "F1", standard: null, context });
            const shown = evaluateFormula(formula, { C1: tier, D1: share, F1: weight });
            if ("points" in result) expect(shown).toBeCloseTo(result.points, 12);
            else expect(String(shown)).toMatch(/^#/u);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("阶梯扣分", () => {
  test("超得越多扣得越多，不足一档按一档扣的得分不更高", () => {
    const steps = { from: 0, step: 0.05, points: 0.5 };
    fc.assert(
      fc.property(rates, rates, weights, (one, other, weight) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const points = steppedPoints(low, weight, steps, "floor");
        expect(points).toBeGreaterThanOrEqual(steppedPoints(high, weight, steps, "floor"));
        expect(points).toBeGreaterThanOrEqual(steppedPoints(low, weight, steps, "ceiling"));
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(weight);
      }),
      { numRuns: 500 },
    );
  });
});

describe("公式里的比较与规则里的比较", () => {
  test("都先按12位有效数字取整，门槛边上的尾差不改变结果", () => {
    const bounds = fc.constantFrom(0.05, 0.1, 0.3, 0.6, 0.9, 1, 1.5, 10, 60, 100);
    const noise = fc.constantFrom(
      0,
      1e-15,
      -1e-15,
      4e-13,
      -4e-13,
      6e-13,
      -6e-13,
      4e-12,
      -4e-12,
      6e-12,
      -6e-12,
      0.01,
      -0.01,
    );
    const comparisons = fc.constantFrom<Comparison>("<", "<=", ">", ">=");
    fc.assert(
      fc.property(bounds, noise, comparisons, (bound, relative, comparison) => {
        const value = bound * (1 + relative);
        const exact = tidy(value);
        const expected = {
          "<": exact < bound,
          "<=": exact <= bound,
          ">": exact > bound,
          ">=": exact >= bound,
        };
        expect(evaluateFormula(compared("D1", comparison, bound), { D1: value })).toBe(expected[comparison]);
      }),
      { numRuns: 500 },
    );
  });
});
