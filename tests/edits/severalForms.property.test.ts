import fc from "fast-check";
import { expect, it } from "vitest";
import { planRestoring } from "../../src/app/planRestoring";
import { contentOf } from "../../src/edits/editLedger";
import { planBuiltIn, planValues } from "../../src/edits/planConvert";
import { planFact } from "../../src/edits/planFact";
import { planScoring } from "../../src/edits/planScoring";
import { paperOf } from "../../src/facts/paperOf";
import { workingPapers } from "../../src/facts/workingPaper";
import { readCases, type Case } from "../../src/scorecard/case";
import { findSheet, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { copySheet, deleteSheet, insertRows, renameSheet } from "../support/asExcelWould";
import { workbookOf } from "../support/grid";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { otherBasis, otherEdition, otherForm } from "../support/otherPlace";
import { recalculated } from "../support/scored";

/*
 * Two or three forms alike in one workbook, whose working papers are alike to the cell. Whatever is done with one of
 * them, in whatever order: the others, their papers, their figures and their points stay as they were.
 */

const editions = [otherEdition];
const factIds = ["openness.corrected", "openness.approved", "openness.disclosed"];

interface Book {
  readonly snapshot: Snapshot;
  /** What each sheet of a form held before anything of ours, by its present name. */
  readonly typed: ReadonlyMap<string, Snapshot>;
}

const caseOf = (snapshot: Snapshot, sheet: string): Case | null =>
  readCases(snapshot, { editions, sheet }).main;

function acted(book: Book, sheet: string, plan: (formCase: Case) => Parameters<typeof applyPlan>[1]): Book {
  const formCase = caseOf(book.snapshot, sheet);
  if (formCase === null) return book;
  return { ...book, snapshot: recalculated(applyPlan(book.snapshot, plan(formCase))) };
}

/** What is done with one form; `n`: which of several ways. */
type Act = (book: Book, sheet: string, n: number) => Book;

const acts: Readonly<Record<string, Act>> = {
  计算得分: (book, sheet, n) =>
    acted(book, sheet, (one) => planScoring(one, n % 2 === 0 ? { overwrite: "all" } : {})),
  回答: (book, sheet, n) =>
    acted(book, sheet, (one) =>
      planFact(one, [{ factId: factIds[n % 3] ?? "", value: n % 3 === 0 ? n % 7 : 45_800 + n }]),
    ),
  填底稿: (book, sheet, n) => {
    const paper = paperOf(book.snapshot, sheet);
    if (paper === null) return book;
    const at = { sheet: paper.sheet.name, row: paper.headerRow + 1 + (n % 9), column: paper.columns.value };
    return { ...book, snapshot: recalculated(setCell(book.snapshot, at, { value: n })) };
  },
  转为普通公式: (book, sheet) => acted(book, sheet, planBuiltIn),
  转为数值: (book, sheet) => acted(acted(book, sheet, planBuiltIn), sheet, planValues),
  复制: (book, sheet, n) => {
    const next = `${sheet.slice(0, 8)} (${n})`;
    const base = book.typed.get(sheet);
    if (book.snapshot.sheets.some(({ name }) => name === next) || base === undefined) return book;
    if (book.typed.size > 3) return book;
    return {
      snapshot: copySheet(book.snapshot, sheet, next),
      typed: new Map(book.typed).set(next, renameSheet(base, sheet, next)),
    };
  },
  删除: (book, sheet) => {
    const typed = new Map(book.typed);
    typed.delete(sheet);
    if (typed.size === 0) return book;
    return { snapshot: deleteSheet(book.snapshot, sheet), typed };
  },
  改名: (book, sheet, n) => {
    const next = `改${n}`;
    const base = book.typed.get(sheet);
    if (book.snapshot.sheets.some(({ name }) => name === next) || base === undefined) return book;
    // Two renamed sheets, of which one was answered and not scored yet, nobody can tell apart.
    if (Array.from(book.typed.keys()).some((name) => isOnlyAnswered(book.snapshot, name))) return book;
    const typed = new Map(Array.from(book.typed).filter(([name]) => name !== sheet));
    return {
      snapshot: renameSheet(book.snapshot, sheet, next),
      typed: typed.set(next, renameSheet(base, sheet, next)),
    };
  },
  底稿改名: (book, sheet, n) => {
    const paper = paperOf(book.snapshot, sheet)?.sheet.name;
    const next = `稿${n}`;
    if (paper === undefined || book.snapshot.sheets.some(({ name }) => name === next)) return book;
    return { ...book, snapshot: renameSheet(book.snapshot, paper, next) };
  },
  插行: (book, sheet, n) => {
    const base = book.typed.get(sheet);
    if (base === undefined) return book;
    const typed = new Map(book.typed).set(sheet, insertRows(base, sheet, 1 + (n % 2), 1));
    return { snapshot: insertRows(book.snapshot, sheet, 1 + (n % 2), 1), typed };
  },
  恢复: (book, sheet, n) => {
    const formCase = caseOf(book.snapshot, sheet);
    if (formCase === null) return book;
    const overwrite = n % 2 === 0 ? ["sheet"] : [];
    const planned = planRestoring({ kind: "restore", overwrite }, formCase);
    if ("questions" in planned) return book;
    const snapshot = recalculated(applyPlan(book.snapshot, planned.plan));
    const base = book.typed.get(sheet);
    expect(contents(snapshot, sheet)).toEqual(base === undefined ? null : contents(base, sheet));
    return { ...book, snapshot };
  },
};

function isOnlyAnswered(snapshot: Snapshot, sheet: string): boolean {
  const cells = Array.from(findSheet(snapshot, sheet)?.rows.values() ?? []);
  const isScored = cells.some((line) =>
    Array.from(line.values()).some(({ formula }) => formula !== undefined),
  );
  return paperOf(snapshot, sheet) !== null && !isScored;
}

/** Every cell of a sheet, formulas as formulas. */
function contents(snapshot: Snapshot, name: string): unknown {
  const cells = Array.from(findSheet(snapshot, name)?.rows ?? []).flatMap(([row, line]) =>
    Array.from(line, ([column, cell]) => [row, column, contentOf(cell)] as const),
  );
  return cells.filter(([, , content]) => !("value" in content) || content.value !== null);
}

interface Seen {
  readonly cells: unknown;
  readonly shows: readonly CellValue[];
  readonly paper: unknown;
  readonly facts: unknown;
  readonly points: unknown;
  readonly copyOf: string | null;
}

function seen(snapshot: Snapshot, sheet: string): Seen | null {
  const formCase = caseOf(snapshot, sheet);
  if (formCase === null) return null;
  const { scorecard, facts, copyOf } = formCase;
  const paper = paperOf(snapshot, sheet)?.sheet.name ?? null;
  const lines = Array.from(findSheet(snapshot, sheet)?.rows.values() ?? []);
  return {
    cells: contents(snapshot, sheet),
    shows: lines.flatMap((line) => Array.from(line.values(), ({ value }) => value)),
    paper: paper === null ? null : [paper, contents(snapshot, paper)],
    facts: Array.from(facts.values(), ({ id, value, state }) => [id, value, state]),
    points: scorecard.rows.map(({ points, reason }) => [points, reason]),
    copyOf,
  };
}

/** A copy shows what its original does, and takes over from it when that is gone. */
function expectSame(before: Seen | null, after: Seen | null, acting: string, what: string): void {
  if (before === null || before.copyOf !== acting) {
    expect({ what, ...after }).toEqual({ what, ...before });
    return;
  }
  if (after === null || after.copyOf === null) return;
  const { facts, points, paper } = before;
  expect({ what, facts: after.facts, points: after.points, paper: after.paper }).toEqual({
    what,
    facts,
    points,
    paper,
  });
}

function played(
  count: number,
  withWords: boolean,
  steps: readonly (readonly [string, number, number])[],
): void {
  const sheets = ["自评表", "自评表（上年）", "下属单位"].slice(0, count);
  const start = workbookOf(
    sheets.map((name) => otherForm({ name, ...(withWords ? { basis: otherBasis } : {}) })),
  );
  let book: Book = { snapshot: start, typed: new Map(sheets.map((name) => [name, start])) };
  const told: string[] = [];
  for (const [act, which, n] of steps) {
    const names = Array.from(book.typed.keys());
    const sheet = names[which % names.length] ?? "";
    told.push(`${act} ${sheet} ${n}`);
    const others = names.filter((name) => name !== sheet);
    const original = act === "恢复" ? (caseOf(book.snapshot, sheet)?.copyOf ?? null) : null;
    const before = new Map(others.map((name) => [name, seen(book.snapshot, name)]));
    book = acts[act]?.(book, sheet, n) ?? book;
    for (const name of others) {
      // The paper of a form that was restored was left for its copy, and goes with it.
      if (name === original && !JSON.stringify(before.get(name)?.cells).includes("formula")) continue;
      expectSame(before.get(name) ?? null, seen(book.snapshot, name), sheet, `${told.join("，")} → ${name}`);
    }
    // No paper is the paper of two.
    const papers = Array.from(book.typed.keys()).flatMap(
      (name) => paperOf(book.snapshot, name)?.sheet.name ?? [],
    );
    expect({ told, papers: papers.length }).toEqual({ told, papers: new Set(papers).size });
  }
  expect(workingPapers(book.snapshot).length).toBeLessThanOrEqual(8);
}

const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(5), fc.nat(40));

it("一个工作簿里几张表，评分、填写、复制、删除、改名、转换、恢复，什么次序都不改变另一张", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 3 }),
      fc.boolean(),
      fc.array(step, { minLength: 2, maxLength: 9 }),
      played,
    ),
    { numRuns: Number(process.env["RUNS"] ?? 25) },
  );
}, 240_000);
