import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { associateCommands } from "../../src/commands/associateCommands";
import { ribbonCommands } from "../../src/commands/ribbonCommands";
import { listenToNews, sheetPick, tellNews, type News } from "../../src/app/news";
import type { Snapshot } from "../../src/workbook/snapshot";
import { manifestFunctions } from "../manifest/manifestFaults";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { addSheet, bookState, changeCell, emptyBook, type FakeBook } from "../support/fakeExcel/fakeBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";

function sampleBook(): FakeBook {
  const opened = openXlsx(readFileSync("samples/nansha-2023-blank.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const book = bookOfSnapshot(opened.value.snapshot());
  book.calculate = calculateBook;
  return book;
}

/** The sample, and the same form of another department behind it. */
function twoForms(): Snapshot {
  const opened = openXlsx(readFileSync("samples/nansha-2023-blank.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const snapshot = opened.value.snapshot();
  const [form] = snapshot.sheets;
  if (form === undefined) throw new Error("no sheet");
  return { ...snapshot, sheets: [...snapshot.sheets, { ...form, name: "乙单位" }] };
}

function ribbon(book: FakeBook, pickedSheet: string | null = null) {
  const host = fakeHost(book);
  const client = loadClient(host);
  const commands = new Map<string, (event: { completed: () => void }) => Promise<void>>();
  const told: News[] = [];
  const showPane = vi.fn(() => Promise.resolve());
  associateCommands({
    associate: (name, command) => {
      commands.set(name, command);
    },
    showPane,
    tell: (news) => {
      told.push(news);
    },
    fetchCommands: () =>
      Promise.resolve(
        ribbonCommands({ run: client.run, supported: () => true, pickedSheet: () => pickedSheet }),
      ),
  });
  const press = async (name: string): Promise<News | undefined> => {
    const completed = vi.fn();
    await commands.get(name)?.({ completed });
    expect(completed).toHaveBeenCalledTimes(1);
    return told.at(-1);
  };
  return { host, book, commands, press, showPane };
}

describe("功能区按钮", () => {
  it("清单里的每个函数都已绑定", () => {
    const { commands } = ribbon(emptyBook());
    const wanted = manifestFunctions(readFileSync("manifest.xml", "utf8"));
    expect(wanted.length).toBeGreaterThan(2);
    for (const name of wanted) expect(commands.has(name)).toBe(true);
  });

  it("计算得分：不打开面板就写好，五次往返；恢复原表：还原", async () => {
    const { press, book, showPane, host } = ribbon(sampleBook());
    const before = bookState(book);
    expect(await press("score")).toMatchObject({ kind: "done" });
    expect(host.trips()).toBe(5);
    expect(showPane).not.toHaveBeenCalled();
    const formulas = book.sheets.flatMap(({ cells }) =>
      Array.from(cells.values()).filter(({ formula }) => formula?.includes("JX.") === true),
    );
    expect(formulas.length).toBeGreaterThan(5);
    expect(await press("restore")).toMatchObject({
      kind: "done",
      text: expect.stringMatching(
        /^已恢复原表：\d+个单元格恢复为计算得分之前的内容，“评分底稿”已收回。$/u,
      ) as string,
    });
    expect(bookState(book)).toEqual(before);
    expect(await press("restore")).toMatchObject({
      kind: "done",
      text: expect.stringContaining("没有需要恢复") as string,
    });
  });

  it("隐藏的行：计算、恢复之后仍隐藏，再显示出来还是原来的高度", async () => {
    const { press, book } = ribbon(sampleBook());
    const sheet = book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    sheet.heights.set(16, 42);
    for (const row of [16, 17, 20]) sheet.hiddenRows.add(row);
    const heights = new Map(sheet.heights);
    for (const name of ["score", "restore"]) {
      expect(await press(name)).toMatchObject({ kind: "done" });
      expect(Array.from(sheet.hiddenRows)).toEqual([16, 17, 20]);
      for (const row of [16, 17, 20]) expect(sheet.heights.get(row)).toBe(heights.get(row));
    }
  });

  it("再算一次不出错，丢失的公式悄悄补好", async () => {
    const { press, book } = ribbon(sampleBook());
    await press("score");
    const sheet = book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    const found = Array.from(sheet.cells).find(([, { formula }]) => formula?.includes("JX.") === true);
    const [row = 0, column = 0] = (found?.[0] ?? "").split(":").map(Number);
    const formula = found?.[1].formula ?? "";
    changeCell(sheet, row, column, { formula: formula.replace("JX.", "_xldudf_JX_"), value: "#NAME?" });
    expect(await press("score")).toMatchObject({ kind: "done" });
    expect(sheet.cells.get(`${row}:${column}`)?.formula).toBe(formula);
  });

  it("没有自评表：打开面板说明", async () => {
    const book = emptyBook();
    addSheet(book, "空表");
    const { press, showPane } = ribbon(book);
    expect(await press("score")).toMatchObject({ kind: "failed", problem: { code: "noForm" } });
    expect(showPane).toHaveBeenCalled();
  });

  it("有两张自评表：算的是面板里选的那张；选的那张没有了就不写，请人重选", async () => {
    const page = new EventTarget();
    const first = sampleBook();
    const book = bookOfSnapshot(twoForms());
    book.calculate = calculateBook;
    const pick = sheetPick(page);
    pick.pick("乙单位");
    const { press } = ribbon(book, sheetPick(page).sheet());
    expect(await press("score")).toMatchObject({ kind: "done" });
    const formulas = (name: string) =>
      Array.from(book.sheets.find((sheet) => sheet.name === name)?.cells.values() ?? []).filter(
        ({ formula }) => formula?.includes("JX.") === true,
      ).length;
    expect(formulas("乙单位")).toBeGreaterThan(5);
    expect(formulas(first.sheets[0]?.name ?? "")).toBe(0);
    const before = bookState(book);
    const gone = ribbon(book, "丙单位");
    expect(await gone.press("score")).toMatchObject({ kind: "failed", problem: { code: "sheetMissing" } });
    expect(gone.showPane).toHaveBeenCalled();
    expect(bookState(book)).toEqual(before);
  });

  it("评分后改过的单元格：恢复时先问，什么都不写", async () => {
    const { press, book, showPane } = ribbon(sampleBook());
    await press("score");
    const sheet = book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    const found = Array.from(sheet.cells).find(([, { formula }]) => formula?.includes("JX.") === true);
    const [row = 0, column = 0] = (found?.[0] ?? "").split(":").map(Number);
    changeCell(sheet, row, column, { formula: null, value: 1.5 });
    calculateBook(book);
    // A reason says by its own formula that its score has changed.
    expect(JSON.stringify(bookState(book))).toContain("得分已变化，请重新计算得分");
    const before = bookState(book);
    expect(await press("restore")).toEqual({ kind: "restoreAsks" });
    expect(showPane).toHaveBeenCalled();
    expect(bookState(book)).toEqual(before);
  });

  it("查看计分依据：把所选单元格告诉面板", async () => {
    const { press, book } = ribbon(sampleBook());
    const name = book.sheets[0]?.name ?? "";
    book.selected = { sheet: name, area: { top: 12, left: 9, bottom: 13, right: 9 } };
    expect(await press("explainCell")).toEqual({ kind: "explain", at: { sheet: name, row: 12, column: 9 } });
    book.selected = null;
    expect(await press("explainCell")).toMatchObject({
      kind: "failed",
      problem: { code: "otherWorkbookActive" },
    });
  });

  it.each(["score", "restore", "explainCell", "openPane"])("%s 在出错时也会结束", async (name) => {
    const { press, host, showPane } = ribbon(sampleBook());
    host.fault = () => ({ code: "InvalidOperationInCellEditMode", after: 0 });
    showPane.mockRejectedValue(new Error("no pane"));
    await press(name);
  });
});

describe("告诉面板", () => {
  it("面板打开前的消息等着，打开后马上收到，只收一次", () => {
    const page = new EventTarget();
    const news: News = { kind: "done", text: "已恢复原表", notes: [] };
    tellNews(page, { kind: "restoreAsks" });
    tellNews(page, news);
    const heard: News[] = [];
    const stop = listenToNews(page, (each) => heard.push(each));
    expect(heard).toEqual([news]);
    tellNews(page, { kind: "restoreAsks" });
    expect(heard).toHaveLength(2);
    stop();
    const again: News[] = [];
    listenToNews(page, (each) => again.push(each));
    expect(again).toEqual([]);
  });
});
