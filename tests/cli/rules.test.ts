import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeRulesFile } from "../../src/app/rulesFile";
import { editionRow } from "../support/editionRow";
import { runCli } from "./runCli";

const blank = "samples/nansha-2023-blank.xlsx";
const { name: indicator, weight, clause } = editionRow("assetUse");
const words = "固定资产利用率≥99.9%的，得2分；其他情况得0.5分。";
const rules = writeRulesFile([
  { indicator, weight, clause, use: { words } },
  { indicator: "没有的指标", weight: 1, clause: "", use: "judged" },
]);

let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-rules-"));
  await writeFile(path("规则.json"), rules);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Row {
  readonly indicator: string;
  readonly origin: string;
}

const rowOf = (text: string): Row | undefined =>
  (JSON.parse(text) as readonly { readonly rows: readonly Row[] }[])[0]?.rows.find(
    (row) => row.indicator === indicator,
  );

describe("--rules 和 --rules-out", () => {
  it("采用规则文件，说明没有用上的，记在评分后的文件里，再导出是同一条", async () => {
    const out = path("已评分.xlsx");
    const run = await runCli(blank, "--rules", path("规则.json"), "--json", "--out", out);
    expect(rowOf(run.stdout)).toMatchObject({ origin: "person" });
    expect(run.stderr).toContain("1行采用了导入的计分规则。没有采用：“没有的指标”");
    const again = await runCli(out, "--rules-out", path("导出.json"), "--json");
    expect(rowOf(again.stdout)).toMatchObject({ origin: "person" });
    const exported = JSON.parse(await readFile(path("导出.json"), "utf8")) as { rules: readonly object[] };
    expect(exported.rules).toMatchObject([{ indicator, weight, use: { words } }]);
  });

  it.each<readonly [string, readonly string[], string]>([
    ["没有人工设定的", [blank, "--rules-out", "导出.json"], "这张表里没有人工设定的计分规则"],
    ["一次一个", [blank, blank, "--rules-out", "导出.json"], "一次只能用于一个自评表"],
    ["没有这个文件", [blank, "--rules", "没有.json"], "读不了规则文件"],
    ["盖掉自评表", [blank, "--rules-out", blank], "会被盖掉"],
    ["盖掉规则文件", [blank, "--rules", "导出.json", "--rules-out", "./导出.json"], "会被盖掉"],
    ["两个写到一处", [blank, "--facts-template", "甲.json", "--rules-out", "甲.json"], "会被盖掉"],
    ["盖掉数据文件", [blank, "--facts", "甲.json", "--facts-template", "甲.json"], "会被盖掉"],
    ["自查不写文件", [blank, "--check", "--rules-out", "导出.json"], "--check 只做自查"],
  ])("%s", async (_, args, says) => {
    const run = await runCli(...args);
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain(says);
  });

  it("自查和报送版也按规则文件", async () => {
    const check = await runCli(blank, "--rules", path("规则.json"), "--check", "--json");
    expect(check.exit).toBeLessThan(2);
    const made = await runCli(
      blank,

      "--rules",
      path("规则.json"),
      "--submission",
      "--checked",
      "--json",
      "--out",
      path("报送.xlsx"),
    );
    expect(rowOf(made.stdout)).toMatchObject({ origin: "person" });
  });
});
