import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { functionTable } from "../../src/functions/functionTable";
import { findSheet, type Snapshot } from "../../src/workbook/snapshot";
import { copySheet } from "../support/asExcelWould";
import { otherBasis, otherFolder, otherForm } from "../support/otherPlace";
import { workbookOf } from "../support/grid";
import { workbookBytes } from "../support/workbookBytes";
import { runCli } from "./runCli";

interface JsonForm {
  readonly form: number;
  readonly sheet: string;
  readonly copyOf?: string;
  readonly total: number | null;
  readonly openPoints: number;
}

let folder = "";
let both = "";
const edition = ["--edition", otherFolder] as const;
const parse = (text: string) => JSON.parse(text) as readonly JsonForm[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-forms-"));
  both = join(folder, "两张.xlsx");
  const forms = [otherForm({ name: "甲", basis: otherBasis }), otherForm({ name: "乙" })];
  await writeFile(both, workbookBytes(workbookOf(forms)));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function scoredFile(path: string): Promise<Snapshot> {
  const opened = openXlsx(new Uint8Array(await readFile(path)), { functions: functionTable });
  if (!opened.ok) throw new Error(opened.problem.why);
  return opened.value.snapshot();
}

describe("命令行：一个工作簿里几张自评表", () => {
  it("张张都评，各有各的底稿；--json 一张一个对象；退出码取最重的", async () => {
    const out = join(folder, "都评.xlsx");
    const run = await runCli(both, ...edition, "--json", "--out", out);
    expect(run.stderr).toBe("");
    expect(parse(run.stdout).map(({ form, sheet }) => [form, sheet])).toEqual([
      [1, "甲"],
      [2, "乙"],
    ]);
    expect(run.exit).toBe(1);
    expect((await scoredFile(out)).sheets.map(({ name }) => name)).toEqual([
      "甲",
      "乙",
      "评分底稿",
      "评分底稿（乙）",
    ]);
  });

  it("--sheet 只评那一张；没有的说明", async () => {
    const out = join(folder, "只评乙.xlsx");
    const run = await runCli(both, ...edition, "--json", "--sheet", "乙", "--out", out);
    expect(parse(run.stdout).map(({ form, sheet }) => [form, sheet])).toEqual([[2, "乙"]]);
    const after = await scoredFile(out);
    const before = await scoredFile(both);
    expect(findSheet(after, "甲")?.rows).toEqual(findSheet(before, "甲")?.rows);
    const none = await runCli(both, "--sheet", "丙");
    expect([none.exit, none.stderr.includes("没有名为“丙”的工作表")]).toEqual([2, true]);
  });

  it("--facts-template 的编号带着表名；--facts 各归各的，没写表名的不猜", async () => {
    const template = join(folder, "问题.json");
    await runCli(both, ...edition, "--facts-template", template);
    const questions = JSON.parse(await readFile(template, "utf8")) as { fact: string; value: unknown }[];
    expect(questions.every(({ fact }) => /^[甲乙]!/u.test(fact))).toBe(true);
    const facts = join(folder, "数据.json");
    await writeFile(
      facts,
      JSON.stringify([
        { fact: "甲!openness.corrected", value: 1 },
        { fact: "乙!openness.corrected", value: 0 },
      ]),
    );
    const out = join(folder, "有数据.xlsx");
    const run = await runCli(both, ...edition, "--json", "--facts", facts, "--out", out);
    expect(run.stderr).toBe("");
    const after = await scoredFile(out);
    const figures = (name: string) =>
      Array.from(findSheet(after, name)?.rows.values() ?? [], (cells) => cells.get(4)?.value);
    expect([figures("评分底稿").includes(1), figures("评分底稿（乙）").includes(1)]).toEqual([true, false]);
    await writeFile(facts, JSON.stringify([{ fact: "openness.corrected", value: 1 }]));
    const unknown = await runCli(both, ...edition, "--facts", facts);
    expect([unknown.exit, unknown.stderr]).toEqual([2, expect.stringContaining("“甲!”或“乙!”")]);
    const named = await runCli(both, ...edition, "--facts", facts, "--sheet", "乙", "--json");
    expect(named.exit).toBe(1);
  });

  it("评过分的表的副本：不动，说明；--sheet 指定的作为新表计算", async () => {
    const scored = join(folder, "已评.xlsx");
    await runCli(both, ...edition, "--json", "--out", scored);
    const snapshot = await scoredFile(scored);
    const copied = join(folder, "有副本.xlsx");
    await writeFile(copied, await withRecords(copySheet(snapshot, "甲", "甲 (2)")));
    const run = await runCli(copied, ...edition, "--out", join(folder, "副本不动.xlsx"));
    expect(run.stdout).toContain("“甲 (2)”是“甲”的副本");
    const left = await scoredFile(join(folder, "副本不动.xlsx"));
    expect(left.sheets.map(({ name }) => name)).not.toContain("评分底稿（甲 (2)）");
    const json = await runCli(copied, ...edition, "--json");
    expect(parse(json.stdout).map(({ sheet, copyOf }) => [sheet, copyOf ?? null])).toEqual([
      ["甲", null],
      ["甲 (2)", "甲"],
      ["乙", null],
    ]);
    const out = join(folder, "副本作新表.xlsx");
    await runCli(copied, ...edition, "--json", "--sheet", "甲 (2)", "--out", out);
    expect((await scoredFile(out)).sheets.map(({ name }) => name)).toContain("评分底稿（甲 (2)）");
  });

  it("--submission 要指定一张", async () => {
    const run = await runCli(both, ...edition, "--submission");
    expect([run.exit, run.stderr]).toEqual([2, expect.stringContaining("请用 --sheet 指定报送哪一张")]);
  });
});

/** A file with the records of a snapshot. */
async function withRecords(snapshot: Snapshot): Promise<Uint8Array> {
  const opened = openXlsx(workbookBytes(snapshot));
  if (!opened.ok) throw new Error(opened.problem.why);
  const edits = Array.from(snapshot.records, ([key, json]) => ({ kind: "record", key, json }) as const);
  await opened.value.apply({ edits, expects: [] });
  return opened.value.save();
}
