import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { writeBook } from "../../src/adapters/xlsx/writeBook";
import type { KeptBook } from "../../src/review/previousBook";
import { reviewBook } from "../../src/review/reviewBook";
import type { Edit } from "../../src/workbook/edit";
import { findSheet, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { gridSheet } from "../support/grid";
import { deskProject, honestProjects, writeFiles } from "../support/reviewFiles";
import { readBook, runReview, tableOf } from "./runReview";

let folder = "";
const forms = (): string => join(folder, "报来");
const path = (name: string): string => join(folder, name);

/** What people type: into the row of a sheet whose column holds a value, below a title; a new title makes a column. */
type Typed = readonly [
  sheet: string,
  by: readonly [title: string, value: CellValue],
  title: string,
  value: string | number,
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-review-"));
  const full = deskProject({
    department: "甲局",
    project: "一号",
    scores: [9.5, 30, 20, 30, 10],
    trained: "80人",
  });
  await writeFiles(forms(), new Map([...honestProjects(3), ["甲.xlsx", full]]));
  await runReview(forms(), "--out", path("第一次.xlsx"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The book with what people typed, under another name. */
async function typedInto(from: string, to: string, typed: readonly Typed[]): Promise<void> {
  const opened = openXlsx(new Uint8Array(await readFile(path(from))));
  if (!opened.ok) throw new Error(opened.problem.what);
  const book = opened.value.snapshot();
  const edits = typed.map(([sheet, [by, value], title, content]): Edit => {
    const { head, titles } = headOf(book, sheet);
    const column = titles.get(title) ?? Math.max(...titles.values()) + 1;
    const row = [...(findSheet(book, sheet)?.rows ?? [])].find(
      ([at, cells]) => at > head && cells.get(titles.get(by) ?? 0)?.value === value,
    )?.[0];
    if (row === undefined) throw new Error(`${sheet}：${String(value)}`);
    return { kind: "cell", at: { sheet, row, column }, content: { value: content }, reason: "人填" };
  });
  const heads = typed.flatMap(([sheet, , title]): readonly Edit[] => {
    const { head, titles } = headOf(book, sheet);
    if (titles.has(title)) return [];
    const at = { sheet, row: head, column: Math.max(...titles.values()) + 1 };
    return [{ kind: "cell", at, content: { value: title }, reason: "人加的栏" }];
  });
  const applied = await opened.value.apply({ edits: [...heads, ...edits], expects: [] });
  if (!applied.ok) throw new Error(applied.problem.what);
  await writeFile(path(to), opened.value.save());
}

function headOf(book: Snapshot, sheet: string) {
  const [head, cells] =
    [...(findSheet(book, sheet)?.rows ?? [])].find(([, own]) =>
      [...own.values()].some(({ value }) => value === "记录号"),
    ) ?? [];
  if (head === undefined || cells === undefined) throw new Error(sheet);
  return { head, titles: new Map(Array.from(cells, ([column, { value }]) => [String(value), column])) };
}

describe("--previous：上一次填过的", () => {
  it("自己加的工作表也带过来，公式带成数值", async () => {
    const made = gridSheet([["组内分工"], ["张三", 12.5, "=B2*2"]], { name: "分工" });
    const kept: KeptBook = { sheets: new Map(), criteria: new Map(), whole: [made] };
    const opened = openXlsx(await writeBook(reviewBook([], { previous: kept })));
    if (!opened.ok) throw new Error(opened.problem.what);
    const sheet = findSheet(opened.value.snapshot(), "分工");
    expect([sheet?.rows.get(1)?.get(1)?.value, sheet?.rows.get(2)?.get(2)?.value]).toEqual([
      "组内分工",
      12.5,
    ]);
  });

  it("意见、得分、勾选、沟通记录、自己加的栏都带过来；改了的标已改，没改的标未改", async () => {
    const first = await readBook(path("第一次.xlsx"));
    const keyOf = (sheet: string, is: (row: ReadonlyMap<string, CellValue>) => boolean): CellValue =>
      tableOf(first, sheet).find(is)?.get("记录号") ?? null;
    const short = keyOf("差异表", (row) => row.get("部门") === "甲局" && row.get("三级指标") === "培训人数");
    const other = keyOf(
      "差异表",
      (row) => row.get("部门") === "云山市第1局" && row.get("三级指标") === "培训人数",
    );
    const finding = keyOf("问题清单", (row) => row.get("表号") === 1 && row.get("等级") === "须更正");
    expect([short, other, finding].map((key) => typeof key)).toEqual(["string", "string", "string"]);
    await typedInto("第一次.xlsx", "填过.xlsx", [
      ["差异表", ["记录号", short], "复核得分", 24],
      ["差异表", ["记录号", short], "复核意见", "只培训80人"],
      ["差异表", ["记录号", other], "组长意见", "同意"],
      ["问题清单", ["记录号", finding], "退回修改", "√"],
      ["汇总", ["部门", "甲局"], "复核结论", "退回"],
      ["沟通记录", ["记录号", "沟通|1"], "沟通内容", "已电话告知"],
    ]);
    const same = await runReview(forms(), "--out", path("第二次.xlsx"), "--previous", path("填过.xlsx"));
    expect(same.exit).toBe(0);
    const second = await readBook(path("第二次.xlsx"));
    const row = (book: Snapshot, sheet: string, key: CellValue) =>
      tableOf(book, sheet).find((one) => one.get("记录号") === key);
    expect(row(second, "差异表", short)?.get("复核得分")).toBe(24);
    expect(row(second, "差异表", short)?.get("复核意见")).toBe("只培训80人");
    expect(row(second, "差异表", short)?.get("最终得分")).toBe(24);
    expect(row(second, "差异表", short)?.get("整改情况")).toBe("未改");
    expect(row(second, "差异表", other)?.get("组长意见")).toBe("同意");
    expect(row(second, "问题清单", finding)?.get("退回修改")).toBe("√");
    expect(row(second, "问题清单", finding)?.get("整改情况")).toBe("未改");
    expect(
      tableOf(second, "汇总")
        .find((one) => one.get("部门") === "甲局")
        ?.get("复核结论"),
    ).toBe("退回");
    expect(row(second, "沟通记录", "沟通|1")?.get("沟通内容")).toBe("已电话告知");

    // 甲局 corrects its score.
    const mended = deskProject({
      department: "甲局",
      project: "一号",
      scores: [9.5, 24, 20, 30, 10],
      trained: "80人",
    });
    await writeFiles(forms(), new Map([["甲.xlsx", mended]]));
    await runReview(forms(), "--out", path("第三次.xlsx"), "--previous", path("第二次.xlsx"));
    const third = await readBook(path("第三次.xlsx"));
    expect(row(third, "差异表", short)?.get("整改情况")).toBe("已改");
    expect(row(third, "差异表", short)?.get("复核意见")).toBe("只培训80人");
    expect(row(third, "差异表", other)?.get("组长意见")).toBe("同意");
    expect(row(third, "问题清单", finding)?.get("整改情况")).toBe("已改");
    expect(row(third, "问题清单", finding)?.get("退回修改")).toBe("√");
  });

  it("撤回的表，填过的意见留在最后，不计入汇总", async () => {
    const before = await readBook(path("第三次.xlsx"));
    await rm(join(forms(), "甲.xlsx"));
    await runReview(forms(), "--out", path("第四次.xlsx"), "--previous", path("第三次.xlsx"));
    const after = await readBook(path("第四次.xlsx"));
    const kept = tableOf(after, "差异表").find((row) => row.get("复核意见") === "只培训80人");
    expect(kept?.get("表号")).toBeNull();
    expect(kept?.get("整改情况")).toBe("本次没有");
    const sum = (book: Snapshot) =>
      tableOf(book, "汇总").reduce((all, row) => all + (typeof row.get("表号") === "number" ? 1 : 0), 0);
    expect([sum(before), sum(after)]).toEqual([4, 3]);
  });

  it("不是复核工作簿的，说明为什么，什么也不写", async () => {
    await writeFile(path("别的.xlsx"), deskProject({ department: "甲局" }));
    const run = await runReview(forms(), "--out", path("没有.xlsx"), "--previous", path("别的.xlsx"));
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain("不是复核工作簿");
    await expect(readFile(path("没有.xlsx"))).rejects.toThrow();
  });
});
