import ExcelJS from "exceljs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { criterionRule } from "../../src/criteria/criterionRule";
import type { FormulaContext, Rule } from "../../src/criteria/rule";
import { longestFormula } from "../../src/workbook/formulaLimits";
import { composedCriteria, randomAsks } from "../support/randomCriteria";
import { givenFor } from "../support/randomFacts";
import { ruledRows, type RowExample } from "../support/ruledRows";
import { parseA1 } from "../../src/workbook/cell";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { opened } from "../adapters/xlsx/openParts";
import { libreOfficeXlsx } from "../support/libreOffice";
import {
  formulaShows,
  paperOf,
  scoreOf,
  shownBy,
  writtenFormula,
  type TrialOptions,
} from "../support/ruleTrial";

/*
 * The written formulas in LibreOffice, another engine than ours: each example, and each of a sample of random compositions
 * of kinds, has a working paper of its own, its two formulas beside it without stored results. LibreOffice lacks our functions: of the add-in formulas it tells only
 * whether the row still waits for an answer.
 */

interface Trial {
  readonly rule: Rule;
  readonly name: string;
  readonly example: Pick<RowExample, "facts">;
  readonly options: TrialOptions;
  readonly sheet: string;
}

const exampleTrials = ruledRows.flatMap((row): readonly Trial[] =>
  row.examples.map((example, index) => ({
    rule: row.rule,
    name: `${row.number} ${row.name}：${example.title}`,
    example,
    options: { weight: example.weight, standard: row.clause, settings: example.settings ?? {} },
    sheet: `${row.number}-${index + 1}`,
  })),
);

const sampled = 60;

/** Those that fit into a cell; longer ones are in tests/edits/helperCells. */
const randomTrials = [0, 1, 2].flatMap((depth) =>
  fc
    .sample(
      fc.tuple(composedCriteria(depth), givenFor({ facts: randomAsks }), fc.constantFrom(1, 2, 5, 10)),
      { numRuns: sampled, seed: 2023 + depth },
    )
    .map(([criterion, facts, weight], index): Trial => ({
      rule: criterionRule(criterion, randomAsks, "2023年版"),
      name: `套${depth}层 ${index + 1}`,
      example: { facts },
      options: { weight },
      sheet: `r${depth}-${index + 1}`,
    }))
    .filter((trial) => formulaOf(trial, "builtIn").length <= longestFormula),
);

const trials = [...exampleTrials, ...randomTrials];

const places = { builtIn: "J1", addin: "K1" } as const;

function formulaOf({ rule, example, options, sheet }: Trial, dialect: FormulaContext["dialect"]): string {
  const { cells } = paperOf(rule, example.facts);
  return writtenFormula(rule, cells, dialect, options).replaceAll("'评分底稿'!", `'${sheet}'!`);
}

async function written(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const trial of trials) {
    const sheet = workbook.addWorksheet(trial.sheet);
    const { values } = paperOf(trial.rule, trial.example.facts);
    const all = { ...values, F1: trial.options.weight, H1: trial.options.standard ?? null };
    for (const [address, value] of Object.entries(all)) sheet.getCell(address).value = value;
    for (const dialect of ["builtIn", "addin"] as const)
      sheet.getCell(places[dialect]).value = { formula: formulaOf(trial, dialect), date1904: false };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

let shown: Snapshot;

/** What LibreOffice shows; null: nothing. exceljs is no reader here: it takes a result of 0 for none. */
function resultIn(sheet: string, place: string): CellValue {
  const at = parseA1(place);
  const cell = shown.sheets
    .find(({ name }) => name === sheet)
    ?.rows.get(at?.row ?? 0)
    ?.get(at?.column ?? 0);
  if (cell?.formula === undefined) throw new Error(`no formula in ${sheet}!${place}`);
  return cell.value === "" ? null : cell.value;
}

describe("LibreOffice 重新计算写出的公式", () => {
  beforeAll(async () => {
    shown = opened(await libreOfficeXlsx(await written())).snapshot();
  }, 120_000);

  test("每个例子都在", () => {
    expect(shown.sheets.map(({ name }) => name)).toEqual(trials.map(({ sheet }) => sheet));
    expect(exampleTrials.length).toBeGreaterThan(100);
    expect(randomTrials.length).toBeGreaterThan(sampled * 2);
  });

  test.each(trials)("$name（普通公式）", ({ rule, example, options, sheet }) => {
    const result = resultIn(sheet, places.builtIn);
    const wanted = shownBy(scoreOf(rule, example.facts, options), options.weight);
    // A stretch in words ("≤10%") may stay open in a formula, but never scores otherwise.
    if (result === null && typeof example.facts["rate2"]?.value === "string") return;
    if (wanted === null) expect(typeof result).not.toBe("number");
    else {
      expect(result).toBeTypeOf("number");
      expect(result).toBeCloseTo(wanted, 12);
    }
  });

  // A part of a composition may be a function of ours, of which LibreOffice cannot tell that it waits.
  test.each(exampleTrials)("$name（加载项公式何时为空）", ({ rule, example, options, sheet }) => {
    const result = resultIn(sheet, places.addin);
    expect(result === null).toBe(formulaShows(rule, example.facts, "addin", options) === null);
    if (typeof result === "number") {
      expect(result).toBeCloseTo(Number(shownBy(scoreOf(rule, example.facts, options), options.weight)), 12);
    }
  });
});
