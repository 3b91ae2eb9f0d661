import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { officeWorkbook, type OfficeWorkbook } from "../../src/adapters/office/officeWorkbook";
import type { XlsxWorkbook } from "../../src/adapters/xlsx/openXlsx";
import { makeChange } from "../../src/app/makeChange";
import { makeSubmission } from "../../src/app/makeSubmission";
import { scoreFile } from "../../src/cli/scoreFile";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { planSettings } from "../../src/edits/planKept";
import { functionTable } from "../../src/functions/functionTable";
import type { EditPlan } from "../../src/workbook/edit";
import type { WorkbookPort } from "../../src/workbook/port";
import { keptValue } from "../../src/workbook/records";
import type { Snapshot } from "../../src/workbook/snapshot";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { bookState, type FakeBook } from "../support/fakeExcel/fakeBook";
import { fakeHost, type FakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { evaluated } from "../support/scored";
import { opened, partsOf, partText } from "./xlsx/openParts";

const form = "部门整体支出绩效自评表";
const folder = mkdtempSync(join(tmpdir(), "jx-records-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (bytes: Uint8Array): XlsxWorkbook => opened(bytes, { functions: functionTable });
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

function excelOf(snapshot: Snapshot): {
  readonly port: OfficeWorkbook;
  readonly book: FakeBook;
  readonly host: FakeHost;
} {
  const book = bookOfSnapshot(snapshot);
  book.calculate = calculateBook;
  const host = fakeHost(book);
  return { port: officeWorkbook(loadClient(host).run), book, host };
}

async function read(port: WorkbookPort): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function write(port: WorkbookPort, plan: EditPlan): Promise<Snapshot> {
  const outcome = await port.apply(plan);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return read(port);
}

function scoring(snapshot: Snapshot): EditPlan {
  return planScoring(evaluated(snapshot));
}

/** Our parts in a file. */
const ownParts = (bytes: Uint8Array): readonly string[] =>
  Array.from(partsOf(bytes).keys()).filter((name) => name.startsWith("customXml/"));

describe.each(["nansha-2023", "city-2023"])("上一版的工作簿 %s：各份记录并成一份", (name) => {
  const bytes = bytesOf(`tests/odd/before/${name}.xlsx`);
  const before = fileOf(bytes).snapshot();
  const change = (snapshot: Snapshot): EditPlan => planSettings(evaluated(snapshot), { decimals: "four" });

  function expectCarried(after: Snapshot): void {
    expect(Array.from(after.records.keys())).toEqual(["envelope"]);
    for (const key of ["restore", "extracted", "reviewed"] as const) {
      expect(keptValue(after, key, form)).toEqual(JSON.parse(before.records.get(key) ?? "null"));
    }
    expect(evaluated(after).scorecard.settings.decimals).toBe("four");
  }

  it("文件里只剩一个部件，重新打开还在", async () => {
    const workbook = fileOf(bytes);
    expectCarried(await write(workbook, change(workbook.snapshot())));
    expect(ownParts(bytes).length).toBe(3 * before.records.size);
    expect(ownParts(workbook.save())).toHaveLength(3);
    expect(partText(workbook.save(), "customXml/item1.xml")).toContain('key="envelope"');
    const types = partText(workbook.save(), "[Content_Types].xml");
    expect(types.match(/customXmlProperties/gu)).toHaveLength(1);
    const again = fileOf(workbook.save());
    expectCarried(again.snapshot());
    // A second change goes into the same part.
    await write(again, planSettings(evaluated(again.snapshot()), { decimals: "one" }));
    expect(ownParts(again.save())).toEqual(ownParts(workbook.save()));
  });

  it("在 Excel 里也是；重新打开还在", async () => {
    const { port, book, host } = excelOf(before);
    expectCarried(await write(port, change(await read(port))));
    expect(book.parts).toHaveLength(1);
    expectCarried(await read(officeWorkbook(loadClient(host).run)));
  });

  it("在 Excel 里写入的任何一步出错：各份记录都退回；再试就写好", async () => {
    const { port, book, host } = excelOf(before);
    const snapshot = await read(port);
    const plan: EditPlan = {
      edits: [
        ...change(snapshot).edits,
        { kind: "cell", at: { sheet: form, row: 14, column: 20 }, content: { value: 1 }, reason: "试" },
      ],
      expects: [],
    };
    const state = bookState(book);
    let actions = 1;
    for (let after = 0; after < actions; after += 1) {
      host.forget();
      host.fault = (request, count) => {
        if (request !== 1) return null;
        actions = count;
        return { code: "GeneralException", after };
      };
      expect((await port.apply(plan)).ok).toBe(false);
      expect(bookState(book)).toEqual(state);
      expect((await read(port)).records).toEqual(before.records);
    }
    expect(actions).toBeGreaterThan(5);
    host.fault = null;
    expectCarried(await write(port, plan));
  });

  it("写文件时计划做不成：一个字节也不动", async () => {
    const workbook = fileOf(bytes);
    const at = { sheet: "没有的表", row: 1, column: 1 };
    const { edits } = change(before);
    const plan: EditPlan = {
      edits: [...edits, { kind: "cell", at, content: { value: 1 }, reason: "试" }],
      expects: [],
    };
    expect((await workbook.apply(plan)).ok).toBe(false);
    expect(workbook.save()).toEqual(bytes);
    expect(workbook.snapshot().records).toEqual(before.records);
  });
});

describe("评分、恢复：只写一份记录", () => {
  it("一次评分的各项记录并在一次改动里；恢复后不留痕迹", async () => {
    const bytes = bytesOf("samples/nansha-2023.xlsx");
    const workbook = fileOf(bytes);
    const plan = scoring(workbook.snapshot());
    expect(plan.edits.filter(({ kind }) => kind === "record")).toHaveLength(1);
    const after = await write(workbook, plan);
    for (const key of ["restore", "extracted"] as const) expect(keptValue(after, key, form)).not.toBeNull();
    await write(workbook, planRestore(evaluated(after)).plan);
    expect(ownParts(workbook.save())).toEqual(ownParts(bytes));
  });
});

describe("由更新版本的插件写的记录", () => {
  const json = '{"version": 3, "forms": [ {"restore": "<&甲>"} ] }';

  async function newerBytes(): Promise<Uint8Array> {
    const workbook = fileOf(bytesOf("tests/odd/before/nansha-2023.xlsx"));
    await write(workbook, { edits: [{ kind: "record", key: "envelope", json }], expects: [] });
    return workbook.save();
  }

  const refusal = { ok: false, problem: { code: "newerRecords" } };

  it("文件：评分、设置、恢复都不写，说明缘由，一个字节也不动", async () => {
    const bytes = await newerBytes();
    const workbook = fileOf(bytes);
    const snapshot = workbook.snapshot();
    for (const plan of [
      scoring(snapshot),
      planSettings(evaluated(snapshot), { decimals: "two" }),
      planRestore(evaluated(snapshot)).plan,
      planRestore(snapshot).plan,
    ]) {
      const outcome = await workbook.apply(plan);
      expect(outcome).toMatchObject(refusal);
      if (outcome.ok) continue;
      expect(outcome.problem.why).toContain("由更新版本的插件写入");
      expect(outcome.problem.todo).toContain("请用新版本打开");
    }
    expect(workbook.save()).toEqual(bytes);
  });

  it("Excel：功能区的计算得分、恢复原表都不写，说明缘由", async () => {
    const { port, book } = excelOf(fileOf(await newerBytes()).snapshot());
    const state = bookState(book);
    const failed = { kind: "failed", problem: { code: "newerRecords" } };
    const ribbon = { ...port, amend: null, repair: port.repairFormulas };
    expect(await makeChange(ribbon, { kind: "score" })).toMatchObject(failed);
    expect(await makeChange(ribbon, { kind: "restore", overwrite: null })).toMatchObject(failed);
    for (const kind of ["markFindings", "clearFindingMarks", "exportFindings"] as const) {
      expect(await makeChange(ribbon, { kind })).toMatchObject(failed);
    }
    expect(bookState(book)).toEqual(state);
  });

  it("命令行照样算出得分，只是不写；报送版也不做", async () => {
    const bytes = await newerBytes();
    const path = join(folder, "新版.xlsx");
    writeFileSync(path, bytes);
    const scored = await scoreFile(
      path,
      { given: new Map(), ruleEntries: null, ledger: null },
      { overwriteTyped: false, freeze: null },
    );
    if (!scored.ok) throw new Error(scored.problem.what);
    expect(scored.value.forms[0]?.formCase.scorecard.total).toBe(99.657);
    expect(await scored.value.save()).toMatchObject(refusal);
    expect(await makeSubmission(bytes, { freeze: "values", checked: true })).toMatchObject(refusal);
  });
});
