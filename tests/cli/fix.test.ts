import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { runCli } from "./runCli";

interface JsonFixed {
  readonly form: number;
  readonly findings: readonly { readonly id: string }[];
  readonly fixed: readonly {
    readonly cell: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly why: string;
  }[];
}

const sheet = "部门整体支出绩效自评表";
let folder = "";
let input = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-fix-"));
  input = join(folder, "自评表.xlsx");
  const opened = openXlsx(await readFile("samples/nansha-2023.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const book = opened.value;
  // Two slips: the total, and a mark typed twice.
  const cell = (row: number, column: number, value: string | number) =>
    ({ kind: "cell", at: { sheet, row, column }, content: { value }, reason: "" }) as const;
  const plan = { edits: [cell(totalRow, 9, 12.5), cell(7, 3, "打造基地、、入驻企业1494个。")], expects: [] };
  expect((await book.apply(plan)).ok).toBe(true);
  await writeFile(input, book.save());
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const totalRow = 42;

const held = async (path: string, row: number, column: number) => {
  const opened = openXlsx(await readFile(path));
  if (!opened.ok) throw new Error(opened.problem.what);
  const own = opened.value.snapshot().sheets.find(({ name }) => name === sheet);
  return own?.rows.get(row)?.get(column)?.value;
};

describe("命令行 --fix", () => {
  it("改在副本里，逐格列出改前、改后和为什么；原文件不动", async () => {
    const before = await readFile(input);
    const run = await runCli("--fix", input);
    expect(run.stdout).toContain(
      `${sheet}!C7：打造基地、、入驻企业1494个。 → 打造基地、入驻企业1494个。（去掉重复的标点）`,
    );
    expect(run.stdout).toMatch(
      new RegExp(`${sheet}!I${totalRow}：12\\.5 → [\\d.]+（改为各项得分之和）`, "u"),
    );
    expect(run.stdout).toContain("须更正0项");
    expect(run.exit).toBe(1);
    expect(await readFile(input)).toEqual(before);
    const copy = join(folder, "自评表-已改正.xlsx");
    expect(await held(copy, 7, 3)).toBe("打造基地、入驻企业1494个。");
    const again = await runCli("--fix", copy);
    expect(again.stdout).toContain("没有可以自动改正的问题");
    expect((await readdir(folder)).filter((name) => name.includes("已改正"))).toEqual(["自评表-已改正.xlsx"]);
    await rm(copy);
  });

  it("--json：改动在那张表的对象里，另有 --out 才写文件", async () => {
    const run = await runCli("--fix", "--json", input);
    const [form] = JSON.parse(run.stdout) as readonly JsonFixed[];
    expect(form?.fixed.map(({ cell, before }) => [cell, before])).toContainEqual([`I${totalRow}`, 12.5]);
    expect(form?.findings.map(({ id }) => id)).not.toContain("scoreSum");
    expect(await readdir(folder)).toEqual(["自评表.xlsx"]);
    const out = join(folder, "改.xlsx");
    await runCli("--fix", "--json", input, "--out", out);
    expect(await held(out, 7, 3)).toBe("打造基地、入驻企业1494个。");
  });

  it.each([
    ["--out 是原文件", () => ["--fix", input, "--out", input]],
    ["不与评分的选项一起", () => ["--fix", input, "--freeze", "values"]],
    ["不与填台账一起", () => ["--fix", input, "--ledger", "x.xlsx"]],
    ["读不了的文件", () => ["--fix", join(folder, "没有.xlsx")]],
  ])("%s：退出码2，说明原因，什么都不写", async (_, args) => {
    const copy = join(folder, "前.xlsx");
    await copyFile(input, copy);
    const run = await runCli(...args());
    expect(run.exit).toBe(2);
    expect(run.stderr).not.toBe("");
    expect(await readFile(input)).toEqual(await readFile(copy));
    await rm(copy);
  });
});
