import { describe, expect, test } from "vitest";
import type { PaneIntent } from "../../src/taskpane/paneEvent";
import type { PaneState } from "../../src/taskpane/paneState";
import type { CellAddress } from "../../src/workbook/cell";
import type { CellValue } from "../../src/workbook/snapshot";
import { openExcelPane as openPane, sampleBook, shortPauses } from "../support/excelPane";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { changeCell, fakeCell, type FakeBook } from "../support/fakeExcel/fakeBook";

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const done = (state: PaneState) => state.message?.kind === "done" && !state.busy;
const words = ({ message }: PaneState) =>
  message?.kind === "done" ? [message.text, ...message.notes].join("") : "";

type ExcelPane = ReturnType<typeof openPane>;

function openExcelPane(book: FakeBook, seen: (state: PaneState) => void = () => undefined): ExcelPane {
  return openPane(book, { pauses: shortPauses, seen });
}

async function score(book: FakeBook): Promise<{ readonly pane: ExcelPane; readonly seen: PaneState[] }> {
  const seen: PaneState[] = [];
  const pane = openExcelPane(book, (state) => seen.push(state));
  await pane.until(idle);
  pane.send({ kind: "score" });
  await pane.until(done);
  seen.length = 0;
  return { pane, seen };
}

/** Where one figure of 评分底稿 stands. */
function figure({ scorecard }: PaneState, editionRowId: string): CellAddress {
  const at = scorecard?.rows.find((row) => row.editionRowId === editionRowId)?.facts[0]?.at ?? null;
  if (at === null) throw new Error("nothing to change");
  return at;
}

function form(book: FakeBook) {
  const [first] = book.sheets;
  if (first === undefined) throw new Error("no sheet");
  return first;
}

/** As a template is handed out: protected, only what `free` says can be filled in. */
function protect(book: FakeBook, free: (row: number, column: number) => boolean): void {
  const sheet = form(book);
  sheet.protection.on = true;
  for (let row = 1; row <= 60; row += 1) {
    for (let column = 1; column <= 20; column += 1) {
      changeCell(sheet, row, column, { locked: !free(row, column) });
    }
  }
}

const scoreColumn = (_row: number, column: number) => column === 9;
const lockedNote = "锁定的单元格没有写入（扣分说明、评价等级）";

describe("做完的事一直说着", () => {
  const late: readonly (readonly [string, CellValue])[] = [
    ["正在计算", "#BUSY!"],
    ["还没有结果", 0],
    ["空的", ""],
    ["错误值", "#VALUE!"],
  ];
  test.each(late)("自己写入的事件和晚到的公式结果（先是%s）不算数据变化", async (_, before) => {
    const book = sampleBook();
    book.calculate = () => {
      calculateBook(book);
      for (const sheet of book.sheets) {
        for (const [key, { formula }] of sheet.cells) {
          const [row = 0, column = 0] = key.split(":").map(Number);
          if (formula?.includes("JX.") === true) changeCell(sheet, row, column, { value: before });
        }
      }
    };
    const { pane, seen } = await score(book);
    const said = words(pane.state());
    expect(said).toContain("已计算得分");
    pane.tell(form(book));
    await pane.calm();
    book.calculate = calculateBook;
    calculateBook(book);
    pane.tell(form(book));
    await pane.calm();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((state) => words(state) !== said || state.outdated)).toEqual([]);
    expect(pane.state().outdatedRows).toEqual([]);
    pane.end();
  });

  test("数据真有变化：两句并列", async () => {
    const { pane } = await score(sampleBook());
    const said = words(pane.state());
    pane.type(figure(pane.state(), "financialCompliance"), 2);
    const changed = await pane.until(({ outdated }) => outdated);
    expect(words(changed)).toBe(said);
    pane.end();
  });

  const stays: readonly PaneIntent[] = [
    { kind: "filter", filter: "lost" },
    { kind: "search", query: "采购" },
    { kind: "showSettings" },
    { kind: "showList" },
    { kind: "copy", text: "" },
    { kind: "goTo", at: { sheet: "", row: 1, column: 1 } },
  ];
  const ends: readonly PaneIntent[] = [
    { kind: "closeMessage" },
    { kind: "score" },
    { kind: "askRestore" },
    { kind: "askConvert" },
    { kind: "showFindings" },
    { kind: "answer", answers: [] },
    { kind: "setting", name: "reasonsIn", value: "basis" },
    { kind: "edition", id: null },
    { kind: "keep", row: 15 },
    { kind: "explain", row: 15 },
  ];
  test("到关掉或另做一件事为止", async () => {
    const { pane } = await score(sampleBook());
    const state = pane.state();
    const { reducePane } = await import("../../src/taskpane/reducePane");
    for (const intent of stays)
      expect([intent.kind, reducePane(state, intent).message]).toEqual([intent.kind, state.message]);
    for (const intent of ends)
      expect([intent.kind, reducePane(state, intent).message]).toEqual([intent.kind, null]);
    pane.end();
  });
});

