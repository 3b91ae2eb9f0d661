import { describe, expect, test } from "vitest";
import { ruledRows } from "../support/ruledRows";
import { formulaShows, paperOf, scoreOf, shownBy, writtenFormula } from "../support/ruleTrial";

/** Every example of every row: through the rule, and through the formula as it is written in both dialects. */
for (const row of ruledRows) {
  describe(`${row.number} ${row.name}（第${row.part}行）`, () => {
    for (const example of row.examples) {
      const options = { weight: example.weight, standard: row.clause, settings: example.settings ?? {} };

      test(`${example.title}：规则`, () => {
        for (const standard of [row.clause, null]) {
          const result = scoreOf(row.rule, example.facts, { ...options, standard });
          if (typeof example.expect === "number") {
            expect(result.outcome).toBe("scored");
            expect(shownBy(result, example.weight)).toBeCloseTo(example.expect, 12);
          } else {
            expect(result.outcome).toBe(example.expect);
          }
        }
      });

      test.each(["addin", "builtIn"] as const)(`${example.title}：写出的公式（%s）`, (dialect) => {
        for (const standard of [row.clause, null]) {
          const trial = { ...options, standard };
          const shown = formulaShows(row.rule, example.facts, dialect, trial);
          const wanted = shownBy(scoreOf(row.rule, example.facts, trial), example.weight);
          if (wanted === null) expect(openCell(shown)).toBe(true);
          else {
            // toBeCloseTo takes nothing for 0.
            expect(shown).toBeTypeOf("number");
            expect(shown).toBeCloseTo(wanted, 12);
          }
        }
      });
    }

    test("每个门槛两侧都有例子，写出的公式也读得懂", () => {
      expect(row.examples.length).toBeGreaterThanOrEqual(3);
      const { cells } = paperOf(row.rule, {});
      for (const dialect of ["addin", "builtIn"] as const) {
        const formula = writtenFormula(row.rule, cells, dialect, {
          weight: row.weight,
          standard: row.clause,
        });
        expect(formula.length).toBeLessThan(1500);
        expect(formula.includes("JX.")).toBe(dialect === "addin");
        expect(deepest(formula)).toBeLessThanOrEqual(2);
      }
    });

    test("什么都没填时公式为空", () => {
      for (const dialect of ["addin", "builtIn"] as const) {
        expect(formulaShows(row.rule, {}, dialect, { weight: row.weight, standard: row.clause })).toBeNull();
      }
    });
  });
}

/** Nothing, or an error that says what is wrong: never points. */
function openCell(shown: unknown): boolean {
  return shown === null || (typeof shown === "string" && shown.startsWith("#"));
}

/** How many of our functions wait for one another. */
function deepest(formula: string): number {
  const open: boolean[] = [];
  let most = 0;
  for (const match of formula.matchAll(/([A-Z.]*)\(|\)/gu)) {
    if (match[0] === ")") open.pop();
    else open.push(match[1]?.startsWith("JX.") === true);
    most = Math.max(most, open.filter(Boolean).length);
  }
  return most;
}
