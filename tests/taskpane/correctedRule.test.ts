import { expect, test } from "vitest";
import { isOutdatedChoice } from "../../src/app/sayRowRule";
import type { PaneState } from "../../src/taskpane/paneState";
import { editedForm, editedSheet, ownSteps } from "../support/editedClauses";
import { openExcelPane } from "../support/excelPane";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { fakeCell, sheetNamed } from "../support/fakeExcel/fakeBook";

/*
 * A person's rule for a row of a scored form, through Excel: what the pane shows at once, what stands in the sheet until
 * 计算得分, and what follows then.
 */

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;
const done = (state: PaneState) => state.message?.kind === "done" && !state.busy;
const rowOf = ({ scorecard }: PaneState) => {
  const row = scorecard?.rows[0];
  if (row === undefined) throw new Error("没有一行");
  return row;
};

async function scoredPane() {
  const book = bookOfSnapshot(editedForm(["预算完成率", 8, ownSteps, "预算完成率97%"]));
  book.calculate = calculateBook;
  const pane = openExcelPane(book);
  await pane.until(idle);
  const key = rowOf(pane.state()).ruleKey;
  const act = async (intent: Parameters<typeof pane.send>[0]) => {
    pane.send({ kind: "closeMessage" });
    pane.send(intent);
    return pane.until(done);
  };
  await act({ kind: "score" });
  return {
    pane,
    act,
    cell: () => fakeCell(sheetNamed(book, editedSheet), 3, 6),
    /** A rule in a person's own words for the clause that stands there; null: no longer. */
    correct: (words: string | null) => {
      const choice = words === null ? null : { clause: ownSteps, use: { words } };
      pane.send({ kind: "rules", choices: { [key]: choice } });
      return pane.until((now) => rowOf(now).origin === (choice === null ? "sheet" : "person") && idle(now));
    },
  };
}

const gentler = "预算完成率达到100%得满分，每低1%扣0.5分，扣完为止。";
const asBands = "预算完成率≥95%的，得满分；预算完成率＜95%的，不得分。";

test.each([
  ["同一类型，另一个数", gentler, 6.5],
  ["另一类型", asBands, 8],
])("更正读法（%s）：面板立即按新规则，得分格等计算得分", async (_title, words, points) => {
  const { pane, act, cell, correct } = await scoredPane();
  const before = cell();
  expect(rowOf(pane.state())).toMatchObject({ points: 5, origin: "sheet" });

  const changed = await correct(words);
  expect(rowOf(changed)).toMatchObject({ points, origin: "person" });
  expect(changed.outdated).toBe(true);
  expect(changed.outdatedRows).toContain(3);
  expect(cell()).toEqual(before);

  const scored = await act({ kind: "score" });
  expect(scored.outdatedRows).toEqual([]);
  expect(cell().value).toBe(points);
  // From the rule as an expression over 评分底稿: the printed clause says something else.
  expect(cell().formula).toContain("评分底稿");
  expect(cell().formula).not.toMatch(/E3/u);
  pane.end();
});

test("更正以后改了表中的评分标准：更正不再用，说明；改回来又用", async () => {
  const { pane, act, cell, correct } = await scoredPane();
  await correct(gentler);
  await act({ kind: "score" });
  const at = { sheet: editedSheet, row: 3, column: 5 };
  pane.type(at, ownSteps.replace("扣1分", "扣2分"));
  const edited = await pane.until((now) => rowOf(now).points === 2 && idle(now));
  expect(rowOf(edited)).toMatchObject({ origin: "sheet" });
  expect(isOutdatedChoice(rowOf(edited))).toBe(true);
  expect(edited.outdatedRows).toContain(3);
  await act({ kind: "score" });
  expect(cell().value).toBe(2);
  pane.type(at, ownSteps);
  const back = await pane.until((now) => rowOf(now).points === 6.5 && idle(now));
  expect(isOutdatedChoice(rowOf(back))).toBe(false);
  expect(rowOf(back).origin).toBe("person");
  pane.end();
});

test.each(["取消人工设定", "恢复原表"])("%s：又按表中的评分标准", async (how) => {
  const { pane, act, cell, correct } = await scoredPane();
  await correct(gentler);
  if (how === "取消人工设定") await correct(null);
  if (how === "恢复原表") {
    await act({ kind: "score" });
    await act({ kind: "restore", overwrite: null });
    expect(cell()).toMatchObject({ value: null, formula: null });
  }
  const now = await pane.until(idle);
  expect(rowOf(now)).toMatchObject({ points: 5, origin: "sheet" });
  if (how !== "恢复原表") expect(now.outdatedRows).toEqual([]);
  await act({ kind: "score" });
  expect(cell().value).toBe(5);
  pane.end();
});
