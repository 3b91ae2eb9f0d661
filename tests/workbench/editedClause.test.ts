import { describe, expect, test } from "vitest";
import { bookHost } from "../../src/workbench/bookHost";
import { createBook } from "../../src/workbench/createBook";
import type { PaneState } from "../../src/taskpane/paneState";
import { snapshotCell } from "../../src/workbook/snapshot";
import { drivenPane } from "../support/drivenPane";
import { editedClauses, editedForm, editedSheet } from "../support/editedClauses";
import { workbookBytes } from "../support/workbookBytes";

const idle = (state: PaneState) => state.phase === "ready" && !state.busy;

describe("在工作台的表里改了评分标准，什么都不按", () => {
  test.each(editedClauses)("$title", async ({ line, edit, points: [before, after], settings = {} }) => {
    const opened = createBook("表.xlsx", workbookBytes(editedForm(line)));
    if (!opened.ok) throw new Error(opened.problem.what);
    const book = opened.value;
    const pane = drivenPane(bookHost(book));
    await pane.until(idle);
    for (const [name, value] of Object.entries(settings)) {
      pane.send({ kind: "setting", name, value });
      await pane.until((now) => now.scorecard?.settings[name] === value && idle(now));
    }
    pane.send({ kind: "score" });
    await pane.until((now) => now.message?.kind === "done" && !now.busy);
    const at = (column: number) => ({ sheet: editedSheet, row: 3, column });
    const shown = () => ({
      pane: pane.state().scorecard?.rows[0]?.points,
      cell: snapshotCell(book.state().snapshot, at(6))?.value,
    });
    expect(shown()).toEqual({ pane: before, cell: before });
    const type = async (clause: string) => {
      const edits = [{ kind: "cell", at: at(5), content: { value: clause }, reason: "输入" }] as const;
      await book.apply({ edits, expects: [] }, "user");
      await pane.until((now) => now.scorecard?.rows[0]?.standard?.value === clause && idle(now));
    };

    await type(line[2].replaceAll(...edit));
    expect(shown()).toEqual({ pane: after, cell: after });
    // The words beside it, too: nothing is left to compute again.
    expect(pane.state()).toMatchObject({ outdated: false, outdatedRows: [] });
    const said = snapshotCell(book.state().snapshot, at(8))?.value ?? "";
    expect(said).toBe(pane.state().scorecard?.rows[0]?.reason);

    await type(line[2]);
    expect(shown()).toEqual({ pane: before, cell: before });
    pane.end();
  });
});
