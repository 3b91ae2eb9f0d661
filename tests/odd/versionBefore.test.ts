import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../src/adapters/office/officeWorkbook";
import type { XlsxWorkbook } from "../../src/adapters/xlsx/openXlsx";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { readReviewed } from "../../src/findings/reviewed";
import { functionTable } from "../../src/functions/functionTable";
import type { EditPlan } from "../../src/workbook/edit";
import type { WorkbookPort } from "../../src/workbook/port";
import { snapshotCell, type Snapshot } from "../../src/workbook/snapshot";
import { changedParts, opened } from "../adapters/xlsx/openParts";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { bookState, type FakeBook } from "../support/fakeExcel/fakeBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { evaluated } from "../support/scored";
import expectedScores from "./before/expected.json";

/*
 * Two workbooks as version 0.1.0 left them, its records kept one by one. nansha-2023: the shipped facts, scored once.
 * city-2023: two settings that are not the default, most figures read from words, one of them typed over, one
 * confirmed, one answered anew, and a finding marked 已核实，不处理. What formulas say may change; what they yield, and
 * what 恢复原表 gives back, may not.
 */
const names = ["nansha-2023", "city-2023"] as const;

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const scoredBytes = (name: string): Uint8Array => bytesOf(`tests/odd/before/${name}.xlsx`);
const blankBytes = (name: string): Uint8Array => bytesOf(`samples/${name}-blank.xlsx`);
const open = (bytes: Uint8Array): XlsxWorkbook => opened(bytes, { functions: functionTable });

async function written(port: WorkbookPort, plan: EditPlan): Promise<void> {
  const outcome = await port.apply(plan);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

async function readFrom(port: WorkbookPort): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

function scoring(snapshot: Snapshot): EditPlan {
  return planScoring(evaluated(snapshot));
}

/** Nothing is asked but whether the working paper with its typed figures is to go. */
function restoring(snapshot: Snapshot): EditPlan {
  const { plan, asks } = planRestore(evaluated(snapshot), { also: new Set(["sheet"]) });
  expect(asks).toEqual([]);
  return plan;
}

function sheetsIn(book: FakeBook): unknown {
  return (bookState(book) as { readonly sheets: unknown }).sheets;
}

function expectScores(snapshot: Snapshot, name: (typeof names)[number]): void {
  const { scorecard, form } = evaluated(snapshot);
  const { points, ...rest } = expectedScores[name];
  const { total, grade, unconfirmed } = scorecard;
  expect({ total, grade, unconfirmed }).toEqual(rest);
  const rows = scorecard.rows.map((row) => [`${row.row} ${row.indicator}`, row.points]);
  expect(Object.fromEntries(rows)).toEqual(points);
  // What stands in the cells says the same.
  for (const row of scorecard.rows) {
    expect(snapshotCell(snapshot, row.at)?.value).toBeCloseTo(row.points ?? Number.NaN, 9);
  }
  const totalAt = form.total?.score.at;
  if (totalAt === undefined) throw new Error("no total");
  expect(snapshotCell(snapshot, totalAt)?.value).toBeCloseTo(rest.total, 9);
}

describe.each(names)("上一版写的工作簿：%s", (name) => {
  it("认得出：各行得分、总分、等级、待确认项数与当时相同", () => {
    expectScores(open(scoredBytes(name)).snapshot(), name);
  });

  it("再计算一次：得分不变；第三次不再改动", async () => {
    const workbook = open(scoredBytes(name));
    await written(workbook, scoring(workbook.snapshot()));
    expectScores(workbook.snapshot(), name);
    const again = open(workbook.save());
    expectScores(again.snapshot(), name);
    expect(scoring(again.snapshot()).edits).toEqual([]);
  });

  it.each(["直接", "再计算一次之后"])("%s恢复原表：每一格、文件的每一部分都还原", async (when) => {
    const workbook = open(scoredBytes(name));
    if (when !== "直接") await written(workbook, scoring(workbook.snapshot()));
    expect(planRestore(evaluated(workbook.snapshot())).asks.map(({ id }) => id)).toEqual(["sheet"]);
    await written(workbook, restoring(workbook.snapshot()));
    const blank = open(blankBytes(name));
    const back = open(workbook.save());
    expect(back.snapshot().sheets).toEqual(blank.snapshot().sheets);
    // The styles that were added stay in the list: nothing uses them any more. Settings and 已核实 stay kept.
    const keeps = name === "city-2023" ? /^xl\/styles|customXml|Types|workbook\.xml\.rels$/u : /^xl\/styles/u;
    const changed = changedParts(blankBytes(name), back.save());
    expect(changed.filter((part) => !keeps.test(part))).toEqual([]);
  });

  it("在 Excel 里再计算、恢复：与没有评过分的一样", async () => {
    const book = bookOfSnapshot(open(scoredBytes(name)).snapshot());
    book.calculate = calculateBook;
    const excel = officeWorkbook(loadClient(fakeHost(book)).run);
    await written(excel, scoring(await readFrom(excel)));
    expectScores(await readFrom(excel), name);
    await written(excel, restoring(await readFrom(excel)));
    expect(sheetsIn(book)).toEqual(sheetsIn(bookOfSnapshot(open(blankBytes(name)).snapshot())));
  });
});

it("设置、已核实的问题、手工改过的数据：上一版留下的照用", () => {
  const snapshot = open(scoredBytes("city-2023")).snapshot();
  const { form, scorecard, facts } = evaluated(snapshot);
  expect(scorecard.settings).toMatchObject({ specialFundBranches: "linear", decimals: "three" });
  expect([...readReviewed(snapshot, form.sheet)]).toEqual([
    ["satisfactionSurvey|学生满意率|没有份数", "问卷另附"],
  ]);
  const states = ["contractSigning.rate", "contractFiling.inTime", "carryover.closing", "overhead.actual"];
  expect(states.map((id) => [facts.get(id)?.value, facts.get(id)?.state])).toEqual([
    [0.85, "typed"],
    ["是", "typed"],
    [0, "confirmed"],
    [42458.37, "extracted"],
  ]);
});
