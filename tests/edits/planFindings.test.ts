import { groupFindings } from "../../src/findings/causes";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { findingMarks } from "./findingMarks";
import { isFindingMark } from "../../src/edits/ownMarks";
import { listName } from "../../src/edits/findingsSheet";
import { planClearFindings, planDropFindingsSheet } from "../../src/edits/clearFindings";
import { findingsText } from "../../src/edits/findingsSheet";
import { planFindingMarks, planFindingsSheet } from "../../src/edits/planFindings";
import { planRestore } from "../../src/edits/planRestore";
import { planReviewed } from "../../src/edits/planKept";
import { findFindings } from "../../src/findings/findFindings";
import type { Finding } from "../../src/findings/finding";
import type { Snapshot } from "../../src/workbook/snapshot";
import { insertRows, renameSheet } from "../support/asExcelWould";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";

const file = "samples/nansha-2023.xlsx";

function found(snapshot: Snapshot): readonly Finding[] {
  return findFindings(evaluated(snapshot));
}

describe("标出自查问题", () => {
  it("有问题的格各标一次，标过再标不变，能全部清除", async () => {
    const snapshot = await sampleSnapshot(file);
    const findings = found(snapshot);
    const marked = applyPlan(snapshot, planFindingMarks(evaluated(snapshot), findings));
    const cells = new Set(
      findings.flatMap(({ at }) => (at.kind === "cell" ? [`${at.at.row}:${at.at.column}`] : [])),
    );
    expect(findingMarks(marked)).toHaveLength(cells.size);
    expect(cells.size).toBeGreaterThan(10);
    expect(planFindingMarks(evaluated(marked), findings).edits).toEqual([]);
    expect(applyPlan(marked, planClearFindings(marked))).toEqual(snapshot);
  });

  it("标记不改动得分的标记；恢复原表时一并去掉", async () => {
    const snapshot = await sampleSnapshot(file);
    const { after } = scored(snapshot);
    const findings = found(after);
    const marked = applyPlan(
      applyPlan(after, planFindingMarks(evaluated(after), findings)),
      planFindingsSheet(evaluated(after), findings),
    );
    const deductions = (book: Snapshot) =>
      book.sheets.flatMap((sheet) => sheet.conditionalFormats.filter((one) => !isFindingMark(one)));
    expect(deductions(marked)).toEqual(deductions(after));
    const restored = applyPlan(marked, planRestore(evaluated(marked)).plan);
    expect(findingMarks(restored)).toEqual([]);
    expect(restored.sheets.map(({ name }) => name)).toEqual(snapshot.sheets.map(({ name }) => name));
  });

  it("写进 .xlsx，重新打开还认得，清除后什么都不剩", async () => {
    const opened = openXlsx(new Uint8Array(await readFile(file)));
    if (!opened.ok) throw new Error(opened.problem.what);
    const book = opened.value;
    const findings = found(book.snapshot());
    expect((await book.apply(planFindingMarks(evaluated(book.snapshot()), findings))).ok).toBe(true);
    expect((await book.apply(planFindingsSheet(evaluated(book.snapshot()), findings))).ok).toBe(true);
    const again = openXlsx(book.save());
    if (!again.ok) throw new Error(again.problem.what);
    const marks = findingMarks(again.value.snapshot());
    expect(marks.length).toBeGreaterThan(10);
    expect(planFindingMarks(evaluated(again.value.snapshot()), findings).edits).toEqual([]);
    expect((await again.value.apply(planClearFindings(again.value.snapshot()))).ok).toBe(true);
    expect((await again.value.apply(planDropFindingsSheet(again.value.snapshot()))).ok).toBe(true);
    expect(findingMarks(again.value.snapshot())).toEqual([]);
    expect(again.value.snapshot().sheets).toHaveLength(1);
  });
});

