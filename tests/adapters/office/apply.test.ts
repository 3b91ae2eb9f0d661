import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../../src/adapters/office/officeWorkbook";
import type { Edit, EditPlan } from "../../../src/workbook/edit";
import type { Outcome } from "../../../src/workbook/port";
import type { CellValue, Snapshot } from "../../../src/workbook/snapshot";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import {
  bookState,
  changeCell,
  fakeCell,
  plainStyle,
  setConstant,
  sheetNamed,
} from "../../support/fakeExcel/fakeBook";
import { fakeHost } from "../../support/fakeExcel/fakeHost";
import { loadClient } from "../../support/fakeExcel/loadClient";
import { gridSheet, workbookOf } from "../../support/grid";

const form = gridSheet(
  [
    ["指标", "分值", "自评分", "说明"],
    ["预算执行率", 5, 4, "旧说明"],
    ["项目支出", 10, null, null],
    ["合计", 15, "=SUM(C2:C3)", null],
  ],
  { name: "自评表", merges: ["D2:E2"] },
);

function start(snapshot: Snapshot = workbookOf([form, gridSheet([["底"]], { name: "附表" })])) {
  const host = fakeHost(bookOfSnapshot(snapshot));
  return { host, book: host.book, port: officeWorkbook(loadClient(host).run) };
}

function cell(address: readonly [number, number], content: string | CellValue, sheet = "自评表"): Edit {
  const formula = typeof content === "string" && content.startsWith("=");
  return {
    kind: "cell",
    at: { sheet, row: address[0], column: address[1] },
    content: formula ? { formula: content } : { value: content },
    reason: "试",
  };
}

function plan(edits: readonly Edit[], expects: EditPlan["expects"] = []): EditPlan {
  return { edits, expects };
}

function problemOf<T>(outcome: Outcome<T>) {
  if (outcome.ok) throw new Error("should have failed");
  return outcome.problem;
}

/** Every kind of edit at once. */
const everything: readonly Edit[] = [
  { kind: "addSheet", sheet: "评分底稿" },
  { ...cell([1, 1], "内部使用，不随表报送", "评分底稿"), look: { role: "title" } } as Edit,
  { ...cell([2, 1], "指标", "评分底稿"), look: { role: "heading" } } as Edit,
  { ...cell([3, 4], 0.98, "评分底稿"), look: { role: "input", format: "0.00%" } } as Edit,
  { kind: "choices", sheet: "评分底稿", area: { top: 4, left: 4, bottom: 5, right: 4 }, items: ["是", "否"] },
  { kind: "mergeCells", sheet: "评分底稿", area: { top: 1, left: 1, bottom: 1, right: 5 } },
  { kind: "columnWidth", sheet: "评分底稿", column: 2, width: 30 },
  { kind: "hideColumn", sheet: "评分底稿", column: 6 },
  cell([2, 3], "=JX.EXECRATE(评分底稿!D3,B2)"),
  cell([3, 3], 9.5),
  { ...cell([2, 4], '="扣"&C2'), look: { role: "reason", format: "0.0000" } } as Edit,
  { kind: "format", at: { sheet: "自评表", row: 3, column: 3 }, format: "0.00", reason: "试" },
  { kind: "columnWidth", sheet: "自评表", column: 4, width: 40 },
  { kind: "printArea", sheet: "自评表", areas: [{ top: 1, left: 1, bottom: 4, right: 3 }] },
  {
    kind: "highlight",
    sheet: "自评表",
    area: { top: 2, left: 3, bottom: 3, right: 3 },
    formula: "C2<B2",
    role: "deduction",
  },
  { kind: "record", key: "restore", json: '{"a":"<甲&乙>"}' },
  { kind: "record", key: "settings", json: "{}" },
];

