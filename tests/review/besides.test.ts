import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReportFile } from "../../src/adapters/docx/readReportFile";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { compareLast } from "../../src/review/compareLast";
import { layDesk } from "../../src/review/desk";
import type { Edit } from "../../src/workbook/edit";
import { gridSheet } from "../support/grid";
import { libreOfficeCsvs } from "../support/libreOffice";
import { deskProject, recordsOf, writeFiles } from "../support/reviewFiles";
import { workbookBytes } from "../support/workbookBytes";
import { readBook, runReview, tableOf } from "./runReview";

let folder = "";
const path = (name: string): string => join(folder, name);
const sentence = "全年组织培训12期，培训学员1347人次，比计划多47人次。";
const said = (text: string) => ["", text, "", "", ""] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-review-"));
  const form = (department: string, project: string, scores: readonly number[], text = "") =>
    deskProject({ department, project, scores, reasons: said(text) });
  await writeFiles(
    path("今年"),
    new Map([
      ["甲.xlsx", form("甲局", "2024年技能培训", [9.5, 28, 20, 30, 10], sentence)],
      ["乙.xlsx", form("乙局", "稳岗补贴", [9.5, 30, 20, 30, 10])],
      ["乙2.xlsx", form("乙局", "稳岗补贴", [9.5, 30, 20, 30, 9])],
      ["丁.xlsx", form("丁局", "临时项目", [5, 30, 20, 30, 10])],
    ]),
  );
  await writeFiles(
    path("去年"),
    new Map([
      ["甲.xlsx", form("甲局", "2023年技能培训", [9.5, 30, 18, 30, 10], sentence)],
      ["坏.xlsx", new Uint8Array([1, 2, 3])],
    ]),
  );
  const roster = gridSheet(
    [
      ["2024年度应报名单"],
      ["序号", "部门名称", "项目名称", "截止日期", "报送日期"],
      [1, "甲局", "技能培训", "2025-03-31", "2025年4月2日"],
      [2, "乙局", "稳岗补贴", 45747, 45740],
      [3, "丙局", "就业服务", "2025-03-31", null],
      [4, "戊局", "创业扶持", "2999-12-31", null],
      ["合计", "合计", null, null, null],
    ],
    { name: "名单" },
  );
  await writeFile(path("名单.xlsx"), workbookBytes({ sheets: [roster], records: new Map() }));
  await writeFiles(
    path("报告"),
    new Map([
      [
        "甲局2024年技能培训绩效自评报告.txt",
        new TextEncoder().encode("全年执行数为150万元。培训人数104人。"),
      ],
    ]),
  );
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("--last、--roster、--reports", () => {
  it("与上年对比：升、降、沿用的话；项目名称前的年度不计；上年读不了的也列出", async () => {
    const run = await runReview(path("今年"), "--out", path("比.xlsx"), "--last", path("去年"));
    expect(run.exit).toBe(1);
    const book = await readBook(path("比.xlsx"));
    const lines = tableOf(book, "与上年对比");
    const of = (indicator: string) => lines.find((row) => row.get("三级指标") === indicator);
    expect(new Set(lines.map((row) => row.get("部门")))).toEqual(new Set(["甲局"]));
    expect(of("培训人数")?.get("升降")).toBe("下降");
    expect(of("培训人数")?.get("沿用上年的话")).toContain("培训学员1347人次");
    expect(of("按期发放率")?.get("升降")).toBe("上升");
    expect(of("按期发放率")?.get("得分率变化")).toBeCloseTo(0.1, 10);
    expect(of("学员满意度")?.get("升降")).toBe("持平");
    expect(tableOf(book, "未读出的文件").map((row) => row.get("文件"))).toEqual(["上年度：坏.xlsx"]);
  });

  it("上年的文件夹、名单放在一起给的，不当作今年的自评表", async () => {
    const run = await runReview(
      folder,
      "--out",
      path("一起.xlsx"),
      "--last",
      path("去年"),
      "--roster",
      path("名单.xlsx"),
    );
    expect(run.stdout).toContain("4张自评表");
    const names = tableOf(await readBook(path("一起.xlsx")), "未读出的文件").map((row) =>
      String(row.get("文件")),
    );
    expect(names.filter((name) => /名单\.xlsx|^去年/u.test(name))).toEqual([]);
  });

  it("报送情况：已报、逾期、重复、未报、名单外", async () => {
    await runReview(path("今年"), "--out", path("名单对.xlsx"), "--roster", path("名单.xlsx"));
    const lines = tableOf(await readBook(path("名单对.xlsx")), "报送情况");
    expect(lines.map((row) => [row.get("部门"), row.get("状态")])).toEqual([
      ["甲局", "逾期"],
      ["乙局", "重复"],
      ["丙局", "逾期未报"],
      ["戊局", "未报"],
      ["丁局", "名单外"],
    ]);
  });

  it("自评报告按文件名对上，一并核对", async () => {
    await runReview(path("今年"), "--out", path("报告对.xlsx"), "--reports", path("报告"));
    const book = await readBook(path("报告对.xlsx"));
    const summary = tableOf(book, "汇总");
    const of = (department: string) => summary.filter((row) => row.get("部门") === department);
    expect(of("甲局").map((row) => row.get("自评报告"))).toEqual(["甲局2024年技能培训绩效自评报告.txt"]);
    expect(of("丁局").map((row) => row.get("自评报告"))).toEqual([null]);
    const places = tableOf(book, "问题清单").map(
      (row) => String(row.get("位置")) + String(row.get("复核发现")),
    );
    expect(places.filter((place) => place.includes("自评报告")).length).toBeGreaterThan(0);
  });

  it("名单、上一次的工作簿不对的，说明为什么，什么也不写", async () => {
    const run = await runReview(
      path("今年"),
      "--out",
      path("无.xlsx"),
      "--roster",
      join(path("今年"), "甲.xlsx"),
    );
    expect([run.exit, run.stderr]).toEqual([2, expect.stringContaining("里没有应报名单")]);
    expect(await readdir(folder)).not.toContain("无.xlsx");
  });

  it("加上各张表，LibreOffice 打开也没有错误值", async () => {
    await runReview(
      path("今年"),
      "--out",
      path("全.xlsx"),
      "--last",
      path("去年"),
      "--roster",
      path("名单.xlsx"),
    );
    const sheets = await libreOfficeCsvs(
      new Map([["all.xlsx", new Uint8Array(await readFile(path("全.xlsx")))]]),
    );
    expect([...(sheets.get("all.xlsx")?.keys() ?? [])]).toEqual(
      expect.arrayContaining(["与上年对比", "报送情况"]),
    );
    for (const [name, csv] of sheets.get("all.xlsx") ?? [])
      expect(csv, name).not.toMatch(/#(?:REF|NAME|VALUE|DIV|N\/A|NUM|NULL)|Err:\d/u);
  });
});

it("没有写明部门的表，不与别的没有写明部门的表当作同一张的上年", () => {
  const unnamed = (file: string) =>
    recordsOf(new Map([[file, deskProject({ department: "", scores: [9.5, 30, 20, 30, 10] })]]));
  const desk = layDesk([...unnamed("一.xlsx"), ...unnamed("二.xlsx")]);
  expect(new Set(compareLast(desk, unnamed("二.xlsx")).map(({ form }) => form.file))).toEqual(
    new Set(["二.xlsx"]),
  );
});

describe("《退回修改通知单》", () => {
  it("勾选的一个部门写一份，写明哪张表、哪一处、怎样改；没有勾选的不写", async () => {
    await runReview(path("今年"), "--out", path("复核.xlsx"));
    const opened = openXlsx(new Uint8Array(await readFile(path("复核.xlsx"))));
    if (!opened.ok) throw new Error(opened.problem.what);
    const sheet = opened.value.snapshot().sheets.find(({ name }) => name === "问题清单");
    const head = [...(sheet?.rows ?? [])].find(([, cells]) =>
      [...cells.values()].some(({ value }) => value === "退回修改"),
    );
    const columnOf = (title: string) =>
      [...(head?.[1] ?? [])].find(([, { value }]) => value === title)?.[0] ?? 0;
    const found = [...(sheet?.rows ?? [])].filter(
      ([row, cells]) =>
        row > (head?.[0] ?? 0) && /^(?:甲局|丁局)/u.test(String(cells.get(columnOf("对象"))?.value)),
    );
    const edits = found.flatMap(([row]): readonly Edit[] => {
      const at = (title: string) => ({ sheet: "问题清单", row, column: columnOf(title) });
      return [
        { kind: "cell", at: at("退回修改"), content: { value: "√" }, reason: "勾选" },
        { kind: "cell", at: at("认定意见"), content: { value: "请补附件" }, reason: "意见" },
      ];
    });
    await opened.value.apply({ edits, expects: [] });
    await writeFile(path("勾选.xlsx"), opened.value.save());
    const run = await runReview("--previous", path("勾选.xlsx"), "--notices", path("通知单"));
    expect(run.exit).toBe(0);
    expect((await readdir(path("通知单"))).sort()).toEqual([
      "退回修改通知单-丁局.docx",
      "退回修改通知单-甲局.docx",
    ]);
    const letter = readReportFile(
      new Uint8Array(await readFile(join(path("通知单"), "退回修改通知单-甲局.docx"))),
    );
    if (!letter.ok) throw new Error(letter.problem.what);
    expect(letter.value).toContain("绩效自评退回修改通知单");
    expect(letter.value).toContain("甲局：");
    expect(letter.value).toContain("甲局“2024年技能培训”");
    expect(letter.value).toContain("复核意见：请补附件");
    const none = await runReview("--previous", path("复核.xlsx"), "--notices", path("不写"));
    expect(none.stderr).toContain("没有写通知单");
    expect(await readdir(folder)).not.toContain("不写");
  });
});
