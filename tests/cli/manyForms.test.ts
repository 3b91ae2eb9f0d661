import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gridSheet, workbookOf } from "../support/grid";
import { projectForm } from "../support/projectForms";
import { workbookBytes } from "../support/workbookBytes";
import { runCli } from "./runCli";

/* Thirty project forms of a department in one folder, as the finance bureau collects them. */

const many = 30;
const number = (n: number): string => String(n).padStart(2, "0");
const spent = (n: number): number => 170 + n;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-many-"));
  for (let n = 1; n <= many; n += 1) {
    const form = projectForm({ name: "自评表", project: `第${n}号项目`, spent: spent(n) });
    // Beside other sheets, hidden ones too, the form may stand anywhere.
    const notes = gridSheet([["填表说明"], ["请如实填写。"]], { name: "说明" });
    const codes = gridSheet([["代码", "名称"]], { name: "代码表" });
    const sheets = n % 3 === 0 ? [notes, { ...codes, visibility: "hidden" as const }, form] : [form];
    await writeFile(join(folder, `${number(n)}.xlsx`), workbookBytes(workbookOf(sheets)));
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("命令行：一个文件夹里三十张项目支出绩效自评表", () => {
  it("一次评完，一张一行，写明文件、项目、年度、得分；退出码0", async () => {
    const out = join(folder, "结果");
    await mkdir(out);
    const run = await runCli(folder, "--out", out);
    const lines = run.stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(many);
    lines.forEach((line, index) => {
      const n = index + 1;
      expect(line).toContain(`${number(n)}.xlsx：项目支出，第${n}号项目 2024年度；总分 `);
      // 90 of the four rows, and 10 by the share of the budget that was spent.
      const total = Number(/总分 ([\d.]+)/u.exec(line)?.[1]);
      expect(total).toBeCloseTo(90 + (Math.min(spent(n), 200) / 200) * 10, 1);
    });
    expect(run.exit).toBe(0);
    expect(await readdir(out)).toHaveLength(many);
    await rm(out, { recursive: true });
  });

  it("--json 一张一个对象，写明是什么表、哪个项目", async () => {
    const run = await runCli(folder, "--json");
    const objects = JSON.parse(run.stdout) as { kind: string; project: string; form: number }[];
    expect(objects.map(({ kind, project, form }) => [kind, project, form])).toEqual(
      Array.from({ length: many }, (_, index) => ["project", `第${index + 1}号项目`, 1]),
    );
  });

  it("退出码取最重的：有一张待补充是1，有一个读不了是2；别的照评，评过存下的不再评", async () => {
    const asks = join(folder, "31.xlsx");
    await writeFile(asks, workbookBytes(workbookOf([projectForm({ effect: "明显改善" })])));
    await writeFile(join(folder, "01-已评分.xlsx"), "评过的");
    await writeFile(join(folder, "~$01.xlsx"), "开着的");
    const open = await runCli(folder, "--json");
    expect([open.exit, (JSON.parse(open.stdout) as object[]).length]).toEqual([1, many + 1]);
    await writeFile(asks, "这不是压缩包");
    const broken = await runCli(folder, "--json");
    expect([broken.exit, (JSON.parse(broken.stdout) as object[]).length]).toEqual([2, many + 1]);
    expect(broken.stderr).toContain("31.xlsx");
    await rm(asks);
  });

  it("一张工作表上下两张：说明下面一张没有读取，退出码1", async () => {
    const [one, other] = [projectForm({ project: "甲项目" }), projectForm({ project: "乙项目" })];
    const below = Array.from(other.rows, ([row, cells]) => [row + 15, cells] as const);
    const both = { ...one, rows: new Map([...one.rows, ...below]) };
    const path = join(folder, "上下.xlsx");
    await writeFile(path, workbookBytes(workbookOf([both])));
    const run = await runCli(folder, "--out", folder);
    const lines = run.stdout.trimEnd().split("\n");
    expect([run.exit, lines.length]).toEqual([1, many + 1]);
    expect(lines.filter((line) => line.includes("没有读取"))).toEqual([
      expect.stringMatching(/上下\.xlsx：项目支出，甲项目 2024年度；总分 99.50.*；A16起的另一张表没有读取$/u),
    ]);
    await rm(path);
  });

  it("只给一张用的选项，文件夹里有几张就不收；空文件夹说明", async () => {
    const facts = await runCli(folder, "--facts", "数据.json");
    expect([facts.exit, facts.stderr]).toEqual([
      2,
      expect.stringContaining("--facts 一次只能用于一个自评表。"),
    ]);
    const empty = join(folder, "空");
    await mkdir(empty);
    const none = await runCli(empty);
    expect([none.exit, none.stderr]).toEqual([2, expect.stringContaining("文件夹")]);
    await rm(empty, { recursive: true });
  });
});
