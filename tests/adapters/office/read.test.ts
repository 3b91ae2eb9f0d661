import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../../src/adapters/office/officeWorkbook";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { addSheet, changeCell, emptyBook } from "../../support/fakeExcel/fakeBook";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import { fakeHost } from "../../support/fakeExcel/fakeHost";
import { loadClient } from "../../support/fakeExcel/loadClient";
import { gridSheet, workbookOf } from "../../support/grid";
import { sampleSnapshot } from "../../support/sampleSnapshot";

function opened(snapshot: Snapshot) {
  const host = fakeHost(bookOfSnapshot(snapshot));
  const client = loadClient(host);
  return { host, client, port: officeWorkbook(client.run) };
}

async function read(port: ReturnType<typeof officeWorkbook>): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

function withoutWidths(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({ ...sheet, columnWidths: new Map(), blankFormats: new Map() })),
  };
}

describe("通过微软客户端读取工作簿", () => {
  it.each(["nansha-2023", "nansha-2023-blank", "city-2023-blank"])("%s 与直接读文件一致", async (name) => {
    const snapshot = await sampleSnapshot(`samples/${name}.xlsx`);
    const { port, host } = opened(snapshot);
    const found = await read(port);
    expect(withoutWidths(found)).toEqual(withoutWidths(snapshot));
    expect(host.trips()).toBe(3);
    found.sheets.forEach((sheet, at) => {
      // Excel keeps a width in whole pixels.
      for (const [column, width] of snapshot.sheets[at]?.columnWidths ?? []) {
        expect(Math.abs((sheet.columnWidths.get(column) ?? NaN) - width)).toBeLessThan(1 / 7);
      }
    });
  });

  it("二十张工作表也只往返三次", async () => {
    const grid = Array.from({ length: 40 }, (_, y) => Array.from({ length: 12 }, (__, x) => `第${y}行${x}`));
    const sheets = Array.from({ length: 20 }, (_, at) =>
      gridSheet(grid, { name: `表${at + 1}`, merges: ["A1:B2"] }),
    );
    const { port, host } = opened(workbookOf(sheets));
    expect((await read(port)).sheets).toHaveLength(20);
    expect(host.trips()).toBe(3);
    expect(Math.max(...host.seen.map(({ bytesOut }) => bytesOut))).toBeLessThan(2_000_000);
  });

  it("值、公式、数字格式、隐藏、列宽、打印区域、条件格式、记录全部读到", async () => {
    const sheet = {
      ...gridSheet(
        [
          ["指标", 1, true, null],
          [null, "=B1*2", "#N/A", "=A1"],
        ],
        { name: "评分 底稿,甲", hiddenRows: [2], hiddenColumns: [3], merges: ["D1:E1"] },
      ),
      visibility: "veryHidden" as const,
      columnWidths: new Map([[2, 20]]),
      printArea: [
        { top: 1, left: 1, bottom: 2, right: 2 },
        { top: 4, left: 1, bottom: 5, right: 1 },
      ],
      conditionalFormats: [{ area: { top: 1, left: 2, bottom: 2, right: 2 }, formula: "B1<A1" }],
    };
    const records = new Map([["restore" as const, '{"甲":"<&>\\r\\n"}']]);
    const { port, host } = opened(workbookOf([sheet], records));
    const cells = host.book.sheets[0];
    if (cells === undefined) throw new Error("no sheet");
    changeCell(cells, 2, 2, { value: 2, numberFormat: "0.00%" });
    changeCell(cells, 2, 4, { value: "指标" });
    changeCell(cells, 2, 1, { numberFormat: "0.0" });
    const snapshot = await read(port);
    expect(snapshot.records).toEqual(records);
    expect(snapshot.sheets[0]).toEqual({
      ...sheet,
      blankFormats: new Map([[2, new Map([[1, "0.0"]])]]),
      rows: new Map([
        [
          1,
          new Map<number, unknown>([
            [1, { value: "指标" }],
            [2, { value: 1 }],
            [3, { value: true }],
          ]),
        ],
        [
          2,
          new Map<number, unknown>([
            [2, { value: 2, formula: "=B1*2", format: "0.00%" }],
            [3, { value: "#N/A" }],
            [4, { value: "指标", formula: "=A1" }],
          ]),
        ],
      ]),
    });
  });

  it("丢失的自定义函数恢复原名，并报出单元格", async () => {
    const { port, host } = opened(workbookOf([gridSheet([[1, 2, 3]], { name: "甲" })]));
    const sheet = host.book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    changeCell(sheet, 1, 1, { value: "#NAME?", formula: '=_xldudf_JX_ExecRate(B1,"_xldudf_JX_X(")' });
    changeCell(sheet, 1, 2, { value: "#NAME?", formula: "=JX.EXECRATE(C1)" });
    changeCell(sheet, 1, 3, { value: "#NAME?", formula: "=别人的函数(C1)" });
    const snapshot = await read(port);
    expect(snapshot.sheets[0]?.rows.get(1)?.get(1)?.formula).toBe('=JX.EXECRATE(B1,"_xldudf_JX_X(")');
    expect(port.brokenFormulas()).toEqual([
      { sheet: "甲", row: 1, column: 1 },
      { sheet: "甲", row: 1, column: 2 },
    ]);
    host.forget();
    expect(await port.repairFormulas()).toMatchObject({ ok: true, value: { length: 2 } });
    expect(host.trips()).toBe(3);
    expect(sheet.cells.get("1:1")?.formula).toBe('=JX.EXECRATE(B1,"_xldudf_JX_X(")');
    expect(sheet.cells.get("1:3")?.formula).toBe("=别人的函数(C1)");
    expect(port.brokenFormulas()).toEqual([]);
  });

  it("以等号开头的文本不当作公式", async () => {
    const { port, host } = opened(workbookOf([gridSheet([["甲"]])]));
    const sheet = host.book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    changeCell(sheet, 1, 1, { value: "=1+1" });
    expect((await read(port)).sheets[0]?.rows.get(1)?.get(1)).toEqual({ value: "=1+1" });
  });

  it("整列设了格式的表只读有内容的部分", async () => {
    const { port, host } = opened(workbookOf([gridSheet([["甲"]])]));
    const sheet = host.book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    changeCell(sheet, 1_048_576, 3, { numberFormat: "0.00" });
    expect((await read(port)).sheets[0]?.rows.size).toBe(1);
    expect(Math.max(...host.seen.map(({ bytesOut }) => bytesOut))).toBeLessThan(20_000);
  });

  it("空工作簿、空表", async () => {
    const book = emptyBook();
    addSheet(book, "空");
    const port = officeWorkbook(loadClient(fakeHost(book)).run);
    expect((await read(port)).sheets).toMatchObject([{ name: "空", printArea: null, merges: [] }]);
  });
});