describe("写入送出以后、到达以前，有人在要写的格子里填了", () => {
  const typed: readonly (readonly [string, number, CellValue])[] = [
    ["空着的得分格", 9, 1],
    ["得分格里填字", 9, "见附件"],
    ["扣分说明的格子", 12, "自己写的原因"],
  ];
  test.each(typed)("%s：填的留着，其余照样评分", async (_, column, value) => {
    const book = sampleBook();
    const pane = openExcelPane(book);
    await pane.until(idle);
    pane.fake.forget();
    let isTyped = false;
    pane.fake.meanwhile = (request) => {
      if (request !== 1 || isTyped) return;
      isTyped = true;
      pane.type({ sheet: form(book).name, row: 20, column }, value);
    };
    pane.send({ kind: "score" });
    await pane.until(done);
    expect(isTyped).toBe(true);
    expect(fakeCell(form(book), 20, column)).toMatchObject({ value, formula: null });
    expect(fakeCell(form(book), 21, 9).formula).not.toBeNull();
    pane.send({ kind: "restore", overwrite: [] });
    await pane.until((state) => words(state).includes("已恢复原表"));
    expect(fakeCell(form(book), 20, column)).toMatchObject({ value, formula: null });
    pane.end();
  });
});

describe("写入没有成功", () => {
  test("期间报来的改动，这就读；没有成功的那句留着", async () => {
    const book = sampleBook();
    const pane = openExcelPane(book);
    await pane.until(idle);
    const at = { sheet: form(book).name, row: 14, column: 10 };
    pane.fake.forget();
    pane.fake.fault = (request) => (request === 1 ? { code: "GeneralException", after: 5 } : null);
    pane.fake.meanwhile = (request) => {
      if (request === 1) pane.type(at, "部门整体绩效目标产出指标完成率为80%");
    };
    pane.send({ kind: "score" });
    const failed = await pane.until(({ message, busy }) => message !== null && !busy);
    expect(failed.message).toMatchObject({ problem: { code: "unexpected" } });
    expect(failed.scorecard?.rows[0]?.points).toBe(8);
    pane.end();
  });
});

describe("Excel 没有加载本插件的函数", () => {
  test("得分格显示#NAME?：计算得分、修复公式都说出来，加载以后不再说", async () => {
    const book = sampleBook();
    book.registered = false;
    const { pane } = await score(book);
    pane.tell(form(book));
    const { broken } = await pane.until((state) => state.broken > 0);
    pane.send({ kind: "repair" });
    const repaired = await pane.until(({ message, busy }) => message !== null && !busy);
    expect(repaired.message).toMatchObject({ kind: "problem" });
    pane.send({ kind: "score" });
    expect(words(await pane.until(done))).toContain(`${broken}个得分公式显示#NAME?`);
    book.registered = true;
    calculateBook(book);
    pane.tell(form(book));
    expect((await pane.until((state) => state.broken === 0)).outdated).toBe(false);
    pane.end();
  });
});

describe("设了保护的表", () => {
  test("锁定的单元格没有写入：说明留着；重新打开，不标待更新", async () => {
    const book = sampleBook();
    protect(book, scoreColumn);
    const { pane } = await score(book);
    expect(words(pane.state())).toContain(lockedNote);
    pane.tell(form(book));
    await pane.calm();
    pane.send({ kind: "reread" });
    await pane.until(idle);
    expect(words(pane.state())).toContain(lockedNote);
    expect(pane.state()).toMatchObject({ outdated: false, outdatedRows: [], lockedRows: [] });
    pane.end();
    const again = openExcelPane(book);
    expect(await again.until(idle)).toMatchObject({ outdated: false, outdatedRows: [], lockedRows: [] });
    again.end();
  });

  test("数据变了，只有锁定的扣分说明跟不上：不标待更新；解除保护后才标", async () => {
    const book = sampleBook();
    protect(book, scoreColumn);
    const { pane } = await score(book);
    const before = pane.state().scorecard?.points;
    pane.type(figure(pane.state(), "financialCompliance"), 2);
    const changed = await pane.until(({ scorecard }) => scorecard?.points !== before);
    expect(changed).toMatchObject({ outdatedRows: [], lockedRows: [] });
    form(book).protection.on = false;
    pane.send({ kind: "reread" });
    await pane.until(({ outdatedRows }) => outdatedRows.length > 0);
    pane.end();
  });

  test("得分格锁定而得分要改：不标待更新，标不能写入", async () => {
    const book = sampleBook();
    const { pane } = await score(book);
    pane.send({ kind: "convert", to: "values" });
    await pane.until((state) => words(state).includes("已转为数值"));
    protect(book, () => false);
    pane.type(figure(pane.state(), "financialCompliance"), 2);
    const changed = await pane.until(({ lockedRows }) => lockedRows.length > 0);
    expect(changed.outdatedRows).toEqual([]);
    pane.end();
  });

  test("功能区按钮的说明也留着", async () => {
    const book = sampleBook();
    const pane = openExcelPane(book);
    await pane.until(idle);
    pane.news({ kind: "done", text: "已计算得分", notes: [lockedNote] });
    await pane.until(done);
    pane.tell(form(book));
    await pane.calm();
    expect(words(pane.state())).toContain(lockedNote);
    pane.end();
  });
});
