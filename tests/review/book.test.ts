import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { findFindings } from "../../src/findings/findFindings";
import { isOpen } from "../../src/findings/finding";
import { tidy } from "../../src/quantity/tidy";
import { readCases } from "../../src/scorecard/case";
import type { Snapshot } from "../../src/workbook/snapshot";
import type { CliRun } from "../cli/runCli";
import { libreOfficeCsvs } from "../support/libreOffice";
import { packageFaults } from "../support/packageFaults";
import {
  brokenFiles,
  departmentForms,
  honestProjects,
  withoutResults,
  writeFiles,
  type ReviewFiles,
} from "../support/reviewFiles";
import { readBook, runReview, tableOf, type TableRow } from "./runReview";

let folder = "";
let files: ReviewFiles = new Map();
let run: CliRun = { exit: null, stdout: "", stderr: "" };
let book: Snapshot = { sheets: [], records: new Map() };
const out = (): string => join(folder, "复核.xlsx");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-review-"));
  files = new Map([...(await departmentForms(30)), ...honestProjects(60), ...brokenFiles()]);
  await writeFiles(join(folder, "报来"), files);
  run = await runReview(join(folder, "报来"), "--out", out());
  book = await readBook(out());
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const text = (row: TableRow, title: string): string => String(row.get(title) ?? "");

/** Sums of many fractions differ in their last digits. */
const sameDigits = (csv: string): string =>
  csv.replace(
    /"(-?\d+\.\d+)(%?)"/gu,
    (_, number: string, unit: string) => Number(number).toPrecision(9) + unit,
  );

describe("100个文件（10个读不了）做成复核.xlsx", () => {
  it("读不了的列出原因和办法，别的照做；退出码1，旁边没有剩下别的文件", async () => {
    expect(run.exit).toBe(1);
    expect(run.stdout).toContain("90张自评表，10个文件没有读出");
    const unread = tableOf(book, "未读出的文件");
    expect(unread.map((row) => text(row, "文件")).sort()).toEqual([...brokenFiles().keys()].sort());
    expect(unread.filter((row) => text(row, "原因") === "" || text(row, "怎样办") === "")).toEqual([]);
    const todo = (file: string) =>
      text(unread.find((row) => row.get("文件") === file) ?? new Map(), "怎样办");
    expect(todo("坏/旧格式.xls")).toContain("另存为");
    expect(todo("坏/金山.et")).toContain("另存为");
    expect(todo("坏/加密.xlsx")).toContain("打开密码");
    expect((await readdir(folder)).sort()).toEqual(["复核.xlsx", "报来"].sort());
  });

  it("汇总、差异表、问题清单里的每个数都与各张表算出来的一样", () => {
    const summary = tableOf(book, "汇总");
    const rows = tableOf(book, "差异表");
    const findings = tableOf(book, "问题清单");
    expect(summary).toHaveLength(90);
    for (const line of summary) {
      const bytes = files.get(text(line, "文件"));
      const opened = openXlsx(bytes ?? new Uint8Array());
      if (!opened.ok) throw new Error(text(line, "文件"));
      const { cases } = readCases(opened.value.snapshot());
      const formCase = cases.find(({ sheet }) => sheet === line.get("工作表"));
      if (formCase === undefined) throw new Error(text(line, "工作表"));
      const { scorecard } = formCase;
      const found = findFindings(formCase);
      const number = line.get("表号");
      const both = scorecard.rows.filter(({ typed, points }) => typed !== null && points !== null);
      expect({
        department: text(line, "部门"),
        self: line.get("自评总分"),
        points: line.get("测算总分"),
        difference: line.get("差异"),
        open: line.get("待补充分"),
        mustFix: line.get("须更正"),
        toVerify: line.get("待核实"),
      }).toEqual({
        department: scorecard.department ?? "（未写明）",
        self: scorecard.filled?.points ?? formCase.form.total?.score.typed ?? null,
        points: tidy(scorecard.points),
        difference: tidy(both.reduce((sum, { typed, points }) => sum + (typed ?? 0) - (points ?? 0), 0)),
        open: tidy(scorecard.openPoints),
        mustFix: found.filter((one) => isOpen(one) && one.severity === "须更正").length,
        toVerify: found.filter((one) => isOpen(one) && one.severity === "待核实").length,
      });
      const own = rows.filter((row) => row.get("表号") === number);
      expect(
        own.map((row) => [row.get("分值"), row.get("自评得分"), row.get("测算得分"), text(row, "原因")]),
      ).toEqual(
        scorecard.rows.map(({ weight, typed, points, reason }) => [
          weight,
          typed,
          points === null ? null : tidy(points),
          reason,
        ]),
      );
      expect(findings.filter((row) => row.get("表号") === number)).toHaveLength(found.length);
    }
  });

  it("照标准写：各部件、次序、类型没有一处不合", async () => {
    const parts = unzipSync(new Uint8Array(await readFile(out())));
    expect(packageFaults(new Map(Object.entries(parts)))).toEqual([]);
  });

  it("LibreOffice 打开，没有一个错误值；各公式自己算出来的与存着的一样", async () => {
    const bytes = new Uint8Array(await readFile(out()));
    const both = await libreOfficeCsvs(
      new Map([
        ["stored.xlsx", bytes],
        ["reckoned.xlsx", withoutResults(bytes)],
      ]),
    );
    const [stored, reckoned] = [both.get("stored.xlsx"), both.get("reckoned.xlsx")];
    expect([...(stored?.keys() ?? [])]).toHaveLength(book.sheets.length);
    for (const [name, csv] of stored ?? []) {
      expect(csv, name).not.toMatch(/#(?:REF|NAME|VALUE|DIV|N\/A|NUM|NULL)|Err:\d/u);
      expect(sameDigits(reckoned?.get(name) ?? ""), name).toBe(sameDigits(csv));
    }
  });
});
