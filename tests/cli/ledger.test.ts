import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { planRestore } from "../../src/edits/planRestore";
import { functionTable } from "../../src/functions/functionTable";
import { findSheet, valueAt, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { workbookOf } from "../support/grid";
import { noMoney, projectForm, projectList } from "../support/fundForms";
import { evaluated } from "../support/scored";
import { workbookBytes } from "../support/workbookBytes";
import { runCli } from "./runCli";

let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-ledger-"));
  const put = (name: string, ...sheets: Parameters<typeof workbookOf>[0]) =>
    writeFile(path(name), workbookBytes(workbookOf(sheets)));
  await put("一.xlsx", projectForm({ project: "甲", code: "4401" }));
  await put(
    "二.xlsx",
    projectForm({ sheet: "乙表", project: "乙" }),
    projectForm({ sheet: "丙表", project: "丙" }),
  );
  await put(
    "清单.xlsx",
    projectList([
      ["4401", "甲", 1000000, 2000000, 1500000],
      ["4402", "乙", 3000000, null, 2500000],
      ["4409", "别的", 1, 1, 1],
      ["合计", null, 4000001, 1, 1],
    ]),
  );
  await put("没有单位.xlsx", projectList([["4401", "甲", 1, 2, 3]], { unit: "" }));
  await writeFile(path("不是.xlsx"), "不是工作簿");
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function opened(file: string): Promise<Snapshot> {
  const read = openXlsx(new Uint8Array(await readFile(file)), { functions: functionTable });
  if (!read.ok) throw new Error(read.problem.why);
  return read.value.snapshot();
}

const amounts = (book: Snapshot, name: string): readonly CellValue[] => {
  const sheet = findSheet(book, name);
  return sheet === undefined ? [] : [3, 4, 5].map((column) => valueAt(sheet, 6, column));
};

describe("命令行：项目台账", () => {
  it("一份台账填许多表，再评分；没填上的逐条说明；恢复原表还原", async () => {
    const out = path("结果");
    await mkdir(out);
    const run = await runCli(path("一.xlsx"), path("二.xlsx"), "--ledger", path("清单.xlsx"), "--out", out);
    expect(run.exit).toBe(1);
    // Of several files the results alone stand in the output, a line for each form.
    expect(run.stdout.trim().split("\n").length).toBe(3);
    expect(run.stderr).toContain("台账 项目表 甲：第4行，填入3格");
    expect(run.stderr).toContain("台账 乙表 乙：第5行，填入2格");
    expect(run.stderr).toContain("D6 年度资金总额 全年预算数：不填：台账里是空白（台账D5）");
    expect(run.stderr).toContain("台账里没有“丙”");
    expect(run.stderr).toContain("第7行是合计行，没有当作项目");
    expect(run.stderr).toContain("台账里有1行没有对上表：别的");
    const [one, two] = [await opened(join(out, "一-已评分.xlsx")), await opened(join(out, "二-已评分.xlsx"))];
    expect(amounts(one, "项目表")).toEqual([100, 200, 150]);
    expect([amounts(two, "乙表"), amounts(two, "丙表")]).toEqual([
      [300, null, 250],
      [null, null, null],
    ]);
    const book = openXlsx(new Uint8Array(await readFile(join(out, "一-已评分.xlsx"))));
    if (!book.ok) throw new Error(book.problem.why);
    expect(await book.value.apply(planRestore(evaluated(book.value.snapshot())).plan)).toMatchObject({
      ok: true,
    });
    const before = await opened(path("一.xlsx"));
    expect(findSheet(book.value.snapshot(), "项目表")?.rows).toEqual(findSheet(before, "项目表")?.rows);
  });

  it("--dry-run 列出每一格，什么都不写；--json 一张表一个对象", async () => {
    const before = await readdir(folder);
    const ledger = ["--ledger", path("清单.xlsx"), "--dry-run"];
    const run = await runCli(path("一.xlsx"), ...ledger);
    expect([run.exit, run.stdout]).toEqual([
      0,
      [
        "  台账 项目表 甲：第4行，可填3格",
        "    C6 年度资金总额 年初预算数：空白 → 100（台账C4）",
        "    D6 年度资金总额 全年预算数：空白 → 200（台账D4）",
        "    E6 年度资金总额 全年执行数：空白 → 150（台账E4）",
        "",
      ].join("\n"),
    ]);
    const json = JSON.parse((await runCli(path("二.xlsx"), ...ledger, "--json")).stdout) as readonly object[];
    expect(json).toMatchObject([
      {
        sheet: "乙表",
        ledger: {
          rows: [{ sheet: "项目清单", row: 5 }],
          cells: [
            { cell: "C6", old: "", new: 300, from: "'项目清单'!C5", state: "fill" },
            { cell: "D6", new: null, state: "left", why: "台账里是空白" },
            { cell: "E6", new: 250, state: "fill" },
          ],
        },
      },
      { sheet: "丙表", ledger: { rows: [], notes: ["台账里没有“丙”"], cells: [] } },
    ]);
    expect(await readdir(folder)).toEqual(before);
  });

  it("台账里空白的格没有什么可填：退出码0；填的与台账不同、找不到项目的，退出码1", async () => {
    await writeFile(
      path("三.xlsx"),
      workbookBytes(workbookOf([projectForm({ project: "乙", code: "4402" })])),
    );
    const typed = projectForm({ project: "甲", code: "4401", money: [[99, null, null], noMoney, noMoney] });
    await writeFile(path("四.xlsx"), workbookBytes(workbookOf([typed])));
    const exits = ["三.xlsx", "四.xlsx", "二.xlsx"].map(async (file) => {
      const run = await runCli(path(file), "--ledger", path("清单.xlsx"), "--dry-run");
      return run.exit;
    });
    expect(await Promise.all(exits)).toEqual([0, 1, 1]);
  });

  it("台账放在自评表的文件夹里，不当作自评表", async () => {
    const both = path("都在");
    await mkdir(both);
    await copyFile(path("一.xlsx"), join(both, "一.xlsx"));
    await copyFile(path("清单.xlsx"), join(both, "清单.xlsx"));
    const run = await runCli(both, "--ledger", join(both, "清单.xlsx"), "--dry-run");
    expect([run.exit, run.stdout.split("\n")[0]]).toEqual([0, "  台账 项目表 甲：第4行，可填3格"]);
    expect(run.stderr).not.toContain("没有找到");
  });

  it("台账没有写单位的，不填；--ledger-unit 说明的照它换算", async () => {
    const ledger = ["--ledger", path("没有单位.xlsx"), "--dry-run"];
    expect((await runCli(path("一.xlsx"), ...ledger)).stdout).toContain("不填：台账没有写金额单位");
    const run = await runCli(path("一.xlsx"), ...ledger, "--ledger-unit", "亿元");
    expect(run.stdout).toContain("空白 → 10000（台账C4）");
  });

  it.each([
    [["--ledger", "不是.xlsx"], "台账读不了"],
    [["--ledger", "没有.xlsx"], "读不了台账"],
    [["--ledger", "一.xlsx"], "没有读到项目台账"],
    [["--ledger", "清单.xlsx", "--ledger-unit", "美元"], "--ledger-unit 只能是"],
    [["--dry-run"], "与 --ledger 一起使用"],
    [["--ledger", "清单.xlsx", "--check"], "--check 只做自查"],
    [["--ledger", "清单.xlsx", "--dry-run", "--out", "甲.xlsx"], "不能与评分、自查、写文件的选项一起使用"],
    [["--ledger", "清单.xlsx", "--out", "清单.xlsx"], "要读又要写"],
  ])("%j：说明原因，不写", async (args, why) => {
    const named = args.map((one) => (one.endsWith(".xlsx") ? path(one) : one));
    const run = await runCli(path("一.xlsx"), ...named);
    expect([run.exit, run.stderr.includes(why)]).toEqual([2, true]);
  });
});
