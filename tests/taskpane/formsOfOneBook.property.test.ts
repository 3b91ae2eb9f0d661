import fc from "fast-check";
import { expect, it } from "vitest";
import { officeWorkbook } from "../../src/adapters/office/officeWorkbook";
import { paperOf } from "../../src/facts/paperOf";
import { readCases } from "../../src/scorecard/case";
import type { PaneState } from "../../src/taskpane/paneState";
import { parseA1 } from "../../src/workbook/cell";
import { findSheet, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { openExcelPane } from "../support/excelPane";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { addSheet, sheetNamed, type FakeBook } from "../support/fakeExcel/fakeBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { workbookOf } from "../support/grid";
import { otherBasis, otherForm } from "../support/otherPlace";
import { projectForm } from "../support/projectForms";

/*
 * A department's form and three of its projects in one workbook, through the pane and the client that Excel itself runs.
 * Whatever is done with one of them, in whatever order: the others, their papers and their points stay as they were.
 */

/** What a person types into each form, and its values in turn. */
const typedIn: Readonly<Record<string, readonly [cell: string, values: readonly CellValue[]]>> = {
  部门: ["G6", ["全年预算5000万元，实际支出4000万元。", "全年预算5000万元，实际支出4900万元。"]],
  项目: ["E9", ["60人", "104人"]],
};

const idle = (state: PaneState): boolean => !state.busy && state.phase !== "reading";
const kindOf = (sheet: string): string => (sheet.startsWith("部门") ? "部门" : "项目");

/** What a person has typed on each sheet, by cell; ours excluded. */
type Typed = Map<string, Map<string, CellValue>>;

interface Desk {
  readonly book: FakeBook;
  readonly pane: ReturnType<typeof openExcelPane>;
  readonly typed: Typed;
  readonly read: () => Promise<Snapshot>;
}

type Act = (desk: Desk, sheet: string, n: number) => Promise<void> | void;

async function show({ pane }: Desk, sheet: string): Promise<void> {
  pane.send({ kind: "closeMessage" });
  pane.send({ kind: "pickForm", sheet });
  await pane.until((now) => now.scorecard?.sheet === sheet && idle(now));
}

const acts: Readonly<Record<string, Act>> = {
  计算得分: async (desk, sheet) => {
    await show(desk, sheet);
    desk.pane.send({ kind: "score" });
    await desk.pane.until((now) => now.message !== null && idle(now));
    expect(desk.pane.state().message).toMatchObject({ kind: "done" });
  },
  改表里的数: ({ pane, typed }, sheet, n) => {
    const [address, values] = typedIn[kindOf(sheet)] ?? ["A1", []];
    const at = parseA1(address);
    const value = values[n % values.length] ?? null;
    if (at === null) return;
    pane.type({ sheet, ...at }, value);
    typed.get(sheet)?.set(`${at.row}:${at.column}`, value);
  },
  回答问题: async (desk, sheet, n) => {
    await show(desk, sheet);
    const asked = desk.pane.state().scorecard?.rows.flatMap(({ questions }) => questions) ?? [];
    const one = asked.find(({ factId }) => factId.endsWith(".share") || factId === "openness.corrected");
    if (one === undefined) return;
    const answers = [{ factId: one.factId, value: n % 2, reason: "" }];
    desk.pane.send({ kind: "answer", answers });
    await desk.pane.until((now) => (now.message !== null || !now.busy) && idle(now));
  },
  复制: ({ book, pane, typed }, sheet, n) => {
    const name = `${sheet.replace(/ \(\d+\)$/u, "")} (${(n % 3) + 2})`;
    if (book.sheets.length > 8 || book.sheets.some((one) => one.name === name)) return;
    const original = sheetNamed(book, sheet);
    const copy = addSheet(book, name);
    for (const [key, cell] of original.cells) copy.cells.set(key, cell);
    copy.merges.push(...original.merges);
    copy.formats = original.formats.map((one) => ({ ...one, id: `${one.id}+${copy.id}` }));
    typed.set(name, new Map(typed.get(sheet)));
    book.calculate?.(book);
    pane.tellSheets("added");
  },
  删除: async ({ book, pane, typed, read }, sheet) => {
    const snapshot = await read();
    const isScored = JSON.stringify([...contents(snapshot, sheet).values()]).includes('"=');
    // Of a form that was answered and never scored nobody can say whether it was deleted or renamed.
    if (typed.size < 3 || (paperOf(snapshot, sheet) !== null && !isScored)) return;
    book.sheets = book.sheets.filter(({ name }) => name !== sheet);
    typed.delete(sheet);
    pane.tellSheets("deleted");
  },
  恢复原表: async (desk, sheet) => {
    await show(desk, sheet);
    desk.pane.send({ kind: "restore", overwrite: ["sheet"] });
    await desk.pane.until((now) => (now.message !== null || now.restoring !== null) && idle(now));
    const asked = desk.pane.state().restoring;
    if (asked !== null) {
      desk.pane.send({ kind: "restore", overwrite: asked.map(({ id }) => id) });
      await desk.pane.until((now) => now.message !== null && now.restoring === null && idle(now));
    }
    expect(contents(await desk.read(), sheet)).toEqual(desk.typed.get(sheet));
  },
};

function contents(snapshot: Snapshot, sheet: string): ReadonlyMap<string, unknown> {
  const cells = Array.from(findSheet(snapshot, sheet)?.rows ?? []).flatMap(([row, line]) =>
    Array.from(line, ([column, { value, formula }]) => [`${row}:${column}`, formula ?? value] as const),
  );
  return new Map(cells.filter(([, content]) => content !== null));
}

function seen(snapshot: Snapshot, sheet: string) {
  const formCase = readCases(snapshot, { sheet }).main;
  const paper = paperOf(snapshot, sheet)?.sheet.name ?? null;
  return {
    rows: findSheet(snapshot, sheet)?.rows,
    paper: paper === null ? null : [paper, findSheet(snapshot, paper)?.rows],
    points: formCase?.scorecard.rows.map(({ points, reason }) => [points, reason]),
    copyOf: formCase?.copyOf ?? null,
  };
}

async function played(steps: readonly (readonly [string, number, number])[]): Promise<void> {
  const start = workbookOf([
    otherForm({ name: "部门", basis: otherBasis }),
    projectForm({ name: "项目甲", project: "甲" }),
    projectForm({ name: "项目乙", project: "乙", effect: "有所改善" }),
    projectForm({ name: "项目丙", project: "丙", trained: "90人" }),
  ]);
  const book = bookOfSnapshot(start);
  book.calculate = calculateBook;
  const excel = officeWorkbook(loadClient(fakeHost(book)).run);
  const desk: Desk = {
    book,
    pane: openExcelPane(book),
    typed: new Map(
      start.sheets.map(({ name }) => [name, new Map(contents(start, name)) as Map<string, CellValue>]),
    ),
    read: async () => {
      const outcome = await excel.read();
      if (!outcome.ok) throw new Error(outcome.problem.why);
      return outcome.value;
    },
  };
  await desk.pane.until(idle);
  const told: string[] = [];
  for (const [act, which, n] of steps) {
    const names = Array.from(desk.typed.keys());
    const sheet = names[which % names.length] ?? "";
    told.push(`${act} ${sheet} ${n}`);
    const before = await desk.read();
    const others = names.filter((name) => name !== sheet);
    const states = new Map(others.map((name) => [name, seen(before, name)]));
    const original = seen(before, sheet).copyOf;
    await acts[act]?.(desk, sheet, n);
    const after = await desk.read();
    for (const name of others) {
      const state = states.get(name);
      // A copy shows its original's figures until it is scored as a form of its own.
      if (state?.copyOf === sheet) continue;
      // The paper of a form that was restored was left for its copy, and goes with it.
      if (name === original && !JSON.stringify([...contents(before, name).values()]).includes('"=')) continue;
      expect({ told, name, ...seen(after, name) }).toEqual({ told, name, ...state });
    }
  }
  desk.pane.end();
}

it("在 Excel 里：一张部门的表、三张项目的表，计算、改数、回答、复制、删除、恢复，什么次序都不改变另一张", async () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(6), fc.nat(5));
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), played), {
    numRuns: Number(process.env["RUNS"] ?? 5),
    endOnFailure: process.env["SHRINK"] === undefined,
  });
}, 240_000);
