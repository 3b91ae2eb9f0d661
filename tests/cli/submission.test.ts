import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { convertedTo } from "../../src/edits/planConvert";
import { runCli } from "./runCli";

const folder = mkdtempSync(join(tmpdir(), "jx-submission-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const city = ["samples/city-2023-blank.xlsx", "--facts", "samples/city-2023.facts.json"];

function snapshotOf(path: string) {
  const opened = openXlsx(new Uint8Array(readFileSync(path)));
  if (!opened.ok) throw new Error(opened.problem.what);
  return opened.value.snapshot();
}

describe("命令行：转换与报送版", () => {
  it.each([
    ["builtin", "builtIn"],
    ["values", "values"],
  ] as const)("--freeze %s", async (given, to) => {
    const out = join(folder, `${given}.xlsx`);
    const run = await runCli(...city, "--freeze", given, "--out", out);
    expect(run.stdout).toContain("已写入");
    expect(convertedTo(snapshotOf(out), null)).toBe(to);
  });

  it("--submission：没看过自查就列出来，退出码 1，不写文件；加 --checked 才写，退出码 0", async () => {
    const out = join(folder, "报送.xlsx");
    const held = await runCli(...city, "--submission", "--out", out);
    expect(held.exit).toBe(1);
    expect(held.stderr).toContain("报送前自查");
    expect(existsSync(out)).toBe(false);
    const made = await runCli(...city, "--submission", "--checked", "--out", out);
    expect(made.exit).toBe(0);
    const snapshot = snapshotOf(out);
    expect(snapshot.records.size).toBe(0);
    expect(snapshot.sheets.some(({ name }) => name === "评分底稿")).toBe(false);
  });

  it("--submission：有待补充、待确认时列出是哪一格、要做什么，不写文件", async () => {
    const out = join(folder, "没有.xlsx");
    const run = await runCli("samples/nansha-2023.xlsx", "--submission", "--checked", "--out", out);
    expect(run.exit).toBe(1);
    expect(run.stderr).toMatch(/I16 部门预算资金支出率 待补充：/u);
    expect(existsSync(out)).toBe(false);
  });

  it("--freeze 写错了说明怎样写", async () => {
    const run = await runCli(...city, "--freeze", "pdf");
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain("builtin（普通公式）或 values（数值）");
  });
});
