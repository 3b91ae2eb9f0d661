import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../../src/adapters/office/officeWorkbook";
import { openXlsx } from "../../../src/adapters/xlsx/openXlsx";
import { readFactsFile } from "../../../src/cli/factsFile";
import { planRestore } from "../../../src/edits/planRestore";
import { planScoring } from "../../../src/edits/planScoring";
import { functionTable } from "../../../src/functions/functionTable";
import { evaluated } from "../../support/scored";
import { fullA1 } from "../../../src/workbook/cell";
import type { WorkbookPort } from "../../../src/workbook/port";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../../support/fakeExcel/calculateBook";
import { bookState, changeCell, sheetNamed } from "../../support/fakeExcel/fakeBook";
import { fakeHost } from "../../support/fakeExcel/fakeHost";
import { loadClient } from "../../support/fakeExcel/loadClient";

const forms = [
  ["nansha-2023-blank", "nansha-2023"],
  ["city-2023-blank", "city-2023"],
  ["nansha-2023", null],
] as const;

function bothOf(name: string) {
  const opened = openXlsx(readFileSync(`samples/${name}.xlsx`), { functions: functionTable });
  if (!opened.ok) throw new Error(opened.problem.what);
  const book = bookOfSnapshot(opened.value.snapshot());
  book.calculate = calculateBook;
  const host = fakeHost(book);
  return { file: opened.value, host, excel: officeWorkbook(loadClient(host).run) };
}

function givenOf(facts: string | null) {
  if (facts === null) return {};
  const read = readFactsFile(readFileSync(`samples/${facts}.facts.json`, "utf8"));
  if (!("given" in read)) throw new Error("facts");
  return { given: read.given };
}

async function read(port: WorkbookPort): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function score(port: WorkbookPort, facts: string | null): Promise<Snapshot> {
  const snapshot = await read(port);
  const evaluation = evaluated(snapshot, givenOf(facts));
  const applied = await port.apply(planScoring(evaluation));
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
  return read(port);
}

/** Cell by cell: address, formula, value, number format. */
function cellsOf({ sheets }: Snapshot): ReadonlyMap<string, unknown> {
  return new Map(
    sheets.flatMap((sheet) =>
      Array.from(sheet.rows).flatMap(([row, cells]) =>
        Array.from(cells, ([column, cell]) => [fullA1({ sheet: sheet.name, row, column }), cell] as const),
      ),
    ),
  );
}

describe.each(forms)("%s", (name, facts) => {
  it("通过微软客户端评分与在文件中评分逐格相同", async () => {
    const { file, excel } = bothOf(name);
    const inFile = await score(file, facts);
    const inExcel = await score(excel, facts);
    expect(cellsOf(inFile).size).toBeGreaterThan(200);
    expect(cellsOf(inExcel)).toEqual(cellsOf(inFile));
    expect(inExcel.records).toEqual(inFile.records);
    inFile.sheets.forEach((sheet, at) => {
      const other = inExcel.sheets[at];
      expect(other?.name).toBe(sheet.name);
      expect(other?.printArea).toEqual(sheet.printArea);
      expect(other?.conditionalFormats).toEqual(sheet.conditionalFormats);
      expect(other?.hiddenColumns).toEqual(sheet.hiddenColumns);
      const order = (areas: typeof sheet.merges) =>
        [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
      expect(order(other?.merges ?? [])).toEqual(order(sheet.merges));
    });
    const totals = [inFile, inExcel].map((snapshot) => {
      const evaluation = evaluated(snapshot);
      return "scorecard" in evaluation ? evaluation.scorecard.points : null;
    });
    expect(totals[0]).toBe(totals[1]);
  });

  it("读到的与直接读文件相同", async () => {
    const { file, excel } = bothOf(name);
    const found = await read(excel);
    const withWidth = new Map(found.sheets.map((sheet) => [sheet.name, sheet.columnWidths]));
    const wanted = file.snapshot();
    const sheets = wanted.sheets.map((sheet) => ({
      ...sheet,
      // Excel keeps widths in whole pixels; those are compared elsewhere.
      columnWidths: withWidth.get(sheet.name),
    }));
    expect(found).toEqual({ ...wanted, sheets });
  });

  it("读三次、写两次往返", async () => {
    const { excel, host } = bothOf(name);
    const snapshot = await read(excel);
    expect(host.trips()).toBe(3);
    const evaluation = evaluated(snapshot, givenOf(facts));
    host.forget();
    await excel.apply(planScoring(evaluation));
    expect(host.trips()).toBe(2);
    const bytes = Math.max(...host.seen.flatMap(({ bytesIn, bytesOut }) => [bytesIn, bytesOut]));
    expect(bytes).toBeLessThan(1_000_000);
  });

  it("评分、保存、关闭、再打开、恢复原表：每一格、每种格式都还原", async () => {
    const { excel, host } = bothOf(name);
    const before = bookState(host.book);
    await score(excel, facts);
    expect(bookState(host.book)).not.toEqual(before);
    const again = officeWorkbook(loadClient(host).run);
    const snapshot = await read(again);
    // The working paper holds figures that somebody gave: it goes only when he says so.
    const { asks } = planRestore(evaluated(snapshot));
    expect(asks.map(({ id }) => id)).toEqual(facts === null ? [] : ["sheet"]);
    const { plan } = planRestore(evaluated(snapshot), { also: new Set(["sheet"]) });
    expect(await again.apply(plan)).toMatchObject({ ok: true });
    expect(bookState(host.book)).toEqual(before);
  });

  it("写入的任何一步出错：表格与评分前一样，再点一次就写好", async () => {
    const { excel, host } = bothOf(name);
    const snapshot = await read(excel);
    const evaluation = evaluated(snapshot, givenOf(facts));
    const scoring = planScoring(evaluation);
    const before = bookState(host.book);
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      host.forget();
      host.fault = (request, actions) =>
        request === 1 ? { code: "GeneralException", after: Math.floor(actions * share) } : null;
      const outcome = await excel.apply(scoring);
      expect(outcome).toMatchObject({ ok: false, problem: { code: "unexpected" } });
      expect(bookState(host.book)).toEqual(before);
    }
    host.fault = null;
    expect(await excel.apply(scoring)).toMatchObject({ ok: true });
  });

  it("用户评分后改过的单元格先问，不覆盖", async () => {
    const { excel, host } = bothOf(name);
    const scored = await score(excel, facts);
    const evaluation = evaluated(scored);
    const ours = evaluation.form.indicators.find(({ selfScore }) => selfScore.formula !== null)?.selfScore.at;
    if (ours === undefined) return;
    changeCell(sheetNamed(host.book, ours.sheet), ours.row, ours.column, { value: 1.5, formula: null });
    const { plan, asks } = planRestore(await read(excel));
    expect(asks.map(({ at }) => at)).toContainEqual(ours);
    expect(await excel.apply(plan)).toMatchObject({ ok: true });
    const left = (await read(excel)).sheets.find((sheet) => sheet.name === ours.sheet);
    expect(left?.rows.get(ours.row)?.get(ours.column)?.value).toBe(1.5);
  });
});
