import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleSnapshot } from "../findings/exampleBook";
import { gridSheet, workbookOf } from "../support/grid";
import { workbookBytes } from "../support/workbookBytes";
import { runCli } from "./runCli";

interface JsonFinding {
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly reportLine: number | null;
  readonly severity: string;
  readonly id: string;
  readonly what: string;
  readonly dismissed: string | null;
}

const filled = "samples/nansha-2023.xlsx";
const report = "tests/findings/documents/nansha-report.txt";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-check-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("命令行 --check", () => {
  it("像语法检查一样逐行列出，有待核实时退出码1，不写文件", async () => {
    const before = await readdir("samples");
    const run = await runCli("--check", filled);
    expect(run.exit).toBe(1);
    const lines = run.stdout.trim().split("\n");
    expect(lines).toContain(
      "部门整体支出绩效自评表!J17 待核实 basisBlank “专项资金绩效完成情况”填报20分，评分依据空白。",
    );
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatch(/^[^!]+![A-Z]+\d+ (?:须更正|待核实|提示) [A-Za-z]+ .+。$/u);
    }
    expect(lines.at(-1)).toMatch(/^须更正0项，待核实\d+项，提示\d+项。归为\d+类：(?:[^，]+\d+处[，。])+$/u);
    expect(await readdir("samples")).toEqual(before);
  });

  it("对照自评报告：.txt 与 .docx 查出的一样", async () => {
    const docx = join(folder, "报告.docx");
    const paragraphs = ["打造港澳青创基地13家，累计入驻企业（项目）1442个。"];
    const xml = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
    await writeFile(docx, zipSync({ "word/document.xml": strToU8(`<w:document>${xml}</w:document>`) }));
    for (const path of [report, docx]) {
      const run = await runCli("--check", filled, "--report", path);
      expect(run.stdout).toMatch(/!C7 待核实 figureTwice .*1494个.*1442个/u);
    }
  });

  it("--against：对照批复的绩效目标表和上一年度的自评表；别的文件先说不能用", async () => {
    const [form, approved, lastYear] = ["今年.xlsx", "批复.xlsx", "上年.xlsx"].map((name) =>
      join(folder, name),
    );
    const rows = [
      { name: "养护公路里程", target: "≥100公里", actual: "118公里" },
      { name: "路面完好率", target: "≥96%", actual: "97%" },
    ];
    const goals = exampleSnapshot({
      project: { rows },
      approved: rows.map(({ name, target }) => ({ name, target: name === "路面完好率" ? "≥98%" : target })),
      lastYear: { rows: rows.map((row) => ({ ...row, actual: "126公里" })) },
    }).sheets;
    for (const [index, path] of [form, approved, lastYear].entries()) {
      const sheets = goals.slice(index, index + 1);
      await writeFile(path ?? "", workbookBytes({ sheets, records: new Map() }));
    }
    const run = await runCli("--check", form ?? "", "--against", approved ?? "", "--against", lastYear ?? "");
    const lines = run.stdout
      .split("\n")
      .filter((line) => / (?:approvedGoals|targetBelowLastYear) /u.test(line));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("目标值是“≥96%”，批复的是“≥98%”（见“批复.xlsx”）");
    expect(lines[0]).toContain("低于上一年的实际完成值“126公里”（见“上年.xlsx”）");
    const wrong = await runCli("--check", form ?? "", "--against", filled, "--against", report);
    expect(wrong.exit).toBe(2);
    const other = exampleSnapshot({
      project: { rows: [{ name: "招商引资额", target: "≥3亿元", actual: "4亿元" }] },
    });
    const foreign = join(folder, "别的项目.xlsx");
    await writeFile(foreign, workbookBytes(other));
    for (const option of ["--check", "--fix"]) {
      const unused = await runCli(option, "--json", form ?? "", "--against", foreign);
      expect(unused.stderr).toContain(
        "“别的项目.xlsx”里没有本表的项目或指标，目标和上年完成值没有对照，只查照抄的文字。",
      );
    }
    const plain = join(folder, "名册.xlsx");
    await writeFile(
      plain,
      workbookBytes(
        workbookOf([
          gridSheet([
            ["姓名", "电话"],
            ["甲", "1"],
          ]),
        ]),
      ),
    );
    const nothing = await runCli("--check", form ?? "", "--against", plain);
    expect(nothing.exit).toBe(2);
    expect(nothing.stderr).toContain("名册.xlsx 不能用来对照。");
  });

  it("几个文件一起自查：带数的长句与前面的文件一字不差的，提出来", async () => {
    const basis = "全年共签订政府采购合同36份，均在30日内签订，及时率100%。";
    const rows = ["合同签订", "合同备案", "信息公开"].map((name) => ({
      name,
      weight: 2,
      basis: `${name}：已完成。`,
    }));
    const books = ["甲.xlsx", "乙.xlsx"].map((name) => join(folder, name));
    for (const path of books) {
      const own = rows.map((row, index) => (index === 0 ? { ...row, basis } : row));
      await writeFile(path, workbookBytes(exampleSnapshot({ rows: own })));
    }
    const run = await runCli("--check", ...books);
    const lines = run.stdout.split("\n").filter((line) => line.includes(" copiedSentence "));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("乙.xlsx:");
    expect(lines[0]).toContain("与“甲.xlsx”的“合同签订”一字不差");
  });

  it("--json：每个文件一个对象，列出全部问题", async () => {
    const run = await runCli("--check", "--json", filled, "samples/city-2023-blank.xlsx");
    const files = JSON.parse(run.stdout) as readonly { file: string; findings: readonly JsonFinding[] }[];
    expect(files.map(({ file }) => file)).toEqual([filled, "samples/city-2023-blank.xlsx"]);
    const blank = files[0]?.findings.find(({ id, cell }) => id === "basisBlank" && cell === "J18");
    expect(blank).toMatchObject({
      sheet: "部门整体支出绩效自评表",
      severity: "待核实",
      reportLine: null,
      dismissed: null,
    });
    expect(files[1]?.findings.length).toBeGreaterThan(5);
  });

  it("--json：报告读不了，标准输出上也是一样的对象", async () => {
    const bad = "tests/adapters/docx/files/report.pdf";
    const run = await runCli("--check", "--json", filled, "--report", bad);
    const files = JSON.parse(run.stdout) as readonly { file: string; error: { what: string } }[];
    expect(files.map(({ file }) => file)).toEqual([filled]);
    expect(files[0]?.error.what).toContain("PDF");
    expect(run.exit).toBe(2);
  });

  it("多个文件时每行带文件名", async () => {
    const run = await runCli("--check", filled, "samples/nansha-2023-blank.xlsx");
    expect(run.stdout).toMatch(/^samples\/nansha-2023\.xlsx:部门整体支出绩效自评表!J17 待核实/mu);
  });

  it.each([
    ["报告读不了", ["--check", filled, "--report", "没有这个文件.txt"]],
    ["报告是 PDF", ["--check", filled, "--report", "tests/adapters/docx/files/report.pdf"]],
    ["报告不是文字", ["--check", filled, "--report", filled]],
    ["--report 要与 --check 一起用", [filled, "--report", report]],
    ["--check 不写文件", ["--check", filled, "--out", "x.xlsx"]],
    ["文件读不了", ["--check", "没有.xlsx"]],
  ])("%s：退出码2，说明怎么办", async (_, args) => {
    const run = await runCli(...args);
    expect(run.exit).toBe(2);
    expect(run.stderr).not.toBe("");
    expect(run.stderr).not.toMatch(/at .*\.ts:\d+/u);
  });
});
