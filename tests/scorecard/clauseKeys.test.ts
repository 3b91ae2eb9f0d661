import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClause } from "../../src/clause/readClause";
import { criterionRule } from "../../src/criteria/criterionRule";
import { withEditionFacts } from "../../src/scorecard/editionFacts";
import { givenFor } from "../support/randomFacts";
import { randomSettings } from "../support/randomSettings";
import { ruledRows, type RuledRow } from "../support/ruledRows";
import { scoreOf, shownBy } from "../support/ruleTrial";

/** Rows whose text says less, or something else, than the row asks: scored by the edition where it is printed as it is. */
const without = ["output", "benefit", "specialResult", "preEvaluation", "budgetDisclosure", "systemBuilding"];

const settings = randomSettings("overheadRounding", "lateWarning", "zeroDenominator");

function compiled(row: RuledRow) {
  return readClause(row.clause, { indicator: row.name, weight: row.weight });
}

describe("2023年版：印的评分标准编译出来，按存下的对应，与版本的标准一样", () => {
  test("没有对应的行只有这些", () => {
    expect(ruledRows.filter(({ clauseKeys }) => clauseKeys === undefined).map(({ id }) => id)).toEqual(
      without,
    );
  });

  test.each(["≥", "＜", "＞", "="])("“三公”经费印的是%s：不是版本的标准", (sign) => {
    const row = ruledRows.find(({ id }) => id === "threePublic");
    if (row === undefined) throw new Error("没有这一行");
    const printed = row.clause.replace("≤", sign);
    const reading = readClause(printed, { indicator: row.name, weight: row.weight });
    if (reading.state !== "read") throw new Error(`没有读懂：${reading.unread.join("；")}`);
    expect(withEditionFacts(reading, row, row.clauseKeys ?? {}, compiled(row))).toBeNull();
  });

  for (const row of ruledRows.filter(({ clauseKeys }) => clauseKeys !== undefined)) {
    test(`${row.number} ${row.name}（第${row.part}行）`, () => {
      const reading = compiled(row);
      if (reading.state !== "read") throw new Error(`没有读懂：${reading.unread.join("；")}`);
      const keys = row.clauseKeys ?? {};
      const asked = [...reading.questions.map(({ key }) => key), ...Object.keys(reading.settings)];
      const own = Object.keys(keys).filter(
        (key) => typeof keys[key] !== "object" || Array.isArray(keys[key]),
      );
      expect(own.filter((key) => !asked.includes(key))).toEqual([]);
      const fit = withEditionFacts(reading, row, keys, reading);
      if (fit === null) throw new Error("有的问题没有对应");
      const rule = criterionRule(fit.criterion, fit.specs, "");
      const same = (given: Parameters<typeof scoreOf>[1], chosen: Readonly<Record<string, string>>): void => {
        const options = { weight: row.weight, settings: chosen };
        const [one, other] = [scoreOf(rule, given, options), scoreOf(row.rule, given, options)].map(
          (result) => ({
            outcome: result.outcome,
            shown: shownBy(result, row.weight),
          }),
        );
        // Said by expect only where they differ: it takes longer than both scores.
        if (one?.outcome !== other?.outcome || !Object.is(one?.shown, other?.shown))
          expect(one).toEqual(other);
      };
      for (const { facts, settings: chosen = {} } of row.examples) same(facts, chosen);
      fc.assert(
        fc.property(givenFor(row.rule), settings, (given, chosen) => {
          same(given, chosen);
        }),
        { numRuns: 10_000 },
      );
    });
  }
});
