import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion";
import { criterionRule } from "../../src/criteria/criterionRule";
import { showTrials, type Trial } from "../support/manyTrials";
import { composedCriteria, plainCriteria, randomAsks } from "../support/randomCriteria";
import { givenFor } from "../support/randomFacts";
import { scoreOf, shownBy } from "../support/ruleTrial";

/** Random criteria of a kind, and figures that each is tried with: ten thousand in all. */
const criteriaPerKind = 100;
const inputsPerCriterion = 100;

const given = givenFor({ facts: randomAsks });
const weights = fc.constantFrom(1, 2, 3, 5, 8, 10, 10 / 9);

/** Where expression and formulas differ; the first few are enough. */
function faultsOf(
  criterion: Criterion,
  trials: readonly Trial[],
): { readonly faults: readonly unknown[]; readonly scored: number } {
  const rule = criterionRule(criterion, randomAsks, "2023年版");
  const shown = showTrials(rule, trials);
  let scored = 0;
  const faults = trials.flatMap(({ given: facts, options }, index) => {
    const result = scoreOf(rule, facts, options);
    const points = shownBy(result, options.weight);
    if (points !== null) scored += 1;
    const { addin, builtIn } = shown[index] ?? { addin: "#N/A", builtIn: "#N/A" };
    // A stretch in words may stay open in a formula, but never scores otherwise.
    const words = typeof facts["rate2"]?.value === "string";
    const agree = [addin, builtIn].every((one) => same(one, points) || (words && one === null));
    const lost = result.outcome === "scored" ? result.losses.reduce((sum, loss) => sum + loss.points, 0) : 0;
    const explained = result.outcome !== "scored" || Math.abs(lost - (options.weight - result.points)) < 1e-9;
    return agree && explained
      ? []
      : [
          {
            criterion: JSON.stringify(criterion),
            facts,
            weight: options.weight,
            points,
            addin,
            builtIn,
            lost,
          },
        ];
  });
  return { faults, scored };
}

function tryAll(criteria: fc.Arbitrary<Criterion>, seed: number): void {
  const all = fc.sample(criteria, { numRuns: criteriaPerKind, seed });
  let scored = 0;
  all.forEach((criterion, index) => {
    const trial = fc
      .tuple(given, weights)
      .map(([facts, weight]): Trial => ({ given: facts, options: { weight } }));
    const trials = fc.sample(trial, { numRuns: inputsPerCriterion, seed: seed + index });
    const found = faultsOf(criterion, trials);
    scored += found.scored;
    expect(found.faults.slice(0, 2)).toEqual([]);
  });
  // Enough of them have all the figures that they need.
  expect(scored).toBeGreaterThan((criteriaPerKind * inputsPerCriterion) / 20);
}

describe("每种标准一万组数：表达式、加载项公式、普通公式得分相同", () => {
  test.each(Object.entries(plainCriteria))("%s", (_kind, criteria) => {
    tryAll(criteria, 20231231);
  });
});

describe("各种标准随意组合，一万组数：三者得分相同，扣分都有缘由", () => {
  test.each([1, 2])("套%d层", (depth) => {
    tryAll(composedCriteria(depth), 20231231 + depth);
  });
});

/** Points to the last digit that counts; where there are none, nothing or an error that says why. */
function same(shown: unknown, points: number | null): boolean {
  if (points === null) return shown === null || (typeof shown === "string" && shown.startsWith("#"));
  return typeof shown === "number" && Math.abs(shown - points) < 1e-11;
}
