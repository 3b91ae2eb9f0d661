import { describe, expect, test } from "vitest";
import { rowReading } from "../../src/app/rowReading";
import type { PaneState } from "../../src/taskpane/paneState";
import { editedClauses, editedForm, editedSheet, ownBands, ownSteps } from "../support/editedClauses";
import type { EditedClause } from "../support/editedClauses";
import { openExcelPane } from "../support/excelPane";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { fakeCell, sheetNamed } from "../support/fakeExcel/fakeBook";

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const done = (state: PaneState) => state.message?.kind === "done" && !state.busy;

/** A scored form in Excel, and what its pane and its score cell show of the row. */
async function scoredPane({ line, settings = {} }: Pick<EditedClause, "line" | "settings">) {
  const book = bookOfSnapshot(editedForm(line));
  book.calculate = calculateBook;
  const pane = openExcelPane(book);
  await pane.until(idle);
  for (const [name, value] of Object.entries(settings)) {
    pane.send({ kind: "setting", name, value });
    await pane.until((now) => now.scorecard?.settings[name] === value && idle(now));
  }
  const score = async () => {
    pane.send({ kind: "closeMessage" });
    pane.send({ kind: "score" });
    await pane.until(done);
  };
  await score();
  return {
    pane,
    score,
    cell: () => fakeCell(sheetNamed(book, editedSheet), 3, 6).value,
    /** A person types another clause, and presses nothing. */
    edit: async (clause: string) => {
      pane.type({ sheet: editedSheet, row: 3, column: 5 }, clause);
      return pane.until((now) => now.scorecard?.rows[0]?.standard?.value === clause && idle(now));
    },
  };
}

function shown({ scorecard, outdatedRows }: PaneState) {
  const row = scorecard?.rows[0];
  if (scorecard === null || row === undefined) throw new Error("没有一行");
  const reading = rowReading(row, scorecard)?.reading;
  const { points, origin, outcome, reason, unread } = row;
  const card = reading?.state === "read" ? JSON.stringify(reading.criterion) : reading?.unread.join();
  return { points, origin, outcome, reason, unread, card, isOutdated: outdatedRows.includes(3) };
}

describe("在打开的表里改了评分标准，什么都不按", () => {
  test.each(editedClauses)("$title", async (example) => {
    const { line, edit: change, points, live } = example;
    const [before, after] = points;
    const { pane, score, cell, edit } = await scoredPane(example);
    const was = shown(pane.state());
    expect(was).toMatchObject({ points: before, origin: "sheet", isOutdated: false });
    expect(cell()).toBe(before);

    const now = shown(await edit(line[2].replaceAll(...change)));
    expect(now).toMatchObject({ points: after, origin: "sheet", unread: [] });
    expect(now.card).not.toBe(was.card);
    expect(now.reason).not.toBe(was.reason);
    expect(cell()).toBe(live ? after : before);
    // Where the score follows by itself, the words beside it still are those of before.
    expect(now.isOutdated).toBe(true);

    await score();
    expect(shown(pane.state())).toEqual({ ...now, isOutdated: false });
    expect(cell()).toBe(after);

    expect(shown(await edit(line[2]))).toEqual({ ...was, isOutdated: true });
    pane.end();
  });

  test("改成读不懂的：面板引出没有读懂的话，得分格不再有分", async () => {
    const { pane, score, cell, edit } = await scoredPane({
      line: ["预算完成率", 8, ownSteps, "预算完成率97%"],
    });
    const odd = "另按上级有关口径折算后酌定加分";
    const now = shown(await edit(`${ownSteps}${odd}。`));
    expect(now).toMatchObject({ points: null, outcome: "judgement", isOutdated: true });
    expect(now.unread.join()).toContain(odd);
    expect(now.card).toContain(odd);
    expect(cell()).toBe("#VALUE!");
    await score();
    expect(cell()).toBe(null);
    pane.end();
  });

  test.each(["builtIn", "values"] as const)("转成普通公式、数值以后（%s）：面板说要重新计算", async (to) => {
    const { pane, cell, edit, score } = await scoredPane({ line: ["结余率", 2, ownBands, "结余率12%"] });
    pane.send({ kind: "convert", to });
    await pane.until(done);
    const now = shown(await edit(ownBands.replaceAll("10%", "15%")));
    expect(now).toMatchObject({ points: 2, isOutdated: true });
    expect(cell()).toBe(0);
    await score();
    expect(cell()).toBe(2);
    pane.end();
  });
});
