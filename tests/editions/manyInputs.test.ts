import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recalculate } from "../../src/adapters/xlsx/recalculate";
import { functionTable } from "../../src/functions/functionTable";
import { annexRateFormula, annexScale } from "../../src/criteria/annexScale";
import { settled } from "../../src/criteria/choices";
import { pointsAt } from "../../src/criteria/expression/evaluate";
import type { AnnexBinding } from "../../src/editions/edition";
import type { Settings } from "../../src/editions/settings";
import { randomSettings } from "../support/randomSettings";
import { ruledRows, type RuledRow } from "../support/ruledRows";
import type { CellSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { showTrials, type Trial } from "../support/manyTrials";
import { givenFor } from "../support/randomFacts";
import { contextOf, scoreOf, shownBy } from "../support/ruleTrial";

/** Figures that a rule is tried with, per shape; each set holds the bounds and both their sides. */
const inputsPerShape = 10_000;
/** The engine works out at most 10 000 formulas at a time. */
const perRun = 2_000;

const settings = randomSettings("overheadRounding", "lateWarning", "zeroDenominator");

function trialsFor(row: RuledRow, count: number): readonly Trial[] {
  const trial = fc
    .tuple(givenFor(row.rule), settings, fc.constantFrom(1, 1, 2, 0.5))
    .map(([given, chosen, factor]): Trial => {
      return { given, options: { weight: row.weight * factor, standard: row.clause, settings: chosen } };
    });
  return fc.sample(trial, { numRuns: count, seed: 20231231 + row.number });
}

const shapes = new Map<string, RuledRow[]>();
for (const row of ruledRows) {
  shapes.set(row.rule.title, [...(shapes.get(row.rule.title) ?? []), row]);
}

describe("每种规则一万组数：规则、自定义函数、普通公式得分相同", () => {
  test.each([...shapes])("%s", (_, rows) => {
    let tried = 0;
    let scored = 0;
    for (const row of rows) {
      const trials = trialsFor(row, Math.ceil(inputsPerShape / rows.length));
      for (let from = 0; from < trials.length; from += perRun) {
        const part = trials.slice(from, from + perRun);
        const shown = showTrials(row.rule, part);
        const faults = part.flatMap(({ given, options }, index) => {
          const points = shownBy(scoreOf(row.rule, given, options), options.weight);
          const { addin, builtIn } = shown[index] ?? { addin: "#N/A", builtIn: "#N/A" };
          tried += 1;
          if (points !== null) scored += 1;
          const words = typeof given["rate"]?.value === "string";
          const agree =
            same(addin, points) && (same(builtIn, points) || (words && builtIn === null && points !== null));
          return agree ? [] : [{ row: row.number, given, options, points, addin, builtIn }];
        });
        expect(faults.slice(0, 3)).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThanOrEqual(inputsPerShape);
    // Enough of them have all the figures that they need.
    expect(scored).toBeGreaterThan(inputsPerShape / 6);
  });
});

describe("附表各项：完成率计分一万组数", () => {
  const rates = fc.oneof(
    fc.constantFrom(0, 0.5999, 0.6, 0.6001, 0.9999, 1, 1.4999, 1.5, 1.5001, 4.95 / 3.3, 0.1 + 0.2),
    fc.double({ min: 0, max: 3, noNaN: true }),
    fc.integer({ min: 0, max: 300_000 }).map((value) => value / 100_000),
  );
  const terms = fc.record({
    binding: fc.constantFrom(...ruledRows.flatMap(({ annex }) => annex ?? [])),
    settings: randomSettings("passLine", "specialFundBranches"),
  });

  test("表达式、自定义函数、普通公式得分相同", () => {
    const trials = fc.sample(fc.tuple(rates, fc.constantFrom(1, 5, 10, 10 / 23), terms), {
      numRuns: inputsPerShape,
      seed: 20231231,
    });
    for (let from = 0; from < trials.length; from += perRun) {
      expect(annexFaults(trials.slice(from, from + perRun)).slice(0, 3)).toEqual([]);
    }
  });
});

type AnnexTrial = readonly [
  rate: number,
  weight: number,
  chosen: { readonly binding: AnnexBinding; readonly settings: Settings },
];

function annexFaults(trials: readonly AnnexTrial[]): readonly unknown[] {
  const rows = new Map<number, ReadonlyMap<number, CellSnapshot>>();
  trials.forEach(([rate, weight, { binding, settings: chosen }], index) => {
    const row = index + 1;
    const formula = (dialect: "addin" | "builtIn"): CellSnapshot => {
      const context = contextOf({ weight, settings: chosen });
      const written = { dialect, weight: `B${row}`, standard: null, context };
      return { value: null, formula: `=${annexRateFormula(settled(binding, chosen), `A${row}`, written)}` };
    };
    const cells = [{ value: rate }, { value: weight }, formula("addin"), formula("builtIn")];
    rows.set(row, new Map(cells.map((cell, column) => [column + 1, cell])));
  });
  const sheet = { ...gridSheet([], { name: "附表" }), rows };
  const shown = recalculate(workbookOf([sheet]), functionTable).get("附表");
  return trials.flatMap(([rate, weight, { binding, settings: chosen }], index) => {
    const points = pointsAt(annexScale(settled(binding, chosen)), rate, weight);
    const [addin, builtIn] = [3, 4].map((column) => shown?.get(index + 1)?.get(column) ?? null);
    const agree = same(addin, points) && same(builtIn, points);
    return agree ? [] : [{ rate, weight, chosen, points, addin, builtIn }];
  });
}

/** Points to the last digit that counts; where there are none, nothing or an error that says why. */
function same(shown: unknown, points: number | null): boolean {
  if (points === null) return shown === null || (typeof shown === "string" && shown.startsWith("#"));
  return typeof shown === "number" && Math.abs(shown - points) < 1e-11;
}