describe("写入", () => {
  it("各种改动一起写，只往返两次，写完再读就是写的样子", async () => {
    const { port, host, book } = start();
    await port.read();
    host.forget();
    expect(await port.apply(plan(everything))).toEqual({ ok: true, value: null, notes: [] });
    expect(host.trips()).toBe(2);
    expect(book.enableEvents).toBe(true);

    const outcome = await port.read();
    if (!outcome.ok) throw new Error(outcome.problem.what);
    const [written, , paper] = outcome.value.sheets;
    expect(outcome.value.sheets.map(({ name }) => name)).toEqual(["自评表", "附表", "评分底稿"]);
    expect(written?.rows.get(2)?.get(3)?.formula).toBe("=JX.EXECRATE('评分底稿'!D3,B2)");
    expect(written?.rows.get(3)?.get(3)).toEqual({ value: 9.5, format: "0.00" });
    expect(written?.rows.get(2)?.get(4)).toMatchObject({ formula: '="扣"&C2', format: "0.0000" });
    expect(written?.columnWidths.get(4)).toBeCloseTo(40, 1);
    expect(written?.printArea).toEqual([{ top: 1, left: 1, bottom: 4, right: 3 }]);
    expect(written?.conditionalFormats).toEqual([
      { area: { top: 2, left: 3, bottom: 3, right: 3 }, formula: "C2<B2" },
    ]);
    expect(paper?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 5 }]);
    expect(paper?.rows.get(3)?.get(4)).toEqual({ value: 0.98, format: "0.00%" });
    expect(outcome.value.records).toEqual(
      new Map([
        ["restore", '{"a":"<甲&乙>"}'],
        ["settings", "{}"],
      ]),
    );
    const sheet = sheetNamed(book, "评分底稿");
    expect(fakeCell(sheet, 4, 4).validation).toEqual({ list: { inCellDropDown: true, source: "是,否" } });
    expect(fakeCell(sheet, 1, 1).style).toMatchObject({ bold: true, size: 14 });
    expect(fakeCell(sheet, 3, 4).style.borders).toMatchObject({
      EdgeTop: { style: "Continuous", color: "#7F9F7F" },
    });
    expect(sheet.hiddenColumns).toEqual(new Set([6]));
    expect(sheetNamed(book, "自评表").formats[0]?.look).toEqual({
      fill: "#FFF6CC",
      color: "#7F4F00",
      bold: true,
      underline: "Single",
    });
  });

  it("没有改到的单元格原样不动", async () => {
    const { port, book } = start();
    const sheet = sheetNamed(book, "自评表");
    const before = new Map(sheet.cells);
    await port.apply(plan([cell([2, 3], 1), cell([4, 3], 2), cell([2, 1], "改")]));
    for (const [key, value] of before) {
      if (!["2:3", "4:3", "2:1"].includes(key)) expect(sheet.cells.get(key)).toEqual(value);
    }
    expect(fakeCell(sheet, 4, 3)).toMatchObject({ value: 2, formula: null });
  });

  it.each([
    "=SUM(A1)",
    "+1",
    "-3",
    "@甲",
    "'甲",
    "2023-1-2",
    "3月5日",
    "5",
    "95%",
    "TRUE",
    "一百",
    "¥5",
    " 空格",
    "１２",
    "1,000",
  ])("文本“%s”写进去还是文本", async (text) => {
    const { port } = start();
    await port.apply(plan([{ ...cell([3, 4], null), content: { value: text } } as Edit]));
    const outcome = await port.read();
    if (!outcome.ok) throw new Error(outcome.problem.what);
    expect(outcome.value.sheets[0]?.rows.get(3)?.get(4)).toEqual({ value: text });
  });

  it("公式写进文本格式的单元格仍是公式，格式不变", async () => {
    const { port, book } = start();
    const sheet = sheetNamed(book, "自评表");
    changeCell(sheet, 3, 3, { numberFormat: "@" });
    await port.apply(plan([cell([3, 3], "=B3*1")]));
    expect(fakeCell(sheet, 3, 3)).toMatchObject({ formula: "=B3*1", numberFormat: "@" });
  });

  it("二十张表、每张两百处改动也只往返两次，且不大", async () => {
    const sheets = Array.from({ length: 20 }, (_, at) => gridSheet([["甲"]], { name: `表${at}` }));
    const { port, host } = start(workbookOf(sheets));
    await port.read();
    host.forget();
    const edits = sheets.flatMap(({ name }) =>
      Array.from({ length: 200 }, (_, at) =>
        cell([(at % 50) + 2, Math.floor(at / 50) * 2 + 1], `=A1&"${at}"`, name),
      ),
    );
    expect((await port.apply(plan(edits))).ok).toBe(true);
    expect(host.trips()).toBe(2);
    expect(Math.max(...host.seen.map(({ bytesIn }) => bytesIn))).toBeLessThan(500_000);
    expect(fakeCell(sheetNamed(host.book, "表19"), 51, 7).formula).toBe('=A1&"199"');
  });

  it("改动太多时分批写", async () => {
    const { port, host } = start();
    const edits = Array.from({ length: 300 }, (_, at) => cell([at + 10, 1], `${"字".repeat(5000)}，${at}`));
    expect((await port.apply(plan(edits))).ok).toBe(true);
    expect(host.trips()).toBeGreaterThan(2);
    expect(Math.max(...host.seen.map(({ bytesIn }) => bytesIn))).toBeLessThan(5_000_000);
    expect(String(fakeCell(sheetNamed(host.book, "自评表"), 309, 1).value)).toMatch(/，299$/);
  });

  it("Excel 嫌大就再分小", async () => {
    const { port, host } = start();
    host.limitBytes = 400_000;
    const edits = Array.from({ length: 300 }, (_, at) =>
      cell([at + 10, (at % 2) * 40 + 1], `${"字".repeat(1000)}，${at}`),
    );
    expect(await port.apply(plan(edits))).toMatchObject({ ok: true });
    expect(String(fakeCell(sheetNamed(host.book, "自评表"), 309, 41).value)).toMatch(/，299$/);
  });

  it("先成后大：已写的留着，其余分小再写", async () => {
    const { port, host } = start();
    host.meanwhile = (request) => {
      host.limitBytes = request < 2 ? 5_000_000 : 300_000;
    };
    const edits = Array.from({ length: 3000 }, (_, at) =>
      cell([at + 10, 1 + (at % 2) * 40], `${"字".repeat(600)}，${at}`),
    );
    expect(await port.apply(plan(edits))).toMatchObject({ ok: true });
    const sheet = sheetNamed(host.book, "自评表");
    for (const at of [0, 1501, 2999]) {
      expect(fakeCell(sheet, at + 10, 1 + (at % 2) * 40).value).toBe(`${"字".repeat(600)}，${at}`);
    }
  });

  it("条件格式按区域和公式认出，先删后建，别人的不动", async () => {
    const area = { top: 2, left: 3, bottom: 3, right: 3 };
    const { port, book } = start();
    const sheet = sheetNamed(book, "自评表");
    sheet.formats.push({
      id: "x",
      type: "Custom",
      areas: [area],
      formula: "=C2>99",
      look: { fill: "#FF0000" },
    });
    sheet.formats.push({ id: "y", type: "CellValue", areas: [area], formula: "", look: {} });
    const highlight = {
      kind: "highlight",
      sheet: "自评表",
      area,
      formula: "C2<B2",
      role: "deduction",
    } as const;
    await port.apply(plan([highlight]));
    const ids = sheet.formats.map(({ id }) => id);
    const remove = { kind: "removeHighlight", sheet: "自评表", area, formula: "C2<B2" } as const;
    await port.apply(plan([remove, remove, highlight]));
    expect(sheet.formats.map(({ formula }) => formula)).toEqual(["=C2>99", "", "=C2<B2"]);
    expect(sheet.formats.map(({ id }) => id)).not.toEqual(ids);
    await port.apply(plan([remove]));
    expect(sheet.formats.map(({ id }) => id)).toEqual(["x", "y"]);
  });

  it("打印区域能设能撤", async () => {
    const { port, book } = start();
    const areas = [{ top: 1, left: 1, bottom: 4, right: 3 }];
    await port.apply(plan([{ kind: "printArea", sheet: "自评表", areas }]));
    expect(sheetNamed(book, "自评表").printArea).toEqual(areas);
    await port.apply(plan([{ kind: "printArea", sheet: "自评表", areas: null }]));
    expect(sheetNamed(book, "自评表").printArea).toBeNull();
  });

  it("记录改写、删除，不留多余的部件；另一个实例写的也认得", async () => {
    const { port, book, host } = start();
    const record = (json: string | null): EditPlan => plan([{ kind: "record", key: "restore", json }]);
    await port.apply(record('{"a":1}'));
    await port.apply(record('{"a":2}'));
    expect(book.parts).toHaveLength(1);
    const other = officeWorkbook(loadClient(host).run);
    await other.apply(record('{"a":3}'));
    expect(book.parts).toHaveLength(1);
    expect(book.parts[0]?.xml).toContain('{"a":3}');
    await other.apply(record(null));
    expect(book.parts).toEqual([]);
  });

  it("删除自己建的表", async () => {
    const { port, book } = start();
    await port.apply(plan([{ kind: "deleteSheet", sheet: "附表" }, cell([1, 1], "改")]));
    expect(book.sheets.map(({ name }) => name)).toEqual(["自评表"]);
  });
});