describe("合并单元格", () => {
  const many = Array.from({ length: 700 }, (_, at) => `A${at * 2 + 1}:B${at * 2 + 1}`);
  const tall = Array.from({ length: 1400 }, (_, at) => [`第${at}行`, null]);

  it("超过512个时分段询问，一个不少", async () => {
    const { port } = opened(workbookOf([gridSheet(tall, { merges: many })]));
    expect((await read(port)).sheets[0]?.merges).toHaveLength(700);
  });

  it("“记住”时同一使用范围只问一次，不再清除撤销记录", async () => {
    const snapshot = workbookOf([gridSheet([["甲", null]], { merges: ["A1:B1"] })]);
    const host = fakeHost(bookOfSnapshot(snapshot));
    const port = officeWorkbook(loadClient(host).run, { merges: "remember" });
    const first = await read(port);
    const asked = host.book.undoCleared;
    expect(await read(port)).toEqual(first);
    expect(host.book.undoCleared).toBe(asked);
    const sheet = host.book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    changeCell(sheet, 5, 1, { value: "新的一行" });
    await read(port);
    expect(host.book.undoCleared).toBe(asked + 1);
  });
});

describe("一次装不下时分批", () => {
  it("回答过大就少问一些，直到读完", async () => {
    const grid = Array.from({ length: 600 }, (_, y) => [`${"字".repeat(200)}${y}`, y]);
    const { port, host } = opened(workbookOf([gridSheet(grid)]));
    host.limitBytes = 200_000;
    const snapshot = await read(port);
    expect(snapshot.sheets[0]?.rows.size).toBe(600);
    expect(snapshot.sheets[0]?.rows.get(600)?.get(2)).toEqual({ value: 599 });
  });

  it("仍然装不下时说明原因和办法", async () => {
    const { port, host } = opened(workbookOf([gridSheet([["字".repeat(30_000)]])]));
    host.limitBytes = 50_000;
    expect(await port.read()).toMatchObject({ ok: false, problem: { code: "payloadTooLarge" } });
  });
});

describe("读取出错", () => {
  const codes = [
    ["InvalidOperationInCellEditMode", "cellBeingEdited"],
    ["InactiveWorkbook", "otherWorkbookActive"],
    ["ApiNotFound", "excelTooOld"],
    ["AccessDenied", "readOnly"],
    ["ItemNotFound", "sheetMissing"],
    ["GeneralException", "unexpected"],
    ["SomethingNew", "unexpected"],
  ] as const;
  it.each(codes)("%s 在每一次请求都有中文说明", async (code, kind) => {
    for (const request of [0, 1, 2]) {
      const { port, host } = opened(workbookOf([gridSheet([["甲"]])]));
      host.fault = (number) => (number >= request ? { code, after: 2 } : null);
      const outcome = await port.read();
      expect(outcome).toMatchObject({ ok: false, problem: { code: kind } });
      if (!outcome.ok) expect(outcome.problem.todo).toMatch(/。$/);
      host.fault = null;
      expect((await port.read()).ok).toBe(true);
    }
  });

  it("版本过低时不发出任何请求", async () => {
    const host = fakeHost(bookOfSnapshot(workbookOf([gridSheet([["甲"]])])));
    const port = officeWorkbook(loadClient(host).run, { supported: () => false });
    expect(await port.read()).toMatchObject({ ok: false, problem: { code: "excelTooOld" } });
    expect(host.trips()).toBe(0);
  });
});
