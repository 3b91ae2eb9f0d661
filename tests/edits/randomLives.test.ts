import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { planRestoring } from "../../src/app/planRestoring";
import { sameContent, contentOf } from "../../src/edits/editLedger";
import { planScoring } from "../../src/edits/planScoring";
import { paperOf } from "../../src/facts/paperOf";
import { readCases } from "../../src/scorecard/case";
import { isOwnReason } from "../../src/scorecard/ownFormulas";
import type { Edit } from "../../src/workbook/edit";
import {
  cellAt,
  findSheet,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from "../../src/workbook/snapshot";
import {
  copyCell,
  copySheet,
  deleteColumns,
  deleteRows,
  deleteSheet,
  hideRow,
  insertColumns,
  insertRows,
  moveColumn,
  moveRow,
  renameSheet,
  sortLines,
  swapNames,
} from "../support/asExcelWould";
import { shippedFacts } from "../support/factsFile";
import { applyPlan, onSheet, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { workbookBytes } from "../support/workbookBytes";

/*
 * The life of a workbook between 计算得分 and 恢复原表. A twin that is never scored lives the same life: in the end the
 * restored workbook holds what the twin holds.
 */

const form = "部门整体支出绩效自评表";
const given = shippedFacts("samples/nansha-2023.facts.json");
let starts: readonly Snapshot[];

beforeAll(async () => {
  const published = await sampleSnapshot("samples/nansha-2023.xlsx");
  const blank = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
  const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
  // A name in two rows of its own, as after unmerging: the second has none of its own.
  const unmerged = onSheet(published, form, (sheet) => ({
    ...sheet,
    merges: sheet.merges.filter(({ left }) => left < 5),
  }));
  const withFormula = setCell(
    unmerged,
    { sheet: form, row: 45, column: 20 },
    { value: "#REF!", formula: "=#REF!+1" },
  );
  starts = [
    published,
    blank,
    city,
    setCell(withFormula, { sheet: form, row: 28, column: 5 }, { value: "采购意向公开合规性" }),
    withFormula,
  ];
});

interface Life {
  readonly scored: Snapshot;
  readonly twin: Snapshot;
}

type Act = (life: Life, at: number, to: number, value: CellValue) => Life;

/** The same in both. */
function both(change: (snapshot: Snapshot, at: number, to: number, value: CellValue) => Snapshot): Act {
  return ({ scored, twin }, at, to, value) => ({
    scored: change(scored, at, to, value),
    twin: change(twin, at, to, value),
  });
}

/** Sheets that a person works on; the working paper is not in the twin. */
function ownSheets({ scored }: Life): readonly SheetSnapshot[] {
  const paper = paperOf(scored, null)?.sheet.name;
  return scored.sheets.filter(({ name }) => name !== paper);
}

function onOne(
  change: (snapshot: Snapshot, sheet: string, at: number, to: number, value: CellValue) => Snapshot,
): Act {
  return (life, at, to, value) => {
    const sheets = ownSheets(life);
    const sheet = sheets[at % sheets.length]?.name ?? form;
    return both((snapshot) => change(snapshot, sheet, at, to, value))(life, at, to, value);
  };
}

const row = (n: number): number => 12 + (n % 34);
const column = (n: number): number => 2 + (n % 12);

function score(overwrite: "all" | "typed", withFacts: boolean): Act {
  return (life) => {
    const { cases } = readCases(life.scored, withFacts ? { given } : {});
    const scored = cases.reduce((now, one) => {
      const again = readCases(now, { ...(withFacts ? { given } : {}), sheet: one.sheet });
      if (again.main === null) return now;
      return applyPlan(now, planScoring(again.main, overwrite === "all" ? { overwrite } : {}));
    }, life.scored);
    return { ...life, scored };
  };
}

const acts: Readonly<Record<string, Act>> = {
  再计算得分: score("typed", false),
  全部覆盖: score("all", false),
  按数据文件计算: score("all", true),
  插入行: onOne((snapshot, sheet, at, to) => insertRows(snapshot, sheet, row(at), 1 + (to % 3))),
  插入列: onOne((snapshot, sheet, _, to) => insertColumns(snapshot, sheet, column(to), 1)),
  删除行: onOne((snapshot, sheet, _, to) => deleteRows(snapshot, sheet, row(to), 1)),
  删除列: onOne((snapshot, sheet, _, to) => deleteColumns(snapshot, sheet, column(to), 1)),
  移动行: onOne((snapshot, sheet, at, to) => moveRow(snapshot, sheet, row(at), row(to))),
  移动列: onOne((snapshot, sheet, at, to) => moveColumn(snapshot, sheet, column(at), column(to))),
  隐藏行: onOne((snapshot, sheet, at) => hideRow(snapshot, sheet, row(at))),
  填写: onOne((snapshot, sheet, at, to, value) =>
    setCell(snapshot, { sheet, row: row(at), column: column(to) }, { value }),
  ),
  改得分: (life, at, to, value) => {
    // Where a score of ours stands.
    const cell = ourCells(life.scored)[at % Math.max(1, ourCells(life.scored).length)];
    if (cell === undefined) return life;
    return both((snapshot) =>
      findSheet(snapshot, cell.sheet) === undefined ? snapshot : setCell(snapshot, cell, { value }),
    )(life, at, to, value);
  },
  复制公式: (life, at, to) => {
    // Where nothing of a person's stands: the twin does not see it.
    const from = ourCells(life.scored)[at % Math.max(1, ourCells(life.scored).length)];
    const target = ourCells(life.scored)[to % Math.max(1, ourCells(life.scored).length)];
    if (from === undefined || target === undefined || from.sheet !== target.sheet) return life;
    const far = { row: from.row, column: 40 };
    const place = to % 3 === 0 ? far : target;
    return { ...life, scored: copyCell(life.scored, from.sheet, from, place) };
  },
  改名: (life, at, to) => {
    const sheets = ownSheets(life);
    const name = sheets[at % sheets.length]?.name ?? form;
    const next = `${name.slice(0, 10)}改${to}`;
    if (life.scored.sheets.some((sheet) => sheet.name === next)) return life;
    return both((snapshot) => renameSheet(snapshot, name, next))(life, at, to, null);
  },
  底稿改名: (life, _, to) => {
    const paper = paperOf(life.scored, null)?.sheet.name;
    if (paper === undefined) return life;
    return { ...life, scored: renameSheet(life.scored, paper, `底稿${to}`) };
  },
  复制表: (life, at, to) => {
    const sheets = ownSheets(life);
    const name = sheets[at % sheets.length]?.name ?? form;
    const next = `${name.slice(0, 10)} (${to})`;
    if (sheets.length > 3 || life.scored.sheets.some((sheet) => sheet.name === next)) return life;
    return both((snapshot) => copySheet(snapshot, name, next))(life, at, to, null);
  },
  互换表名: (life, at, to) => {
    const sheets = ownSheets(life);
    const [one, other] = [sheets[at % sheets.length]?.name, sheets[to % sheets.length]?.name];
    if (one === undefined || other === undefined || one === other) return life;
    return both((snapshot) => swapNames(snapshot, one, other))(life, at, to, null);
  },
  底稿排序: (life, _, to) => {
    const paper = paperOf(life.scored, null);
    if (paper === null) return life;
    const lines = Array.from(paper.sheet.rows.keys()).filter((one) => one > paper.headerRow);
    const order = lines.map((_line, index) => lines[(index * 7 + to) % lines.length] ?? 0);
    if (new Set(order).size !== lines.length) return life;
    return { ...life, scored: sortLines(life.scored, paper.sheet.name, lines, order) };
  },
  底稿插行: (life, at) => {
    const paper = paperOf(life.scored, null)?.sheet.name;
    return paper === undefined ? life : { ...life, scored: insertRows(life.scored, paper, 4 + at, 2) };
  },
  底稿删行: (life, at) => {
    const paper = paperOf(life.scored, null)?.sheet.name;
    return paper === undefined ? life : { ...life, scored: deleteRows(life.scored, paper, 4 + at, 1) };
  },
  底稿填写: (life, at, to, value) => {
    const paper = paperOf(life.scored, null)?.sheet.name;
    if (paper === undefined) return life;
    const place = { sheet: paper, row: 4 + at, column: [4, 6, 7, 10][to % 4] ?? 4 };
    return {
      ...life,
      scored: setCell(life.scored, place, { value: typeof value === "number" ? value : `底稿里填的${to}` }),
    };
  },
  删底稿: (life, at) => {
    const paper = paperOf(life.scored, null)?.sheet.name;
    if (paper === undefined) return life;
    return { ...life, scored: deleteSheet(life.scored, paper, at % 2 === 0 ? "excel" : "bare") };
  },
  保存再打开: (life) => ({ ...life, scored: reopened(life.scored) }),
};

/** Saved as a file and opened again; records and marks go with it. */
function reopened(snapshot: Snapshot): Snapshot {
  const opened = openXlsx(workbookBytes(snapshot));
  if (!opened.ok) throw new Error(opened.problem.why);
  const edits: Edit[] = [
    ...snapshot.sheets.flatMap(({ name, conditionalFormats }) =>
      conditionalFormats.map(({ area, formula }): Edit => ({
        kind: "highlight",
        sheet: name,
        area,
        formula,
        role: "deduction",
      })),
    ),
    ...Array.from(snapshot.records, ([key, json]): Edit => ({ kind: "record", key, json })),
  ];
  void opened.value.apply({ edits, expects: [] });
  const again = openXlsx(opened.value.save());
  if (!again.ok) throw new Error(again.problem.why);
  return again.value.snapshot();
}

function formulasIn(snapshot: Snapshot, isWanted: (formula: string) => boolean) {
  return snapshot.sheets.flatMap((sheet) =>
    Array.from(sheet.rows).flatMap(([line, cells]) =>
      Array.from(cells).flatMap(([at, { formula }]) =>
        formula !== undefined && isWanted(formula)
          ? [{ sheet: sheet.name, row: line, column: at, formula }]
          : [],
      ),
    ),
  );
}

const isOurs = (formula: string): boolean => /\bJX\./u.test(formula) || isOwnReason(formula);
const ourCells = (snapshot: Snapshot) => formulasIn(snapshot, isOurs);

/** 恢复原表 of every form in turn, as a person presses it; whatever is asked is left as it is. */
function restoredAll(snapshot: Snapshot): Snapshot {
  const restore = (now: Snapshot, sheet: string | null): Snapshot => {
    const { main } = readCases(now, sheet === null ? {} : { sheet });
    const planned = planRestoring({ kind: "restore", overwrite: [] }, main ?? now);
    if ("questions" in planned) throw new Error("asked");
    const { plan } = planned;
    for (const { at, holds } of plan.expects) {
      const found = findSheet(now, at.sheet);
      const cell = found === undefined ? undefined : cellAt(found, at.row, at.column);
      expect(contentOf(cell)).toEqual(holds);
    }
    return applyPlan(now, plan);
  };
  const { cases } = readCases(snapshot);
  const once = cases.reduce((now, { sheet }) => restore(now, sheet), snapshot);
  // What is no form any more has its turn when nothing else is left.
  return [1, 2, 3].reduce((now) => restore(now, null), once);
}

const value = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.constantFrom("人写的话", "9.66 分", "采购意向公开合规性", null),
);
const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(60), fc.nat(60), value);