describe("写入之前再核对", () => {
  const expects = [{ at: { sheet: "自评表", row: 2, column: 2 }, holds: { value: 5 } }];

  it("读取以后用户改了数据：不写，并指出单元格", async () => {
    const { port, book } = start();
    setConstant(sheetNamed(book, "自评表"), 2, 2, 6);
    const before = bookState(book);
    const found = problemOf(await port.apply(plan([cell([2, 3], 1)], expects)));
    expect(found).toMatchObject({ code: "changedMeanwhile", at: { row: 2, column: 2 } });
    expect(bookState(book)).toEqual(before);
  });

  it("内容没变就写；公式按公式核对", async () => {
    const { port } = start();
    const formula = [{ at: { sheet: "自评表", row: 4, column: 3 }, holds: { formula: "=SUM(C2:C3)" } }];
    const blank = [{ at: { sheet: "自评表", row: 3, column: 3 }, holds: { value: null } }];
    expect((await port.apply(plan([cell([2, 3], 1)], [...expects, ...formula, ...blank]))).ok).toBe(true);
    const typed = [{ at: { sheet: "自评表", row: 4, column: 3 }, holds: { value: 0 } }];
    expect(problemOf(await port.apply(plan([cell([2, 3], 1)], typed))).code).toBe("changedMeanwhile");
  });

  it("工作表被删：不写，并说是哪一张", async () => {
    const { port, book } = start();
    book.sheets = book.sheets.filter(({ name }) => name !== "自评表");
    const found = problemOf(await port.apply(plan([cell([2, 3], 1)])));
    expect(found).toMatchObject({ code: "sheetMissing", details: ["没有名为“自评表”的工作表"] });
  });

  it("要建的表已经有了：不写", async () => {
    const { port, book } = start();
    const before = bookState(book);
    const found = problemOf(await port.apply(plan([cell([2, 3], 1), { kind: "addSheet", sheet: "附表" }])));
    expect(found.code).toBe("changedMeanwhile");
    expect(bookState(book)).toEqual(before);
  });
});

