import { describe, expect, test } from "vitest";
import { associateCommands } from "../../src/commands/associateCommands";
import { ribbonCommands } from "../../src/commands/ribbonCommands";
import type { PaneState } from "../../src/taskpane/paneState";
import { openExcelPane } from "../support/excelPane";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import type { FakeBook } from "../support/fakeExcel/fakeBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { gridSheet, workbookOf } from "../support/grid";
import { projectForm } from "../support/projectForms";

/* A workbook is opened as it was saved: with any of its sheets in front. */

function threeForms(front: string | null): FakeBook {
  const notes = gridSheet([["填表说明"]], { name: "说明" });
  const forms = ["甲", "乙", "丙"].map((name) => projectForm({ name, project: `${name}项目` }));
  const book = bookOfSnapshot(workbookOf([notes, ...forms]));
  book.calculate = calculateBook;
  book.selected = front === null ? null : { sheet: front, area: { top: 2, left: 1, bottom: 2, right: 1 } };
  return book;
}

const idle = (state: PaneState): boolean => state.phase === "ready" && !state.busy;
const scoredSheets = (book: FakeBook): readonly string[] =>
  book.sheets.flatMap(({ name, cells }) =>
    Array.from(cells.values()).some(({ formula }) => formula?.includes("JX.") === true) ? name : [],
  );

describe("打开工作簿时前面是哪张表", () => {
  test.each([
    ["乙", "乙"],
    ["丙", "丙"],
    ["说明", "甲"],
    // A chart is selected: nobody can say.
    [null, "甲"],
  ])("前面是“%s”：面板先看“%s”，计算得分算的也是它", async (front, shown) => {
    const book = threeForms(front);
    const pane = openExcelPane(book);
    const state = await pane.until(idle);
    expect(state.scorecard).toMatchObject({ sheet: shown, kind: "project", project: `${shown}项目` });
    pane.send({ kind: "score" });
    await pane.until((now) => now.message?.kind === "done" && idle(now));
    expect(scoredSheets(book)).toEqual([shown]);
    pane.end();
  });

  test("没有开过面板：功能区的计算得分，算前面的那张", async () => {
    for (const front of ["乙", "丙", "说明"]) {
      const book = threeForms(front);
      const press = ribbon(book);
      await press("score");
      expect([front, scoredSheets(book)]).toEqual([front, [front === "说明" ? "甲" : front]]);
      await press("restore");
      expect([front, scoredSheets(book)]).toEqual([front, []]);
    }
  });

  test("前面是一张表的评分底稿：恢复的是那张表", async () => {
    const forms = ["甲", "乙"].map((name) => projectForm({ name, effect: "有所改善" }));
    const book = bookOfSnapshot(workbookOf(forms));
    book.calculate = calculateBook;
    const press = ribbon(book);
    for (const front of ["甲", "乙"]) {
      book.selected = { sheet: front, area: { top: 1, left: 1, bottom: 1, right: 1 } };
      await press("score");
    }
    book.selected = { sheet: "评分底稿（乙）", area: { top: 4, left: 4, bottom: 4, right: 4 } };
    await press("restore");
    expect(book.sheets.map(({ name }) => name)).toEqual(["甲", "乙", "评分底稿"]);
    expect(scoredSheets(book)).toEqual(["甲"]);
  });

  test("只点工作表的标签，面板也跟过去；没有自评表的不跟", async () => {
    const pane = openExcelPane(threeForms("乙"));
    await pane.until(idle);
    pane.turnTo("丙");
    await pane.until((now) => now.scorecard?.sheet === "丙" && idle(now));
    pane.turnTo("说明");
    await new Promise((done) => setTimeout(done, 50));
    expect(pane.state().scorecard?.sheet).toBe("丙");
    pane.turnTo("甲");
    await pane.until((now) => now.scorecard?.sheet === "甲" && idle(now));
    pane.end();
  });
});

function ribbon(book: FakeBook): (name: string) => Promise<void> {
  const { run } = loadClient(fakeHost(book));
  const commands = new Map<string, (event: { readonly completed: () => void }) => Promise<void>>();
  associateCommands({
    associate: (name, command) => {
      commands.set(name, command);
    },
    showPane: () => Promise.resolve(),
    tell: () => undefined,
    fetchCommands: () =>
      Promise.resolve(ribbonCommands({ run, supported: () => true, pickedSheet: () => null })),
  });
  return async (name) => commands.get(name)?.({ completed: () => undefined });
}