/** Sheets that were scored as copies have no record of the numbers that were there before: only what is no formula counts. */
function differences({ scored, twin }: Life, copies: ReadonlySet<string>): readonly string[] {
  const paper = paperOf(scored, null)?.sheet.name;
  return twin.sheets.flatMap((sheet) => {
    if (sheet.name === paper) return [];
    const now = findSheet(scored, sheet.name);
    if (now === undefined) return [`没有表${sheet.name}`];
    if (copies.has(sheet.name)) return [];
    const rows = new Set([...sheet.rows.keys(), ...now.rows.keys()]);
    return Array.from(rows).flatMap((line) => {
      const columns = new Set([
        ...(sheet.rows.get(line)?.keys() ?? []),
        ...(now.rows.get(line)?.keys() ?? []),
      ]);
      return Array.from(columns).flatMap((at) => {
        const [was, is] = [contentOf(cellAt(sheet, line, at)), contentOf(cellAt(now, line, at))];
        return sameContent(was, is)
          ? []
          : [`${sheet.name} R${line}C${at}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`];
      });
    });
  });
}

it("怎样用过的工作簿，恢复后都没有本工具的公式、没有多出的#REF!，填的一个不少", () => {
  fc.assert(
    fc.property(fc.nat(4), fc.boolean(), fc.array(step, { maxLength: 9 }), (which, withFacts, steps) => {
      const start = starts[which] ?? starts[0];
      if (start === undefined) throw new Error("no start");
      let life = score("all", withFacts)({ scored: start, twin: start }, 0, 0, null);
      for (const [name, at, to, typed] of steps) life = acts[name]?.(life, at, to, typed) ?? life;
      const scored = restoredAll(life.scored);
      const copies = new Set(scored.sheets.flatMap(({ name }) => (name.includes(" (") ? name : [])));
      expect(ourCells(scored).filter(({ sheet }) => sheet !== paperOf(scored, null)?.sheet.name)).toEqual([]);
      const broken = (snapshot: Snapshot) =>
        formulasIn(snapshot, (formula) => formula.includes("#REF!")).length;
      expect(broken(scored)).toBeLessThanOrEqual(broken(life.twin));
      expect(differences({ scored, twin: life.twin }, copies)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 240_000);