describe("保护", () => {
  it("要写的单元格被锁定：一处也不写，指出单元格", async () => {
    const { port, book } = start();
    const sheet = sheetNamed(book, "自评表");
    sheet.protection.on = true;
    changeCell(sheet, 2, 3, { locked: false });
    const before = bookState(book);
    const found = problemOf(await port.apply(plan([cell([2, 3], 1), cell([3, 3], 2)])));
    expect(found).toMatchObject({ code: "lockedCell", at: { row: 3, column: 3 } });
    expect(bookState(book)).toEqual(before);
  });

  it("只写未锁定的单元格可以写，底色和列宽略去并说明", async () => {
    const { port, book } = start();
    const sheet = sheetNamed(book, "自评表");
    sheet.protection.on = true;
    changeCell(sheet, 2, 3, { locked: false });
    changeCell(sheet, 4, 3, { locked: false });
    const outcome = await port.apply(
      plan([
        { ...cell([2, 3], 1), look: { format: "0.0", role: "reason" } } as Edit,
        cell([4, 3], 2),
        {
          kind: "highlight",
          sheet: "自评表",
          area: { top: 2, left: 3, bottom: 3, right: 3 },
          formula: "C2<B2",
          role: "finding",
        },
        { kind: "columnWidth", sheet: "自评表", column: 3, width: 9 },
      ]),
    );
    expect(outcome).toEqual({
      ok: true,
      value: null,
      notes: ["工作表“自评表”设有保护，格式、底色和列宽没有改动。"],
    });
    expect(fakeCell(sheet, 2, 3)).toMatchObject({ value: 1, numberFormat: "General" });
    expect(fakeCell(sheet, 4, 3).value).toBe(2);
    expect(sheet.formats).toEqual([]);
  });

  it("工作簿结构受保护：不能加表，一处也不写", async () => {
    const { port, book } = start();
    book.structureProtected = true;
    const before = bookState(book);
    const found = problemOf(await port.apply(plan([cell([2, 3], 1), { kind: "addSheet", sheet: "新" }])));
    expect(found.code).toBe("workbookProtected");
    expect(bookState(book)).toEqual(before);
  });

  it("只读、手动计算有提示", async () => {
    const { port, book } = start();
    book.readOnly = true;
    book.calculationMode = "Manual";
    const outcome = await port.apply(plan([cell([2, 3], 1)]));
    expect(outcome.ok && outcome.notes.map((note) => note.slice(0, 5))).toEqual(["工作簿以只", "Excel"]);
  });
});

