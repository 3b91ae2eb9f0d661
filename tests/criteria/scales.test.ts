import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreAnnexRow } from "../../src/criteria/annexRow";
import { annexLevelFormula, annexRateFormula, annexScale } from "../../src/criteria/annexScale";
import { settled } from "../../src/criteria/choices";
import { compared, type Comparison } from "../../src/criteria/formulaText";
import { levelPoints, tierLevels } from "../../src/criteria/kinds/levels";
import { steppedScale } from "../../src/criteria/kinds/stepped";
import { pointsAt } from "../../src/criteria/expression/evaluate";
import type { FormulaContext } from "../../src/criteria/rule";
import { tidy } from "../../src/quantity/tidy";
import { editionRow } from "../support/editionRow";
import { evaluateFormula, evaluateFormulas } from "../support/evaluateFormula";
import { rates } from "../support/randomFacts";
import { contextOf } from "../support/ruleTrial";

const weights = fc.constantFrom(0.5, 1, 2, 3, 10, 20, 10 / 9);
const dialects = ["addin", "builtIn"] as const;

const output = editionRow("output").annex;
if (output === undefined) throw new Error("产出指标没有附表");
const scoring = (passLine: string) => settled(output, { passLine });
const completionPoints = (rate: number, weight: number, passLine = "scores"): number =>
  pointsAt(annexScale(scoring(passLine)), rate, weight) ?? Number.NaN;
const written = (weight: number, dialect: FormulaContext["dialect"]): FormulaContext => {
  return { dialect, weight: "F1", standard: null, context: contextOf({ weight }) };
};

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
      const formula = annexRateFormula(scoring("scores"), "D1", written(10, dialect));
      expect(evaluateFormula(formula, { D1: rate, F1: 10 })).toBeCloseTo(points, 12);
    }
  });

  test("正好60%算不得分时，扣分记在这项设置上", () => {
    const figures = { name: "培训人数", target: 10, actual: 6, qualitative: false };
    const scored = scoreAnnexRow(
      figures,
      {},
      { weight: 10, scoring: output, options: { passLine: "fails" } },
    );
    expect(scored).toMatchObject({ points: 0 });
    const losses = scored.outcome === "scored" ? scored.losses : [];
    expect(losses.map((loss) => [loss.points, loss.setting])).toEqual([
      [4, undefined],
      [6, "passLine"],
    ]);
    for (const dialect of dialects) {
      const formula = annexRateFormula(scoring("fails"), "D1", written(10, dialect));
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
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const points = completionPoints(low, weight, passLine);
          if (tidy(high) <= 1.5)
            expect(points).toBeLessThanOrEqual(completionPoints(high, weight, passLine) + 1e-12);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(weight);
          for (const dialect of dialects) {
            const formula = annexRateFormula(scoring(passLine), "D1", written(weight, dialect));
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
    const cell = (value: string) => ({ value, reason: "H1" });
    fc.assert(
      fc.property(
        fc.constantFrom(...tierLevels.map((tier) => tier.name)),
        rates,
        weights,
        (tier, share, weight) => {
          const result = levelPoints(tierLevels, tier, share, weight);
          for (const dialect of dialects) {
            const cells = { tier: cell("C1"), share: cell("D1") };
            const formula = annexLevelFormula({ levels: tierLevels }, cells, written(weight, dialect));
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
    const steppedPoints = (value: number, weight: number, rounding: "floor" | "ceiling"): number => {
      const scale = steppedScale({
        direction: "above",
        from: 0,
        step: 0.05,
        each: { points: 0.5 },
        rounding,
        clauses: { kept: "不扣", lost: "扣" },
      });
      return pointsAt(scale, value, weight) ?? Number.NaN;
    };
    fc.assert(
      fc.property(rates, rates, weights, (one, other, weight) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const points = steppedPoints(low, weight, "floor");
        expect(points).toBeGreaterThanOrEqual(steppedPoints(high, weight, "floor"));
        expect(points).toBeGreaterThanOrEqual(steppedPoints(low, weight, "ceiling"));
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
