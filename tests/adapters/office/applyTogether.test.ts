import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../../src/adapters/office/officeWorkbook";
import type { Edit } from "../../../src/workbook/edit";
import type { Outcome, Problem } from "../../../src/workbook/port";
import { recordXml } from "../../../src/workbook/recordPart";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import { addSheet, bookState, fakeCell, setConstant, sheetNamed } from "../../support/fakeExcel/fakeBook";
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
  { name: "自评表" },
);

function cell(row: number, column: number, content: string | number, sheet = "自评表"): Edit {
  const isFormula = typeof content === "string" && content.startsWith("=");
  return {
    kind: "cell",
    at: { sheet, row, column },
    content: isFormula ? { formula: content } : { value: content },
    reason: "试",
  };
}

const area = { top: 2, left: 3, bottom: 3, right: 3 };
const scoring: readonly Edit[] = [
  { kind: "addSheet", sheet: "评分底稿" },
  cell(1, 1, "内部使用，不随表报送", "评分底稿"),
  cell(3, 4, 0.98, "评分底稿"),
  cell(2, 3, "=JX.EXECRATE(评分底稿!D3,B2)"),
  cell(3, 3, 9.5),
  cell(2, 4, '="扣"&C2'),
  { kind: "columnWidth", sheet: "自评表", column: 4, width: 40 },
  { kind: "highlight", sheet: "自评表", area, formula: "C2<B2", role: "deduction" },
  { kind: "record", key: "restore", json: '{"a":1}' },
];
const plan = { edits: scoring, expects: [] };

function start() {
  const host = fakeHost(bookOfSnapshot(workbookOf([form, gridSheet([["底"]], { name: "附表" })])));
  return { host, book: host.book, port: officeWorkbook(loadClient(host).run) };
}

function problemOf<T>(outcome: Outcome<T>): Problem {
  if (outcome.ok) throw new Error("should have failed");
  return outcome.problem;
}

/** Without the record the last action of the writing switches events on again. */
const atTheEnd = (request: number, actions: number) =>
  request === 1 ? { code: "GeneralException", after: actions - 1 } : null;

describe("与他人同时改动，写入出错", () => {
  it.each([true, false])(
    "两人同时写：先写的全部留着，后写的说明已有底稿（Excel 说明到了哪一步：%s）",
    async (tells) => {
      const { host, book, port } = start();
      const other = fakeHost(book);
      other.tellsTraces = tells;
      other.latency = 50;
      const second = officeWorkbook(loadClient(other).run);
      const [first] = [port.apply(plan)];
      let after: unknown = null;
      other.meanwhile = (request) => {
        if (request === 1) after = bookState(book);
      };
      const late = second.apply(plan);
      expect((await first).ok).toBe(true);
      const found = problemOf(await late);
      expect(host.book.sheets.map(({ name }) => name)).toEqual(["自评表", "附表", "评分底稿"]);
      expect(book.parts).toHaveLength(1);
      expect(bookState(book)).toEqual(after);
      expect(found).toMatchObject({ code: "changedMeanwhile", details: ["已有名为“评分底稿”的工作表"] });
      expect(found.why).toBe("已有名为“评分底稿”的工作表；本次什么都没有写入");
    },
  );

  it.each([false, true])("用户刚加了同名的表（有内容：%s）：不删", async (filled) => {
    const { host, book, port } = start();
    let before: unknown = null;
    host.meanwhile = (request) => {
      if (request !== 1) return;
      const sheet = addSheet(book, "评分底稿");
      if (filled) setConstant(sheet, 1, 1, "我的");
      before = bookState(book);
    };
    // Cells that come before it are given back.
    const edits = [cell(3, 3, 9.5), ...scoring];
    const found = problemOf(await port.apply({ edits, expects: [] }));
    expect(bookState(book)).toEqual(before);
    expect(found).toMatchObject({ code: "changedMeanwhile", details: ["已有名为“评分底稿”的工作表"] });
    expect(found.why).toContain("已退回");
  });

  it("退回之前有人改了其中一格：那一格留着并指明，其余退回", async () => {
    const { host, book, port } = start();
    host.fault = atTheEnd;
    host.meanwhile = (request) => {
      if (request === 2) setConstant(sheetNamed(book, "自评表"), 3, 3, 8);
    };
    const found = problemOf(await port.apply(plan));
    expect(found).toMatchObject({
      code: "partlyApplied",
      details: ["'自评表'!C3 已被他人改动，没有退回"],
    });
    const sheet = sheetNamed(book, "自评表");
    expect(fakeCell(sheet, 3, 3).value).toBe(8);
    expect(fakeCell(sheet, 2, 3)).toMatchObject({ value: 4, formula: null });
    expect(fakeCell(sheet, 2, 4).value).toBe("旧说明");
    expect(book.sheets.map(({ name }) => name)).toEqual(["自评表", "附表"]);
    expect(book.parts).toEqual([]);
  });

  it("没有写到的单元格被人改了：不动，也不提", async () => {
    const { host, book, port } = start();
    host.fault = (request) => (request === 1 ? { code: "GeneralException", after: 16 } : null);
    host.meanwhile = (request) => {
      if (request === 2) setConstant(sheetNamed(book, "自评表"), 3, 3, 8);
    };
    expect(problemOf(await port.apply(plan)).why).toContain("已退回");
    expect(fakeCell(sheetNamed(book, "自评表"), 3, 3).value).toBe(8);
  });

  it("别人新写的记录留着，只去掉自己的", async () => {
    const { host, book, port } = start();
    host.fault = atTheEnd;
    const theirs = recordXml("restore", '{"a":2}');
    host.meanwhile = (request) => {
      if (request === 2) book.parts.push({ id: "{theirs}", xml: theirs });
    };
    expect(problemOf(await port.apply(plan)).why).toContain("已退回");
    expect(book.parts.map(({ xml }) => xml)).toEqual([theirs]);
  });

  it("别人改写的记录留着，并说明", async () => {
    const { host, book, port } = start();
    await port.apply({ edits: [{ kind: "record", key: "restore", json: '{"a":0}' }], expects: [] });
    const theirs = recordXml("restore", '{"a":2}');
    host.forget();
    host.fault = atTheEnd;
    host.meanwhile = (request) => {
      const [part] = book.parts;
      if (request === 2 && part !== undefined) part.xml = theirs;
    };
    expect(problemOf(await port.apply(plan))).toMatchObject({
      code: "partlyApplied",
      details: ["本程序的记录已被他人改动，没有退回"],
    });
    expect(book.parts.map(({ xml }) => xml)).toEqual([theirs]);
  });

  it("写入以后表被改名：按表退回，不说被删除", async () => {
    const { host, book, port } = start();
    host.fault = atTheEnd;
    host.meanwhile = (request) => {
      if (request === 2) sheetNamed(book, "自评表").name = "改名";
    };
    const found = problemOf(await port.apply(plan));
    expect(found.code).not.toBe("partlyApplied");
    expect(found.details).toEqual(["工作表“自评表”已改名为“改名”"]);
    expect(fakeCell(sheetNamed(book, "改名"), 3, 3).value).toBeNull();
    expect(fakeCell(sheetNamed(book, "改名"), 2, 4).value).toBe("旧说明");
  });

  it("底稿刚建好就被改名：认得出是自己建的，照样去掉", async () => {
    const { host, book, port } = start();
    host.fault = atTheEnd;
    host.meanwhile = (request) => {
      if (request === 2) sheetNamed(book, "评分底稿").name = "底稿二";
    };
    await port.apply(plan);
    expect(book.sheets.map(({ name }) => name)).toEqual(["自评表", "附表"]);
  });
});

