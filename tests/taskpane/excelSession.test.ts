import { describe, expect, test } from "vitest";
import type { PaneState } from "../../src/taskpane/paneState";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import {
  bookState,
  changeCell,
  fakeCell,
  type FakeBook,
  type FakeSheet,
} from "../support/fakeExcel/fakeBook";
import { openExcelPane, sampleBook, shortPauses } from "../support/excelPane";

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const scored = (state: PaneState) => state.message?.kind === "done" && !state.busy;

const openPane = (book: FakeBook) => openExcelPane(book, { pauses: shortPauses });

/** Formula cells with functions of ours. */
function ours(sheet: FakeSheet): readonly (readonly [row: number, column: number, formula: string])[] {
  return Array.from(sheet.cells).flatMap(([key, { formula }]) => {
    const [row = 0, column = 0] = key.split(":").map(Number);
    return formula?.includes("JX.") === true ? [[row, column, formula] as const] : [];
  });
}

async function scoredBook(): Promise<{ readonly book: FakeBook; readonly form: FakeSheet }> {
  const book = sampleBook();
  const pane = openPane(book);
  await pane.until(idle);
  pane.send({ kind: "score" });
  await pane.until(scored);
  pane.end();
  const [form] = book.sheets;
  if (form === undefined) throw new Error("no sheet");
  return { book, form };
}

/** As a file comes back from a machine without the add-in: our functions under their file spelling, as #NAME?. */
function loseFunctions(form: FakeSheet): readonly (readonly [number, number, string])[] {
  const formulas = ours(form);
  for (const [row, column, formula] of formulas) {
    changeCell(form, row, column, { formula: formula.replaceAll("JX.", "_xldudf_JX_"), value: "#NAME?" });
  }
  return formulas;
}

describe("失效的公式", () => {
  test("打开面板就发现，点一下修复，别的都不动", async () => {
    const { book, form } = await scoredBook();
    const before = bookState(book);
    const formulas = loseFunctions(form);
    expect(formulas.length).toBeGreaterThan(5);
    const pane = openPane(book);
    const found = await pane.until(idle);
    expect(found.broken).toBe(formulas.length);
    expect(bookState(book)).not.toEqual(before);
    pane.send({ kind: "repair" });
    const repaired = await pane.until(scored);
    expect(repaired.broken).toBe(0);
    expect(repaired.message).toMatchObject({ text: `已修复${formulas.length}个公式` });
    expect(ours(form)).toEqual(formulas);
    calculateBook(book);
    expect(bookState(book)).toEqual(before);
    pane.end();
  });

  test("没有失效的公式，不打扰", async () => {
    const { book } = await scoredBook();
    const pane = openPane(book);
    expect((await pane.until(idle)).broken).toBe(0);
    pane.end();
  });

  test("计算得分时悄悄修好", async () => {
    const { book, form } = await scoredBook();
    const formulas = loseFunctions(form);
    const pane = openPane(book);
    await pane.until(idle);
    pane.send({ kind: "score" });
    const state = await pane.until(scored);
    expect(state.broken).toBe(0);
    expect(state.message).toMatchObject({ text: expect.stringContaining("已计算得分") as string });
    expect(ours(form)).toEqual(formulas);
    pane.end();
  });
});

describe("改动之后的扣分说明", () => {
  /** A figure of 评分底稿 whose change costs points. */
  async function change(pane: ReturnType<typeof openPane>): Promise<number> {
    const { scorecard } = await pane.until(idle);
    const row = scorecard?.rows.find(({ editionRowId }) => editionRowId === "financialCompliance");
    const at = row?.facts[0]?.at ?? null;
    if (row === undefined || at === null) throw new Error("nothing to change");
    pane.type(at, 2);
    return row.row;
  }
  const stale = "得分已变化，请重新计算得分";
  const reasons = (form: FakeSheet, row: number) =>
    Array.from({ length: 20 }, (_, n) => fakeCell(form, row, n + 1)).flatMap(({ formula, value }) =>
      formula?.includes(stale) === true ? [String(value)] : [],
    );

  test("默认不写：面板标为待更新，计算得分后撤下", async () => {
    const { book, form } = await scoredBook();
    const pane = openPane(book);
    const row = await change(pane);
    const typed = bookState(book);
    const state = await pane.until((now) => now.outdatedRows.includes(row));
    expect(state.outdated).toBe(true);
    await pane.calm();
    expect(bookState(book)).toEqual(typed);
    pane.send({ kind: "score" });
    const again = await pane.until(scored);
    expect(again.outdatedRows).toEqual([]);
    expect(reasons(form, row)).toEqual([expect.stringContaining("扣") as string]);
    pane.end();
  });

  test("设置为自动重写：停手以后写一次，不再反复", async () => {
    const { book, form } = await scoredBook();
    const pane = openPane(book);
    await pane.until(idle);
    pane.send({ kind: "setting", name: "liveReasons", value: "on" });
    await pane.until((now) => now.scorecard?.settings.liveReasons === "on" && !now.busy);
    const row = await change(pane);
    await pane.until((now) => now.outdatedRows.includes(row));
    await pane.until((now) => now.outdatedRows.length === 0);
    expect(reasons(form, row)).toEqual([expect.stringContaining("扣") as string]);
    const written = bookState(book);
    // What we wrote comes back as events, too: nothing is left to write.
    pane.tell(form);
    await pane.calm();
    expect(bookState(book)).toEqual(written);
    expect(pane.state().outdated).toBe(false);
    pane.end();
  });
});
