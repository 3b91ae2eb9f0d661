import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { functionTable } from "../../src/functions/functionTable";
import { readCases } from "../../src/scorecard/case";
import { applied, cellEdit, opened } from "../adapters/xlsx/openParts";
import { runCli, runCliAlone, runCliAsWritten } from "./runCli";

interface JsonRow {
  readonly row: number;
  readonly cell: string;
  readonly indicator: string;
  readonly outcome: string;
  readonly points: number | null;
  readonly typed: number | null;
  readonly compared: string | null;
  readonly reason: string;
}

interface JsonFile {
  readonly file: string;
  readonly total: number | null;
  readonly openPoints: number;
  readonly unconfirmed: number;
  readonly grade: string | null;
  readonly rows: readonly JsonRow[];
  readonly error?: { readonly what: string; readonly why: string; readonly todo: string };
}

let folder = "";
const blank = "samples/nansha-2023-blank.xlsx";
const blankFacts = "samples/nansha-2023.facts.json";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-cli-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function parse(text: string): readonly JsonFile[] {
  return JSON.parse(text) as readonly JsonFile[];
}

describe("命令行", () => {
  it("南沙空白表配数据文件：99.657，优，退出码0，另存新文件，原文件不动", async () => {
    const file = join(folder, "表.xlsx");
    await copyFile(blank, file);
    const run = await runCli(file, "--facts", blankFacts);
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain("总分 99.66");
    expect(run.stdout).toContain("优");
    expect(run.exit).toBe(0);
    expect(await readFile(file)).toEqual(await readFile(blank));
    const scored = openXlsx(new Uint8Array(await readFile(join(folder, "表-已评分.xlsx"))));
    if (!scored.ok) throw new Error(scored.problem.what);
    const form = scored.value.snapshot().sheets[0];
    expect(form?.rows.get(42)?.get(9)?.value).toBeCloseTo(99.657, 10);
    expect(form?.rows.get(43)?.get(6)?.value).toContain("√优");
    // A second run never replaces the first result.
    await runCli(file, "--facts", blankFacts);
    expect((await readdir(folder)).filter((name) => name.startsWith("表")).sort()).toEqual([
      "表-已评分(2).xlsx",
      "表-已评分.xlsx",
      "表.xlsx",
    ]);
  });

  it("--json 的键是约定：逐行给出未四舍五入的得分，不另存文件", async () => {
    const own = join(folder, "只输出");
    await mkdir(own);
    const file = join(own, "nansha-2023-blank.xlsx");
    await copyFile(blank, file);
    const run = await runCli(file, "--facts", blankFacts, "--json");
    const [first] = parse(run.stdout);
    expect(Object.keys(first ?? {})).toEqual([
      "file",
      "form",
      "sheet",
      "kind",
      "department",
      "project",
      "year",
      "filled",
      "filledDoubt",
      "points",
      "total",
      "openPoints",
      "openRows",
      "unconfirmed",
      "grade",
      "remarks",
      "rows",
    ]);
    expect(first).toMatchObject({
      file,
      sheet: "部门整体支出绩效自评表",
      kind: "department",
      department: "广州市南沙区人力资源和社会保障局",
      project: null,
      year: 2023,
      openPoints: 0,
      unconfirmed: 0,
      grade: "优",
    });
    expect(first?.total).toBeCloseTo(99.657, 10);
    expect(Object.keys(first?.rows[0] ?? {})).toEqual([
      "row",
      "cell",
      "level1",
      "level2",
      "indicator",
      "weight",
      "origin",
      "unread",
      "outcome",
      "points",
      "deduction",
      "reason",
      "remarks",
      "typed",
      "compared",
    ]);
    expect(first?.rows[1]).toMatchObject({
      row: 15,
      cell: "I15",
      outcome: "scored",
      typed: null,
      compared: null,
    });
    expect(await readdir(own)).toEqual(["nansha-2023-blank.xlsx"]);
  });

  it("--json 另存了文件时，给出注意事项和没有重算的全部公式", async () => {
    const name = "部门整体支出绩效自评表";
    const source = opened(new Uint8Array(await readFile("samples/nansha-2023-blank.xlsx")));
    const others = Array.from({ length: 12 }, (_, index) => 60 - index);
    await applied(
      source,
      others.map((row) => cellEdit(name, `C${row}`, { formula: '=INDIRECT("I15")+I15*0' })),
    );
    const [file, out] = [join(folder, "另有公式.xlsx"), join(folder, "另有公式-评分后.xlsx")];
    await writeFile(file, source.save());
    const run = await runCli(file, "--facts", blankFacts, "--json", "--out", out);
    const [first] = JSON.parse(run.stdout) as readonly Record<string, unknown>[];
    expect(first?.["notRecalculated"]).toEqual(
      Array.from({ length: 12 }, (_, index) => `'${name}'!C${49 + index}`),
    );
    expect(first?.["notes"]).toEqual([expect.stringContaining("有 12 个表中原有的公式")]);
  });

  it("只凭表上的文字：该问的都问，没有总分和等级，退出码1", async () => {
    const run = await runCli(blank, "--json");
    const [first] = parse(run.stdout);
    expect(run.exit).toBe(1);
    expect(first).toMatchObject({ total: null, grade: null });
    const open = first?.rows.filter((row) => row.outcome === "missing").map((row) => row.row);
    expect(open).toContain(16);
    expect(open).toContain(22);
    expect(first?.rows.find((row) => row.row === 15)?.points).toBeCloseTo(9.657, 10);
  });

  it("公布的南沙表：逐行比对填报得分，9.66 相符并要求说明原因", async () => {
    const run = await runCli("samples/nansha-2023.xlsx", "--facts", blankFacts, "--json");
    const [first] = parse(run.stdout);
    expect(first?.rows.map((row) => row.compared)).toEqual(Array.from({ length: 28 }, () => "same"));
    const benefit = first?.rows.find((row) => row.row === 15);
    expect(benefit).toMatchObject({ typed: 9.66, compared: "same" });
    expect(benefit?.reason).toContain("96.57%");
  });

  it("--facts-template 列出每个待补充的问题；填好后读回即可评完", async () => {
    const template = join(folder, "问题.json");
    const asked = await runCli(blank, "--facts-template", template);
    expect(asked.exit).toBe(1);
    const questions = JSON.parse(await readFile(template, "utf8")) as Record<string, unknown>[];
    expect(questions.length).toBeGreaterThan(20);
    for (const question of questions) {
      expect(Object.keys(question)).toEqual(
        expect.arrayContaining(["row", "fact", "unit", "question", "value"]),
      );
      expect(question["value"]).toBeNull();
    }
    const answers = new Map(
      (
        JSON.parse(await readFile(blankFacts, "utf8")) as { fact: string; value: unknown; reason?: string }[]
      ).map((entry) => [entry.fact, entry]),
    );
    const filled = questions.map((question) => ({ ...question, ...answers.get(String(question["fact"])) }));
    await writeFile(template, JSON.stringify(filled));
    const run = await runCli(blank, "--facts", template, "--json");
    expect(parse(run.stdout)[0]?.openPoints).toBe(0);
  });

  it("一次几个文件：一个读不了不影响其他，退出码2，说明是什么、为什么、怎么办", async () => {
    const payroll = join(folder, "工资表.xlsx");
    await writeFile(
      payroll,
      smallWorkbook([
        ["姓名", "岗位", "应发工资"],
        ["张三", "科员", "5000"],
      ]),
    );
    const broken = join(folder, "坏.xlsx");
    await writeFile(broken, "这不是压缩包");
    const run = await runCli(blank, payroll, broken, join(folder, "没有.xlsx"), "--json");
    expect(run.exit).toBe(2);
    const [form, noForm, damaged, absent] = parse(run.stdout);
    expect(form?.rows).toHaveLength(28);
    for (const failed of [noForm, damaged, absent]) {
      expect(Object.keys(failed ?? {})).toEqual(["file", "error"]);
      expect(failed?.error?.what).toBeTruthy();
      expect(failed?.error?.why).toBeTruthy();
      expect(failed?.error?.todo).toBeTruthy();
    }
    expect(noForm?.error?.todo).toContain("三级指标");
  });

  it("填好的表：填报、可测算、待补充依据分开说，列出是哪些行；JSON里也有", async () => {
    const run = await runCli("samples/nansha-2023.xlsx", "--json");
    expect(parse(run.stdout)[0]).toMatchObject({
      filled: 99.66,
      filledDoubt: null,
      points: 41.157,
      total: null,
      openPoints: 58.5,
    });
    const openRows = parse(run.stdout)[0]?.rows.filter(({ points }) => points === null) ?? [];
    expect(parse(run.stdout)[0]).toHaveProperty(
      "openRows",
      openRows.map(({ cell }) => cell),
    );
    const out = join(folder, "填报");
    await mkdir(out);
    const said = await runCli("samples/nansha-2023.xlsx", "--out", out);
    expect(said.stdout).toContain("待补充依据 14行：I16（5分）、I17（20分）");
  });

  it("几个文件存入文件夹，各有一行小结", async () => {
    const out = join(folder, "结果");
    await mkdir(out);
    const run = await runCli(blank, "samples/nansha-2023.xlsx", "--out", out);
    expect((await readdir(out)).sort()).toEqual(["nansha-2023-blank-已评分.xlsx", "nansha-2023-已评分.xlsx"]);
    expect(run.stdout.match(/暂计分/gu)).toHaveLength(1);
    expect(run.stdout).toContain("填报 99.66 ｜ 按现有数据可测算 41.16 ｜ 待补充依据 58.50");
    expect(run.stderr).toContain("[1/2]");
  });

  it.each([
    ["--out", [blank], ["没有", "甲.xlsx"]],
    ["--out", [blank], ["没有", ""]],
    ["--out", [blank, "samples/nansha-2023.xlsx"], ["没有"]],
    ["--facts-template", [blank], ["没有", "问题.json"]],
    ["--rules-out", [blank], ["没有", "规则.json"]],
  ])("%s的文件夹不存在：动手之前就说，什么也不做", async (option, files, path) => {
    const place = [folder, ...path].join("/");
    const run = await runCli(...files, option, place);
    expect([run.exit, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(`${option} ${place}`);
    expect(run.stderr).not.toMatch(/\[1\/2\]|暂计分/u);
    expect(await readdir(folder)).not.toContain("没有");
  });

  it("--edition：内置版本的编号照用；不认识的列出可用的，什么也不写", async () => {
    const known = await runCli(blank, "--facts", blankFacts, "--json", "--edition", "guangzhou-2023");
    const plain = await runCli(blank, "--facts", blankFacts, "--json");
    expect(known.stdout).toBe(plain.stdout);
    const out = join(folder, "不该有.xlsx");
    const nothing = await runCli(blank, "--edition", "", "--out", out);
    expect(nothing).toMatchObject({ exit: 2, stdout: "" });
    expect(nothing.stderr).toContain("--edition 后面应写编号或文件夹");
    const unknown = await runCli(blank, "--edition", "beijing-1990", "--out", out);
    expect(unknown.exit).toBe(2);
    expect(unknown.stderr).toContain("没有评分标准版本 beijing-1990");
    expect(unknown.stderr).toContain("guangzhou-2023 广州市部门整体支出绩效自评评分标准");
    expect(await readdir(folder)).not.toContain("不该有.xlsx");
    const said = await runCli(blank, "--facts", blankFacts, "--out", join(folder, "说明.xlsx"));
    expect(said.stdout).toContain("评分标准 广州市部门整体支出绩效自评评分标准（2023年度）");
  });

  it("底稿里的字只有程序读得懂：单元格显示的不是计算得分，逐处说明，退出码1；报送版不做", async () => {
    const first = join(folder, "范围.xlsx");
    await runCli(blank, "--facts", blankFacts, "--out", first);
    const book = openXlsx(new Uint8Array(await readFile(first)), { functions: functionTable });
    if (!book.ok) throw new Error(book.problem.what);
    const rate = readCases(book.value.snapshot()).main?.facts.get("assetUse.rate")?.at ?? null;
    if (rate === null) throw new Error("no cell");
    const content = { value: "90%以上" };
    await book.value.apply({ edits: [{ kind: "cell", at: rate, content, reason: "" }], expects: [] });
    await writeFile(first, book.value.save());
    const second = await runCli(first, "--out", join(folder, "范围2.xlsx"));
    expect(second.stdout).toContain("总分 99.66");
    expect(second.exit).toBe(1);
    expect(second.stderr).toMatch(/I39 固定资产利用率：得分格是“#VALUE!”，计算得分是2.*分：请在评分底稿里/u);
    const made = join(folder, "范围-报送.xlsx");
    const submission = await runCli(first, "--submission", "--checked", "--out", made);
    expect(submission.exit).toBe(1);
    expect(submission.stderr).toContain("固定资产利用率 不一致");
    expect(await readdir(folder)).not.toContain("范围-报送.xlsx");
  });

  it("--overwrite-typed 才覆盖手工得分，否则原样保留", async () => {
    const kept = join(folder, "保留.xlsx");
    const over = join(folder, "覆盖.xlsx");
    const source = "samples/nansha-2023.xlsx";
    await runCli(source, "--facts", blankFacts, "--out", kept);
    await runCli(source, "--facts", blankFacts, "--out", over, "--overwrite-typed");
    const cell = async (path: string) => {
      const opened = openXlsx(new Uint8Array(await readFile(path)));
      if (!opened.ok) throw new Error(opened.problem.what);
      return opened.value.snapshot().sheets[0]?.rows.get(15)?.get(9);
    };
    expect(await cell(kept)).toMatchObject({ value: 9.66 });
    expect((await cell(kept))?.formula).toBeUndefined();
    expect((await cell(over))?.formula).toContain("JX.RATESCORE");
    expect((await cell(over))?.value).toBeCloseTo(9.657, 10);
  });

  it("数据文件写错：说出第几项，什么都不写", async () => {
    const wrong = join(folder, "错.json");
    await writeFile(wrong, JSON.stringify([{ fact: "没有这一项.x", value: 1 }]));
    const out = join(folder, "不该有.xlsx");
    const run = await runCli(blank, "--facts", wrong, "--out", out);
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain("没有这一项.x");
    await writeFile(wrong, "[{");
    expect((await runCli(blank, "--facts", wrong, "--out", out)).exit).toBe(2);
    await expect(readFile(out)).rejects.toThrow();
  });

  it("没有文件、不认识的选项：给出用法，退出码2", async () => {
    expect((await runCli()).stderr).toContain("用法");
    expect((await runCli("--nope")).exit).toBe(2);
    expect((await runCliAlone("--help")).exit).toBe(0);
  });

  it.each<readonly [string, readonly string[], number]>([
    ["都评完", [blank, "--facts", blankFacts, "--json"], 0],
    ["有待补充", [blank, "--json", "--out", "结果.xlsx"], 1],
    ["一个读不了，别的照评", [blank, "没有.xlsx"], 2],
    ["自查", ["--check", "samples/nansha-2023.xlsx", "samples/city-2023-blank.xlsx"], 1],
    ["报送版还不能做", ["samples/nansha-2023.xlsx", "--submission", "--checked"], 1],
    ["写错了选项", ["--nope"], 2],
  ])("%s：另起一个进程，说的话、退出码、写的文件都一样", async (title, args, exit) => {
    const [here, alone] = [join(folder, `${title}甲`), join(folder, `${title}乙`)];
    const into = (place: string) =>
      args.map((arg) =>
        arg.endsWith(".xlsx") && !arg.startsWith("没有") ? join(place, basename(arg)) : arg,
      );
    const books = args.filter((arg) => arg.startsWith("samples/") && arg.endsWith(".xlsx"));
    for (const place of [here, alone]) {
      await mkdir(place);
      for (const book of books) await copyFile(book, join(place, basename(book)));
    }
    const own = await runCli(...into(here));
    const other = await runCliAlone(...into(alone));
    expect(own.exit).toBe(exit);
    const text = (said: string) => said.replaceAll(alone, here);
    expect({ ...other, stdout: text(other.stdout), stderr: text(other.stderr) }).toEqual(own);
    expect(await readdir(alone)).toEqual(await readdir(here));
    for (const name of await readdir(here)) {
      const parts = async (place: string) => unzipSync(new Uint8Array(await readFile(join(place, name))));
      expect(await parts(alone)).toEqual(await parts(here));
    }
  });

  it("--version 说出 package.json 里的版本", async () => {
    const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
    const said = { exit: 0, stdout: `${version}\n`, stderr: "" };
    expect(await runCli("--version")).toEqual(said);
    expect(await runCliAlone("--version")).toEqual(said);
    expect(await runCliAsWritten("--version")).toEqual(said);
  });
});

/** The smallest workbook that Excel would open, with one sheet of texts. */
function smallWorkbook(grid: readonly (readonly string[])[]): Uint8Array {
  const rows = grid.map(
    (line, y) =>
      `<row r="${y + 1}">${line
        .map((text, x) => `<c r="${"ABCDEFG"[x] ?? "H"}${y + 1}" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join("")}</row>`,
  );
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="工资" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}
