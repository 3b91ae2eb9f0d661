import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { excelHost } from "../../src/taskpane/excelHost";
import type { PaneState } from "../../src/taskpane/paneState";
import { a1, type Place } from "../../src/workbook/cell";
import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { drivenPane } from "../support/drivenPane";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { changeCell, fakeCell, sheetNamed, type FakeBook } from "../support/fakeExcel/fakeBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { gridSheet } from "../support/grid";
import { ledger } from "../support/ledger";

/* The pane over Excel, through Microsoft's own client: what it asks of a large workbook. */

/** Ten columns of a thousand letters each. */
function wordySheet(name: string, rows: number): SheetSnapshot {
  const text = "支付进度说明".repeat(170);
  const line = (y: number): string[] => Array.from({ length: 10 }, (_, x) => `${text}${y}之${x}`);
  return gridSheet(
    Array.from({ length: rows }, (_, y) => line(y)),
    { name },
  );
}

function bookWith(sheets: number, rows: number, more: readonly SheetSnapshot[] = []): FakeBook {
  const opened = openXlsx(readFileSync("samples/nansha-2023-blank.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const form = opened.value.snapshot();
  const others = Array.from({ length: sheets }, (_, at) => ledger(`台账${at + 1}`, rows));
  const book = bookOfSnapshot({ ...form, sheets: [...form.sheets, ...others, ...more] });
  // No formula stands in what was added: only the others are worked out.
  const added = new Set([...others, ...more].map(({ name }) => name));
  book.calculate = () => {
    calculateBook({ ...book, sheets: book.sheets.filter(({ name }) => !added.has(name)) });
  };
  return book;
}

function openPane(book: FakeBook) {
  const host = fakeHost(book);
  const client = loadClient(host);
  const nothing = () => () => undefined;
  const driven = drivenPane({
    ...excelHost(client.run, () => true),
    onNews: nothing,
    copyText: () => Promise.resolve(true),
  });
  const edit = (name: string, at: Place, value: CellValue) => {
    const sheet = sheetNamed(book, name);
    changeCell(sheet, at.row, at.column, { formula: null, value });
    book.calculate?.(book);
    client.raise("changed", { address: a1(at), worksheetId: sheet.id, changeType: "RangeEdited" });
    client.raise("calculated", { worksheetId: sheet.id });
  };
  /** What was moved since it was last asked. */
  const moved = () => {
    const all = host.seen.filter(({ cleanup }) => !cleanup);
    const sum = (of: (seen: (typeof all)[number]) => number) =>
      all.reduce((total, one) => total + of(one), 0);
    const found = {
      trips: all.length,
      out: sum(({ bytesOut }) => bytesOut),
      in: sum(({ bytesIn }) => bytesIn),
    };
    host.forget();
    return found;
  };
  return { ...driven, host, client, edit, moved };
}

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const scored = (state: PaneState) => state.message?.kind === "done" && !state.busy;
const pause = () => new Promise((done) => setTimeout(done, 400));

describe("八张各1500行的表之外有一张自评表", () => {
  test("打开三次往返，评分两次，共不到1 MB；改别的表不到5 KB", async () => {
    const pane = openPane(bookWith(8, 1500));
    await pane.until(idle);
    const opened = pane.moved();
    pane.send({ kind: "score" });
    await pane.until(scored);
    const scoring = pane.moved();
    pane.edit("台账3", { row: 700, column: 4 }, 12);
    await pane.until((state) => state.busy).catch(() => undefined);
    await pane.until(idle);
    await pause();
    const edited = pane.moved();
    expect(opened.trips).toBe(3);
    expect(scoring.trips).toBe(2);
    expect(opened.out + opened.in + scoring.out + scoring.in).toBeLessThan(1_000_000);
    expect(edited.trips).toBe(1);
    expect(edited.out).toBeLessThan(5000);
    pane.end();
  });
});

describe("有关的表很大，一次传不完", () => {
  test.each([
    ["一张就传不完", [["支出执行率明细", 200]]],
    [
      "合起来传不完",
      [
        ["执行率一", 70],
        ["执行率二", 70],
        ["执行率三", 70],
      ],
    ],
  ] as const)("%s：评分、恢复", async (_, sheets) => {
    const book = bookWith(
      0,
      0,
      sheets.map(([name, rows]) => wordySheet(name, rows)),
    );
    const pane = openPane(book);
    const { scorecard } = await pane.until(idle);
    const row = scorecard?.rows.find(({ points }) => points !== null);
    const score = () => fakeCell(sheetNamed(book, row?.at.sheet ?? ""), row?.row ?? 0, row?.at.column ?? 0);
    pane.send({ kind: "score" });
    const scored = await pane.until(({ message, busy }) => message !== null && !busy);
    expect([scored.message?.kind, score().formula]).toEqual(["done", expect.stringContaining("=")]);
    pane.send({ kind: "restore", overwrite: [] });
    const restored = await pane.until(
      ({ message, busy }) => message !== null && message !== scored.message && !busy,
    );
    expect([restored.message?.kind, score().formula]).toEqual(["done", null]);
    pane.end();
  });
});

describe("记住的内容不可信时", () => {
  test("没有报来的改动，评分前发现，按现在的数据写", async () => {
    const book = bookWith(1, 300);
    const pane = openPane(book);
    await pane.until(idle);
    pane.send({ kind: "score" });
    const first = await pane.until(scored);
    const row = first.scorecard?.rows.find(({ editionRowId }) => editionRowId === "financialCompliance");
    const at = row?.facts[0]?.at ?? null;
    if (row === undefined || at === null) throw new Error("nothing to change");
    pane.send({ kind: "closeMessage" });
    changeCell(sheetNamed(book, at.sheet), at.row, at.column, { formula: null, value: 2 });
    calculateBook(book);
    pane.send({ kind: "score" });
    const again = await pane.until(scored);
    expect(again.outdatedRows).toEqual([]);
    expect(again.scorecard?.rows.find(({ row: one }) => one === row.row)?.points).toBe(
      fakeCell(sheetNamed(book, row.at.sheet), row.row, row.at.column).value,
    );
    pane.end();
  });

  test("打开以后设置的打印区域，评分不盖掉", async () => {
    const book = bookWith(0, 0);
    const pane = openPane(book);
    const { scorecard } = await pane.until(idle);
    const form = sheetNamed(book, scorecard?.sheet ?? "");
    const printArea = [{ top: 1, left: 1, bottom: 20, right: 5 }];
    form.printArea = printArea;
    pane.send({ kind: "score" });
    await pane.until(scored);
    expect(form.printArea).toEqual(printArea);
    pane.end();
  });
});