describe("核对与写入之间", () => {
  it("表被改名：说明改了名，表格原样", async () => {
    const { host, book, port } = start();
    let before: unknown = null;
    host.meanwhile = (request) => {
      if (request !== 1) return;
      sheetNamed(book, "自评表").name = "改名";
      before = bookState(book);
    };
    const found = problemOf(await port.apply(plan));
    expect(bookState(book)).toEqual(before);
    expect(found).toMatchObject({
      code: "sheetMissing",
      details: ["工作表“自评表”已改名为“改名”"],
    });
  });

  it.each([scoring, scoring.slice(3, 7)])("表被保护：说明被锁定，表格原样", async (...edits) => {
    const { host, book, port } = start();
    let before: unknown = null;
    host.meanwhile = (request) => {
      if (request !== 1) return;
      sheetNamed(book, "自评表").protection.on = true;
      before = bookState(book);
    };
    const found = problemOf(await port.apply({ edits, expects: [] }));
    expect(bookState(book)).toEqual(before);
    expect(found).toMatchObject({ code: "lockedCell" });
    expect(found.details).toBeUndefined();
  });
});

describe("Excel 不说明到了哪一步", () => {
  it("认得出的退回，认不出的逐一说明，什么都不删", async () => {
    const { host, book, port } = start();
    host.tellsTraces = false;
    host.fault = atTheEnd;
    const found = problemOf(await port.apply(plan));
    expect(found.code).toBe("partlyApplied");
    expect(found.details).toEqual([
      "'自评表'!C2 不能确定是否本次所写，没有退回",
      "'自评表'!D2 不能确定是否本次所写，没有退回",
      "'自评表'!C3 不能确定是否本次所写，没有退回",
      "工作表“自评表”的列宽、打印区域等不能确定是否已退回",
      "本程序的记录：不能确定是否本次所写，没有退回",
    ]);
    expect(book.parts).toHaveLength(1);
  });

  it("一处也没有变：说什么都没有写入", async () => {
    const { host, book, port } = start();
    const before = bookState(book);
    host.tellsTraces = false;
    host.fault = (request) => (request === 1 ? { code: "GeneralException", after: 0 } : null);
    expect(problemOf(await port.apply(plan)).why).toContain("什么都没有写入");
    expect(bookState(book)).toEqual(before);
  });
});
