import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../../src/adapters/office/officeWorkbook";
import { openXlsx } from "../../../src/adapters/xlsx/openXlsx";
import type { Edit, EditPlan } from "../../../src/workbook/edit";
import type { WorkbookPort } from "../../../src/workbook/port";
import type { CellValue, SheetSnapshot, Snapshot } from "../../../src/workbook/snapshot";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import { fakeHost } from "../../support/fakeExcel/fakeHost";
import { loadClient } from "../../support/fakeExcel/loadClient";
import { memoryWorkbook } from "../../support/memoryWorkbook";

const grid: readonly (readonly CellValue[])[] = [
  ["指标", "分值", "自评分"],
  ["预算执行率", 5, 4.5],
  ["项目支出", 10, null],
  ["备注", true, "文字"],
];

/** The same small workbook, made by a library that is not ours. */
async function bytesOf(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("自评表");
  grid.forEach((line, y) => {
    line.forEach((value, x) => {
      if (value !== null) sheet.getCell(y + 1, x + 1).value = value;
    });
  });
  workbook.addWorksheet("附 表").getCell("A1").value = "数据";
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function fileOf() {
  const opened = openXlsx(await bytesOf());
  if (!opened.ok) throw new Error(opened.problem.what);
  return opened.value;
}

const ports: readonly (readonly [string, () => Promise<WorkbookPort>])[] = [
  ["内存", async () => memoryWorkbook((await fileOf()).snapshot())],
  [".xlsx 文件", fileOf],
  [
    "Excel",
    async () => officeWorkbook(loadClient(fakeHost(bookOfSnapshot((await fileOf()).snapshot()))).run),
  ],
];

async function read(port: WorkbookPort): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function sheetOf(port: WorkbookPort, name = "自评表"): Promise<SheetSnapshot> {
  const sheet = (await read(port)).sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function cell(row: number, column: number, content: CellValue | { formula: string }, sheet = "自评表"): Edit {
  const given = typeof content === "object" && content !== null ? content : { value: content };
  return { kind: "cell", at: { sheet, row, column }, content: given, reason: "试" };
}

function plan(...edits: readonly Edit[]): EditPlan {
  return { edits, expects: [] };
}

const area = { top: 2, left: 3, bottom: 4, right: 3 };

const at33 = { sheet: "自评表", row: 3, column: 3 };
const long = (length: number): string => "字".repeat(length);
const addSheet = (sheet: string): Edit => ({ kind: "addSheet", sheet });
const columnWidth = (column: number, width: number): Edit => ({
  kind: "columnWidth",
  sheet: "自评表",
  column,
  width,
});
const format = (code: string): Edit => ({ kind: "format", at: at33, format: code, reason: "试" });
const merge = (top: number, left: number, bottom: number, right: number): Edit => ({
  kind: "mergeCells",
  sheet: "自评表",
  area: { top, left, bottom, right },
});
const mark = (formula: string): Edit => ({
  kind: "highlight",
  sheet: "自评表",
  area,
  formula,
  role: "finding",
});

type Impossible = readonly [string, readonly Edit[], string, object | null];

const impossible: readonly Impossible[] = [
  ...[NaN, Infinity, -Infinity].map((value): Impossible => [
    String(value),
    [cell(3, 3, value)],
    "unexpected",
    at33,
  ]),
  ["32768个字", [cell(3, 3, long(32_768))], "payloadTooLarge", at33],
  ["8193个字符的公式", [cell(3, 3, { formula: `=${"1".repeat(8192)}` })], "payloadTooLarge", at33],
  ["公式里256个字的文字", [cell(3, 3, { formula: `=IF(B2>0,"${long(256)}","")` })], "payloadTooLarge", at33],
  ["标记的公式里256个字的文字", [mark(`C2="${long(256)}"`)], "payloadTooLarge", null],
  ["256个字符的数字格式", [format(`0"${long(253)}"`)], "payloadTooLarge", at33],
  [
    "外观里256个字符的数字格式",
    [{ ...cell(3, 3, 1), look: { format: `0"${long(253)}"` } } as Edit],
    "payloadTooLarge",
    at33,
  ],
  ...[-1, 255.1, NaN, Infinity].map((width): Impossible => [
    `列宽${width}`,
    [columnWidth(3, width)],
    "unexpected",
    null,
  ]),
  ...(
    [
      [0, 1],
      [1, 0],
      [-1, 1],
      [1_048_577, 1],
      [1, 16_385],
      [1.5, 1],
      [1, NaN],
    ] as const
  ).map(([row, column]): Impossible => [
    `第${row}行第${column}列`,
    [cell(row, column, 1)],
    "unexpected",
    null,
  ]),
  ["第16385列的宽度", [columnWidth(16_385, 10)], "unexpected", null],
  ["第0列的隐藏", [{ kind: "hideColumn", sheet: "自评表", column: 0 }], "unexpected", null],
  ["超出的区域", [merge(1, 1, 1_048_577, 2)], "unexpected", null],
  ["上下颠倒的区域", [merge(9, 6, 8, 7)], "unexpected", null],
  [
    "超出的打印区域",
    [{ kind: "printArea", sheet: "自评表", areas: [area, { ...area, right: 16_385 }] }],
    "unexpected",
    null,
  ],
  ...[
    "",
    " ",
    "　",
    long(32),
    "甲:乙",
    "甲\\乙",
    "甲/乙",
    "甲?乙",
    "甲*乙",
    "[甲",
    "甲]",
    "'甲",
    "甲'",
    "History",
    "HISTORY",
  ].map((name): Impossible => [`工作表“${name}”`, [addSheet(name)], "unexpected", null]),
  ["两张同名的新表", [addSheet("Paper"), addSheet("PAPER")], "changedMeanwhile", null],
];

const possible: readonly (readonly [string, Edit])[] = [
  ["32767个字", cell(3, 3, long(32_767))],
  ["255个字的文字，其中引号成对写", cell(3, 3, { formula: `="${long(253)}"""""&""` })],
  ["两段各255个字", cell(3, 3, { formula: `="${long(255)}"&"${long(255)}"` })],
  ["表名里的引号和括号不算文字", cell(3, 3, { formula: "='附 表'!A1&\"\"" })],
  ["列宽0", columnWidth(5, 0)],
  ["列宽255", columnWidth(5, 255)],
  ["255个字符的数字格式", format(`0"${long(252)}"`)],
  ["31个字的表名", addSheet(long(31))],
  ["中间有引号的表名", addSheet("甲'乙")],
];

describe.each(ports)("工作簿端口的约定：%s", (_title, open) => {
  it("读到各表、各值，空格不算", async () => {
    const snapshot = await read(await open());
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(["自评表", "附 表"]);
    const [sheet] = snapshot.sheets;
    const seen = grid.map((_, y) =>
      grid[0]?.map((__, x) => sheet?.rows.get(y + 1)?.get(x + 1)?.value ?? null),
    );
    expect(seen).toEqual(grid);
    expect(sheet?.rows.get(3)?.has(3)).toBe(false);
    expect(snapshot.records.size).toBe(0);
  });

  it.each<CellValue>([
    1.25,
    0,
    -3,
    true,
    false,
    "文字",
    "=1+1",
    "2023-1-2",
    "95%",
    "TRUE",
    "'甲",
    "第一行\n第二行",
  ])("写入值 %j，读回还是它", async (value) => {
    const port = await open();
    expect((await port.apply(plan(cell(3, 3, value)))).ok).toBe(true);
    expect((await sheetOf(port)).rows.get(3)?.get(3)).toEqual({ value });
  });

  it("写公式、清空、改数字格式", async () => {
    const port = await open();
    await port.apply(
      plan(
        cell(2, 3, { formula: "=B2*0.9" }),
        cell(4, 3, null),
        cell(3, 3, { formula: "=JX.EXECRATE('附 表'!A1:A3,12)" }),
        { kind: "format", at: { sheet: "自评表", row: 2, column: 2 }, format: "0.00", reason: "试" },
      ),
    );
    const sheet = await sheetOf(port);
    expect(sheet.rows.get(2)?.get(3)?.formula).toBe("=B2*0.9");
    expect(sheet.rows.get(3)?.get(3)?.formula).toBe("=JX.EXECRATE('附 表'!A1:A3,12)");
    expect(sheet.rows.get(4)?.has(3)).toBe(false);
    expect(sheet.rows.get(2)?.get(2)).toEqual({ value: 5, format: "0.00" });
  });

  it("同一格写两次，后写的算", async () => {
    const port = await open();
    await port.apply(plan(cell(2, 3, { formula: "=B2" }), cell(2, 3, 3)));
    expect((await sheetOf(port)).rows.get(2)?.get(3)).toEqual({ value: 3 });
  });

  it("加表在最后，能写、能合并；删表", async () => {
    const port = await open();
    const merged = { top: 1, left: 1, bottom: 1, right: 4 };
    await port.apply(
      plan({ kind: "addSheet", sheet: "评分底稿" }, cell(1, 1, "内部使用", "评分底稿"), {
        kind: "mergeCells",
        sheet: "评分底稿",
        area: merged,
      }),
    );
    expect((await read(port)).sheets.map(({ name }) => name)).toEqual(["自评表", "附 表", "评分底稿"]);
    expect((await sheetOf(port, "评分底稿")).merges).toEqual([merged]);
    await port.apply(plan({ kind: "deleteSheet", sheet: "评分底稿" }));
    expect((await read(port)).sheets).toHaveLength(2);
  });

  it("条件格式、打印区域、隐藏列能加能撤", async () => {
    const port = await open();
    await port.apply(
      plan(
        { kind: "highlight", sheet: "自评表", area, formula: "C2<B2", role: "deduction" },
        { kind: "printArea", sheet: "自评表", areas: [area] },
        { kind: "hideColumn", sheet: "自评表", column: 2 },
      ),
    );
    const sheet = await sheetOf(port);
    expect(sheet.conditionalFormats).toEqual([{ area, formula: "C2<B2" }]);
    expect(sheet.printArea).toEqual([area]);
    expect(sheet.hiddenColumns).toEqual(new Set([2]));
    await port.apply(
      plan(
        { kind: "removeHighlight", sheet: "自评表", area, formula: "C2<B2" },
        { kind: "printArea", sheet: "自评表", areas: null },
      ),
    );
    expect(await sheetOf(port)).toMatchObject({ conditionalFormats: [], printArea: null });
  });

  it("列宽能设，也能还给默认", async () => {
    const port = await open();
    await port.apply(plan({ kind: "columnWidth", sheet: "自评表", column: 3, width: 30 }));
    expect((await sheetOf(port)).columnWidths.get(3)).toBeCloseTo(30, 0);
    await port.apply(plan({ kind: "columnWidth", sheet: "自评表", column: 3, width: null }));
    expect((await sheetOf(port)).columnWidths.has(3)).toBe(false);
  });

  it("记录写入、改写、删除", async () => {
    const port = await open();
    const json = JSON.stringify({ 甲: "<&>\"'\r\n\u0001", 乙: [1, null] });
    await port.apply(
      plan({ kind: "record", key: "restore", json: "{}" }, { kind: "record", key: "settings", json }),
    );
    await port.apply(plan({ kind: "record", key: "restore", json }));
    expect(await read(port)).toMatchObject({
      records: new Map([
        ["restore", json],
        ["settings", json],
      ]),
    });
    await port.apply(plan({ kind: "record", key: "restore", json: null }));
    expect(Array.from((await read(port)).records.keys())).toEqual(["settings"]);
    // Of what one plan writes into one record, the last counts.
    const twice = (...texts: readonly (string | null)[]): EditPlan =>
      plan(...texts.map((text) => ({ kind: "record", key: "settings", json: text }) as const));
    await port.apply(twice(json, "[1]", null));
    expect((await read(port)).records).toEqual(new Map());
    await port.apply(twice(json, null, "[2]"));
    expect((await read(port)).records).toEqual(new Map([["settings", "[2]"]]));
  });

  it("预期不符：什么都不写，指出单元格", async () => {
    const port = await open();
    const before = await read(port);
    const at = { sheet: "自评表", row: 2, column: 2 };
    const outcome = await port.apply({
      edits: [cell(2, 3, 1), { kind: "record", key: "restore", json: "{}" }],
      expects: [{ at, holds: { value: 6 } }],
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: "changedMeanwhile", at } });
    expect(await read(port)).toEqual(before);
  });

  it("预期相符：写入", async () => {
    const port = await open();
    const expects = [
      { at: { sheet: "自评表", row: 2, column: 2 }, holds: { value: 5 } },
      { at: { sheet: "自评表", row: 3, column: 3 }, holds: { value: null } },
    ];
    expect((await port.apply({ edits: [cell(2, 3, 1)], expects })).ok).toBe(true);
    expect((await sheetOf(port)).rows.get(2)?.get(3)).toEqual({ value: 1 });
  });

  it.each(impossible)("Excel 装不下的一律拒绝，什么都不写，说明原因：%s", async (_what, edits, code, at) => {
    const port = await open();
    const before = await read(port);
    const outcome = await port.apply(plan(cell(2, 3, 1), ...edits, cell(4, 4, "后")));
    expect(outcome).toMatchObject({ ok: false, problem: { code, ...(at === null ? {} : { at }) } });
    if (!outcome.ok) {
      const { what, why, todo } = outcome.problem;
      expect([what, why, todo].every((words) => words.endsWith("。"))).toBe(true);
    }
    expect(await read(port)).toEqual(before);
  });

  it.each(possible)("刚好装得下的照写：%s", async (_what, edit) => {
    expect(await (await open()).apply(plan(edit))).toMatchObject({ ok: true });
  });

  it("空计划什么都不改", async () => {
    const port = await open();
    const before = await read(port);
    expect(await port.apply(plan())).toMatchObject({ ok: true });
    expect(await read(port)).toEqual(before);
  });
});

describe.each(ports.slice(1))("不认得的表：%s", (_title, open) => {
  it("不写，说明", async () => {
    const port = await open();
    const before = await read(port);
    const outcome = await port.apply(plan(cell(2, 3, 1), cell(1, 1, 1, "没有这张")));
    expect(outcome).toMatchObject({ ok: false, problem: { code: "sheetMissing" } });
    expect(await read(port)).toEqual(before);
  });
});
