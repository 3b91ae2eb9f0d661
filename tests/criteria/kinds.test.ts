import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion";
import { criterionRule } from "../../src/criteria/criterionRule";
import type { CriterionExamples } from "../../src/criteria/kind";
import { kindOf, kinds } from "../../src/criteria/kinds/kinds";
import { exampleAsk } from "../support/exampleAsk";
import { formulaShows, scoreOf, shownBy, type Given } from "../support/ruleTrial";

const names = Object.keys(kinds) as readonly Criterion["kind"][];

const examples = new Map<string, CriterionExamples>();
for (const name of names) {
  const file = (await import(`../../src/criteria/kinds/${name}.ts`)) as {
    readonly examples: CriterionExamples;
  };
  examples.set(name, file.examples);
}

function givenOf(facts: CriterionExamples["cases"][number]["facts"]): Given {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { value }]));
}

describe("形状的清单", () => {
  test("一形一文件，都登记了，名称不重复", () => {
    const files = readdirSync("src/criteria/kinds").map((file) => file.replace(".ts", ""));
    expect(files.filter((file) => file !== "kinds").sort()).toEqual([...names].sort());
    const titles = names.map((name) => kinds[name].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(names)("%s：说得成一句中文，例子至少两个，标题不重复", (name) => {
    const { criterion, cases } = examples.get(name) ?? { criterion: null, cases: [] };
    expect(criterion?.kind).toBe(name);
    expect(criterion === null ? "" : kindOf(criterion).wording(criterion)).toMatch(/\p{Script=Han}/u);
    expect(cases.length).toBeGreaterThanOrEqual(2);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  });
});

for (const [name, { criterion, asks, weight, cases }] of examples) {
  describe(`${name} 的例子`, () => {
    const rule = criterionRule(
      criterion,
      asks.map((ask) => exampleAsk(...ask)),
      "2023年版",
    );

    for (const { title, facts, expect: wanted } of cases) {
      const given = givenOf(facts);
      const result = scoreOf(rule, given, { weight });

      test(`${title}：规则`, () => {
        if (typeof wanted === "number") expect(shownBy(result, weight)).toBeCloseTo(wanted, 12);
        else expect(result.outcome).toBe(wanted);
      });

      test.each(["addin", "builtIn"] as const)(`${title}：写出的公式（%s）`, (dialect) => {
        const shown = formulaShows(rule, given, dialect, { weight });
        const points = shownBy(result, weight);
        if (points !== null) expect(shown).toBeCloseTo(points, 12);
        else expect(shown === null || (typeof shown === "string" && shown.startsWith("#"))).toBe(true);
      });
    }
  });
}
