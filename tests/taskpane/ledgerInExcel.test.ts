import { describe, expect, it } from "vitest";
import type { LedgerSource } from "../../src/app/fillLedger";
import { cellKey } from "../../src/workbook/cell";
import type { CellValue } from "../../src/workbook/snapshot";
import { openExcelPane } from "../support/excelPane";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { fakeCell, sheetNamed, type FakeBook } from "../support/fakeExcel/fakeBook";
import { gridSheet, workbookOf } from "../support/grid";
import { projectForm, projectList } from "../support/fundForms";
import { workbookBytes } from "../support/workbookBytes";

/* 项目台账 in the pane, through the client that Excel itself runs. */

const sourceOf = (...sheets: Parameters<typeof workbookOf>[0]): LedgerSource => ({
  name: "清单.xlsx",
  bytes: workbookBytes(workbookOf(sheets)),
  unit: null,
});
const usual = projectList([
  ["1", "甲", 1000000, 2000000, 1500000],
  ["2", "乙", 3000000, 3000000, 2500000],
]);

function started(): FakeBook {
  const money = [
    [null, 190, null],
    [null, null, null],
    [null, null, null],
  ] as const;
  const book = bookOfSnapshot(
    workbookOf([
      projectForm({ sheet: "甲表", project: "甲", money }),
      projectForm({ sheet: "乙表", project: "乙" }),
    ]),
  );
  book.calculate = calculateBook;
  return book;
}

const amounts = (book: FakeBook, sheet: string): readonly CellValue[] =>
  [3, 4, 5].map((column) => fakeCell(sheetNamed(book, sheet), 6, column).value);

describe("侧边栏：项目台账", () => {
  it("先看每一格，再填；不勾的不填，手填的不动；恢复原表只还原那一张", async () => {
    const book = started();
    const pane = openExcelPane(book);
    await pane.until(({ phase, busy }) => phase === "ready" && !busy);
    pane.send({ kind: "readLedger", source: sourceOf(usual) });
    const { ledger } = await pane.until((state) => state.ledger !== null && !state.busy);
    if (ledger === null) throw new Error("no preview");
    expect(
      ledger.forms.map(({ sheet, fills }) => [sheet, fills.map(({ state, value }) => [state, value])]),
    ).toEqual([
      [
        "甲表",
        [
          ["fill", 100],
          ["left", 200],
          ["fill", 150],
        ],
      ],
      [
        "乙表",
        [
          ["fill", 300],
          ["fill", 300],
          ["fill", 250],
        ],
      ],
    ]);
    expect(amounts(book, "甲表")).toEqual([null, 190, null]);
    const leave = [cellKey({ sheet: "乙表", row: 6, column: 4 })];
    pane.send({ kind: "fillLedger", preview: ledger, leave });
    const done = await pane.until(({ message, busy }) => message?.kind === "done" && !busy);
    expect(done.message).toMatchObject({ text: expect.stringContaining("已从台账填入4格") as string });
    expect([done.ledger, amounts(book, "甲表"), amounts(book, "乙表")]).toEqual([
      null,
      [100, 190, 150],
      [300, null, 250],
    ]);
    expect([done.written, done.restorable]).toEqual([false, true]);
    pane.send({ kind: "restore", overwrite: null });
    await pane.until(
      ({ message, busy }) => !busy && message?.kind === "done" && message.text.startsWith("已恢复原表"),
    );
    expect([amounts(book, "甲表"), amounts(book, "乙表")]).toEqual([
      [null, 190, null],
      [300, null, 250],
    ]);
    pane.end();
  });

  it("预览之后改动过的格子不填，说明", async () => {
    const book = started();
    const pane = openExcelPane(book);
    await pane.until(({ phase, busy }) => phase === "ready" && !busy);
    pane.send({ kind: "readLedger", source: sourceOf(usual) });
    const { ledger } = await pane.until((state) => state.ledger !== null && !state.busy);
    if (ledger === null) throw new Error("no preview");
    pane.type({ sheet: "乙表", row: 6, column: 3 }, 77);
    pane.send({ kind: "fillLedger", preview: ledger, leave: [] });
    const done = await pane.until(({ message, busy }) => message?.kind === "done" && !busy);
    expect(done.message).toMatchObject({ notes: ["有1格在预览之后改动过，没有填。"] });
    expect(amounts(book, "乙表")).toEqual([77, 300, 250]);
    pane.end();
  });

  it("不是台账的文件：说明，什么都不动", async () => {
    const book = started();
    const pane = openExcelPane(book);
    await pane.until(({ phase, busy }) => phase === "ready" && !busy);
    pane.send({ kind: "readLedger", source: sourceOf(gridSheet([["通讯录"]])) });
    const state = await pane.until(({ message, busy }) => message !== null && !busy);
    expect(state.message).toMatchObject({ problem: { code: "badLedger" } });
    expect(amounts(book, "乙表")).toEqual([null, null, null]);
    pane.end();
  });
});