describe("自查问题清单", () => {
  it("新工作表列出每个问题；再导出时更新，短了的清掉", async () => {
    const snapshot = await sampleSnapshot(file);
    const findings = found(snapshot);
    const listed = applyPlan(snapshot, planFindingsSheet(evaluated(snapshot), findings));
    const sheet = listed.sheets.find(({ name }) => name === listName);
    expect(sheet?.rows.get(3)?.get(2)?.value).toBe("级别");
    expect(sheet?.rows.get(4)?.get(6)?.value).toBe(groupFindings(findings)[0]?.findings[0]?.what);
    expect(sheet?.rows.size).toBe(findings.length + 3);
    expect(planFindingsSheet(evaluated(listed), findings).edits).toEqual([]);
    const shorter = applyPlan(listed, planFindingsSheet(evaluated(listed), findings.slice(0, 2)));
    expect(shorter.sheets.find(({ name }) => name === listName)?.rows.size).toBe(5);
    expect(found(listed).map(({ key }) => key)).toEqual(findings.map(({ key }) => key));
  });

  it("引了很长一段话的问题也写得下", async () => {
    const snapshot = await sampleSnapshot(file);
    const [first] = found(snapshot);
    if (first === undefined) throw new Error("nothing found");
    const long = { ...first, why: "原文".repeat(30_000) };
    const listed = applyPlan(snapshot, planFindingsSheet(evaluated(snapshot), [long]));
    const cells = listed.sheets.at(-1)?.rows.get(4);
    expect([...(cells?.values() ?? [])].map(({ value }) => String(value).length)).toContain(32_767);
    expect(planFindingsSheet(evaluated(listed), [long]).edits).toEqual([]);
  });

  it("有人在旁边写了字的清单不改、不删", async () => {
    const snapshot = await sampleSnapshot(file);
    const findings = found(snapshot);
    const listed = applyPlan(snapshot, planFindingsSheet(evaluated(snapshot), findings));
    const noted = setCell(listed, { sheet: listName, row: 4, column: 11 }, { value: "王科长：已办" });
    expect(planDropFindingsSheet(noted).edits).toEqual([]);
    const two = applyPlan(noted, planFindingsSheet(evaluated(noted), findings));
    expect(two.sheets.map(({ name }) => name).slice(-2)).toEqual([listName, `${listName}(2)`]);
  });

  it("剪贴板文字一行一个问题，一格不跨行", async () => {
    const findings = found(await sampleSnapshot(file));
    const lines = findingsText(findings).split("\n");
    expect(lines).toHaveLength(findings.length + 1);
    for (const line of lines) expect(line.split("\t")).toHaveLength(10);
  });
});

describe("已核实，不处理", () => {
  it("记在工作簿里，插行、改表名之后仍认得；可以取消", async () => {
    const snapshot = await sampleSnapshot(file);
    const target = found(snapshot).find(({ check }) => check === "basisBlank");
    if (target === undefined) throw new Error("no finding");
    const kept = applyPlan(snapshot, planReviewed(evaluated(snapshot), target.key, "另行报送"));
    const moved = renameSheet(
      insertRows(kept, "部门整体支出绩效自评表", 5, 2),
      "部门整体支出绩效自评表",
      "自评表",
    );
    const again = found(moved).find(({ key }) => key === target.key);
    expect(again?.dismissed).toBe("另行报送");
    expect(found(moved).filter(({ dismissed }) => dismissed !== null)).toHaveLength(1);
    const undone = applyPlan(moved, planReviewed(evaluated(moved), target.key, null));
    expect(undone.records.has("reviewed")).toBe(false);
    expect(planReviewed(evaluated(undone), target.key, null).edits).toEqual([]);
  });

  it("记录坏了就当没有", async () => {
    const snapshot = await sampleSnapshot(file);
    for (const json of ["", "{", "[]", '{"reviewed":[1,{"key":3},{"key":"a"}]}', "null"]) {
      const broken = { ...snapshot, records: new Map([["reviewed", json] as const]) };
      expect(found(broken)).toHaveLength(found(snapshot).length);
    }
  });
});