describe("中途出错", () => {
  /** A second scoring: all that the plan touches is there already and differs. */
  async function scoredBefore() {
    const session = start();
    await session.port.apply(plan(everything));
    const sheet = sheetNamed(session.book, "自评表");
    changeCell(sheet, 2, 3, { style: { ...plainStyle, fill: "#00FF00", bold: true } });
    return session;
  }

  const again: readonly Edit[] = [
    ...everything.filter(({ kind }) => kind !== "addSheet"),
    { kind: "addSheet", sheet: "又一张" },
    cell([1, 1], "甲", "又一张"),
    cell([2, 1], null),
    {
      kind: "removeHighlight",
      sheet: "自评表",
      area: { top: 2, left: 3, bottom: 3, right: 3 },
      formula: "C2<B2",
    },
    { kind: "record", key: "restore", json: null },
    { kind: "record", key: "reviewed", json: "[]" },
  ];

  const codes = [
    "AccessDenied",
    "GeneralException",
    "InvalidOperationInCellEditMode",
    "ItemNotFound",
    "FormulaLengthExceedsLimit",
  ];

  it.each(codes)("%s 出在写入的任何一步，工作簿都退回原样", async (code) => {
    const probe = await scoredBefore();
    probe.host.forget();
    let actions = 0;
    probe.host.fault = (request, count) => {
      if (request === 1) actions = count;
      return null;
    };
    expect((await probe.port.apply(plan(again))).ok).toBe(true);
    expect(actions).toBeGreaterThan(50);

    // Excel refuses a whole request while a cell is being edited.
    const whole = code === "InvalidOperationInCellEditMode";
    // Every step is tried with some of the codes: each code takes every third, from another start.
    const start = whole ? 0 : codes.indexOf(code) % 3;
    for (let after = start; after < (whole ? 1 : actions); after += 3) {
      const { port, host, book } = await scoredBefore();
      await port.read();
      const before = bookState(book);
      host.forget();
      host.fault = (request) => (request === 1 ? { code, after } : null);
      const found = problemOf(await port.apply(plan(again)));
      if (!whole) expect(found.why).toMatch(/已退回|什么都没有写入/);
      expect(bookState(book)).toEqual(before);
      expect(found.code).not.toBe("partlyApplied");
      host.fault = null;
      expect((await port.apply(plan(again))).ok).toBe(true);
    }
  });

  it.each(codes)("%s 出在核对的任何一步，什么都没有写", async (code) => {
    for (let after = 0; after < 60; after += 5) {
      const { port, host, book } = await scoredBefore();
      const before = bookState(book);
      host.forget();
      host.fault = (request) => (request === 0 ? { code, after } : null);
      expect((await port.apply(plan(again))).ok).toBe(false);
      expect(bookState(book)).toEqual(before);
    }
  });

  it("退回也失败：逐格说明哪些不能确定", async () => {
    const { port, host } = await scoredBefore();
    host.forget();
    host.fault = (request) =>
      request >= 1 ? { code: "GeneralException", after: request === 1 ? 30 : 0 } : null;
    const worse = problemOf(await port.apply(plan(again)));
    expect(worse.code).toBe("partlyApplied");
    expect(worse.details?.join()).toContain("'自评表'!C2");
  });

  it("退回时又有单元格写不进：指出是哪一格", async () => {
    const { port, host, book } = await scoredBefore();
    host.forget();
    host.fault = (request, actions) =>
      request === 1 ? { code: "GeneralException", after: actions - 1 } : null;
    host.meanwhile = (request) => {
      // The user types into a cell that is being given back.
      if (request === 5) setConstant(sheetNamed(book, "自评表"), 2, 1, "用户");
    };
    const found = problemOf(await port.apply(plan(again)));
    expect(found).toMatchObject({ code: "partlyApplied", details: ["'自评表'!A2 没有退回原来的内容"] });
  });

  it("工作表在核对与写入之间被删：什么都不写，并说明", async () => {
    const { port, host, book } = start();
    host.meanwhile = (request) => {
      if (request === 1) book.sheets = book.sheets.filter(({ name }) => name !== "附表");
    };
    const found = problemOf(await port.apply(plan([cell([2, 3], 1), cell([1, 1], 2, "附表")])));
    expect(found).toMatchObject({ code: "sheetMissing", details: ["工作表“附表”已被删除"] });
    expect(found.why).toContain("本次什么都没有写入");
    expect(fakeCell(sheetNamed(book, "自评表"), 2, 3).value).toBe(4);
  });

  it("写入出错后仍然监听事件", async () => {
    const { port, host, book } = start();
    host.fault = (request) => (request === 1 ? { code: "GeneralException", after: 30 } : null);
    await port.apply(plan([cell([2, 3], 1)]));
    expect(book.enableEvents).toBe(true);
  });
});
