import {
  a1,
  bySheet,
  cellKey,
  contains,
  quoteSheet,
  sameAddress,
  type CellAddress,
} from "../../workbook/cell";
import type { FunctionTable } from "../../workbook/port";
import { isErrorValue, snapshotCell, type CellValue, type Snapshot } from "../../workbook/snapshot";
import { calculateOnLoad, readCalculation } from "./calculation";
import { dependantsAmong, formulaCells, type FormulaCell } from "./dependants";
import { engineFormula, type EngineFormula } from "./engineFormula";
import { readSnapshot, type ReadBefore } from "./readSnapshot";
import { withSnaps } from "./withSnaps";
import { recalculate, usedCorners, withResults, type Results } from "./recalculate";
import type { Names } from "./references";
import { findCell } from "./sheetDraft";
import { isRounded } from "./shownPrecision";
import { findWorkbook } from "./workbookParts";
import type { WorkbookDraft } from "./workbookDraft";
import { writeResult } from "./writeCell";
import { attribute, childOf, textOf } from "./xmlElement";

/** So many cells may all formulas together look at. */
export const mostCells = 2_000_000;

/** Writes the results of every formula that was written or depends on a cell that was: programs that open
 * the file show what is stored, and do not work it out themselves. A result that another program stored gives way
 * only to an engine that, from the cells as they were, gives that very result: else it stays, Excel is asked
 * to work everything out, and a note says so. The snapshot of the workbook with all edits and results. */
export function refreshResults(
  draft: WorkbookDraft,
  before: ReadBefore,
  functions: FunctionTable | undefined,
): Snapshot {
  const snapshot = readSnapshot(draft.parts.reading, before);
  if (draft.touched.length === 0) return snapshot;
  const calculation = readCalculation(findWorkbook(draft.parts.reading).root);
  const formulas = formulaCells(snapshot, calculation.names);
  const findDependants = dependantsAmong(formulas);
  const touched = new Set(draft.touched.map(cellKey));
  const written = new Set(formulas.filter(({ at }) => touched.has(cellKey(at))));
  const isWritten = (cell: FormulaCell): boolean => written.has(cell);
  const isForeign = (cell: FormulaCell): boolean => !written.has(cell);
  const found = findDependants(draft.touched);
  /** Each with its text as the engine is to read it. */
  const ready = new Map<FormulaCell, string>();
  const readingIn = (whole: Snapshot): ((cell: FormulaCell) => EngineFormula) => {
    const used = usedCorners(whole);
    return ({ formula, at }) => engineFormula(formula, { sheet: at.sheet, ...calculation, used });
  };
  const read = readingIn(snapshot);
  let cells = 0;
  let mayTie = false;
  // What was written first: the scores are what the file is for.
  for (const cell of [...found.filter(isWritten), ...found.filter(isForeign)]) {
    if (cell.references.opaque || fillsArea(draft, cell.at)) continue;
    const text = read(cell);
    if (!text.known || (text.readsDates && calculation.from1904)) continue;
    const unlike = calculation.iterates || calculation.asShown;
    if (isForeign(cell) && (!text.plain || unlike || !hasResult(draft, cell.at))) continue;
    if (cells + text.cells > mostCells) continue;
    cells += text.cells;
    mayTie ||= isForeign(cell) && /\b(?:SNAP|ASCENDING)\(/.test(withSnaps(text.text));
    ready.set(cell, text.text);
  }
  const work = (from: Snapshot, only: ReadonlyMap<FormulaCell, string>): Results =>
    workOut(from, only, functions ?? {}, calculation.names);
  const results = work(snapshot, ready);
  const snapped = mayTie
    ? work(snapshot, new Map(Array.from(ready, ([cell, text]) => [cell, withSnaps(text)])))
    : results;
  const readOld = readingIn(before.snapshot);
  const foreign = [...ready.keys()].filter(isForeign);
  const old = work(before.snapshot, new Map(foreign.map((cell) => [cell, readOld(cell).text])));
  const left = new Set(found.filter((cell) => !ready.has(cell)));
  const errors = [...ready.keys()].flatMap(({ at }) =>
    isErrorValue(resultAt(results, at) ?? null) ? at : [],
  );
  for (const cell of ready.keys()) {
    const stored = snapshotCell(snapshot, cell.at)?.value ?? null;
    const result = resultAt(results, cell.at);
    const sure = isWritten(cell)
      ? // #NAME? says that the engine lacks a function, not that Excel does.
        result !== undefined && (result !== "#NAME?" || stored === "#NAME?")
      : sameResult(resultAt(old, cell.at), stored) &&
        believable(result, stored, mayErr(cell, errors)) &&
        sameResult(resultAt(snapped, cell.at), result ?? null);
    if (!sure) left.add(cell);
  }
  // What rests on a result that stays is as old as that one. Formulas that choose their cells while calculating
  // stay, too, but nearly always choose others than those that changed: our own formulas may rest on them.
  const loose = formulas.filter(({ references }) => references.anywhere);
  const stale = findDependants([...left].flatMap(({ at }) => filledFrom(draft, at)));
  for (const cell of stale) left.add(cell);
  const others = findDependants([...left, ...loose].map(({ at }) => at));
  for (const cell of others) if (!isWritten(cell)) left.add(cell);
  const stored = new Map<string, Map<number, Map<number, CellValue>>>();
  for (const cell of ready.keys()) {
    const { at } = cell;
    const result = resultAt(results, at);
    if (left.has(cell) || result === undefined) continue;
    if (!isWritten(cell) && sameResult(result, snapshotCell(snapshot, at)?.value ?? null)) continue;
    const element = findCell(draft.sheet(at.sheet), at.row, at.column);
    if (element !== undefined) writeResult(element, result);
    put(stored, at, result);
  }
  say(draft, [...left], isWritten);
  const shown = withResults(snapshot, stored);
  if (calculation.asShown) sayRounded(draft, shown, found.filter(isWritten));
  return shown;
}

/** Excel stores in such a workbook what the cell shows, so that its results may differ from ours. */
function sayRounded(draft: WorkbookDraft, snapshot: Snapshot, ours: readonly FormulaCell[]): void {
  if (ours.length === 0) return;
  calculateOnLoad(findWorkbook(draft.parts).root);
  const rounded = inOrder(draft, ours).filter(({ at }) => {
    const cell = snapshotCell(snapshot, at);
    return typeof cell?.value === "number" && isRounded(cell.value, cell.format);
  });
  if (rounded.length === 0) return;
  draft.notes.add(
    `工作簿设了“将精度设为所显示的精度”，Excel 打开时会把 ${rounded.length} 个公式的结果（${listed(rounded, 3)}）舍入到显示的小数位，与这里算的不同；要保留这里的结果，请先在 Excel 选项中取消这项设置。`,
  );
}

/** Names the cells, those of the workbook's own apart from ours. */
function say(
  draft: WorkbookDraft,
  unsorted: readonly FormulaCell[],
  isWritten: (cell: FormulaCell) => boolean,
): void {
  if (unsorted.length === 0) return;
  calculateOnLoad(findWorkbook(draft.parts).root);
  const left = inOrder(draft, unsorted);
  draft.left.push(...left.map(({ at }) => at));
  const ours = left.filter(isWritten);
  const others = left.filter((cell) => !isWritten(cell));
  if (ours.length > 0) {
    draft.notes.add(
      `有 ${ours.length} 个公式（${listed(ours, 3)}）不能在这里计算，请用 Excel 打开重算后再保存。`,
    );
  }
  if (others.length > 0) {
    draft.notes.add(
      `有 ${others.length} 个表中原有的公式没有在这里重算，保留原来的结果，请用 Excel 打开重算后再保存：${listed(others, 10)}。`,
    );
  }
}

function inOrder(draft: WorkbookDraft, cells: readonly FormulaCell[]): readonly FormulaCell[] {
  const places = new Map(cells.map((cell) => [cell.at, cell]));
  const sheets = findWorkbook(draft.parts.reading).sheets.map(({ name }) => name);
  return bySheet(Array.from(places.keys()), sheets).flatMap((at) => places.get(at) ?? []);
}

function listed(cells: readonly FormulaCell[], most: number): string {
  const shown = cells.slice(0, most).map(({ at }, index) => {
    const same = cells[index - 1]?.at.sheet === at.sheet;
    return same ? a1(at) : `${quoteSheet(at.sheet)}!${a1(at)}`;
  });
  return `${shown.join("、")}${cells.length > most ? " 等" : ""}`;
}

function sameResult(one: CellValue | undefined, other: CellValue): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}

/** An error where there was none may be the engine's alone, and so may a number in words that shows more digits
 * than Excel's fifteen. */
function believable(result: CellValue | undefined, before: CellValue, mayErr: boolean): boolean {
  if (result === undefined || (isErrorValue(result) && result !== before && !mayErr)) return false;
  return typeof result !== "string" || !/\d[\d.]{16}|\de[-+]\d/.test(result);
}

/** A function of ours says itself what is an error, and errors are handed on. */
function mayErr({ at: own, formula, references }: FormulaCell, errors: readonly CellAddress[]): boolean {
  const looksAt = (at: CellAddress): boolean =>
    !sameAddress(at, own) &&
    references.areas.some(({ sheet, area }) => sheet === at.sheet && contains(area, at));
  return /\bJX\./u.test(formula) || errors.some(looksAt);
}

/** A cell that no program has ever worked out has no result to compare with. */
function hasResult(draft: WorkbookDraft, at: CellAddress): boolean {
  const cell = findCell(draft.sheet(at.sheet), at.row, at.column);
  if (cell === undefined) return false;
  return textOf(childOf(cell, "v")) !== "" || attribute(cell, "t") === "str";
}

/** An array formula: only Excel can spread its results, and gives other ones even in a single cell. */
function fillsArea(draft: WorkbookDraft, at: CellAddress): boolean {
  const cell = findCell(draft.sheet(at.sheet), at.row, at.column);
  return cell !== undefined && attribute(childOf(cell, "f"), "t") === "array";
}

/** The cell and those that its formula fills. */
function filledFrom(draft: WorkbookDraft, at: CellAddress): readonly CellAddress[] {
  const area = draft.sheet(at.sheet).filled.find((each) => contains(each, at));
  if (area === undefined) return [at];
  const cells = [...draft.sheet(at.sheet).rows].filter(([row]) => row >= area.top && row <= area.bottom);
  return cells.flatMap(([row, line]) =>
    [...line.cells.keys()]
      .filter((column) => column >= area.left && column <= area.right)
      .map((column) => ({ sheet: at.sheet, row, column })),
  );
}

function resultAt(results: Results, at: CellAddress): CellValue | undefined {
  return results.get(at.sheet)?.get(at.row)?.get(at.column);
}

function put(
  stored: Map<string, Map<number, Map<number, CellValue>>>,
  at: CellAddress,
  value: CellValue,
): void {
  const rows = stored.get(at.sheet) ?? new Map<number, Map<number, CellValue>>();
  const cells = rows.get(at.row) ?? new Map<number, CellValue>();
  stored.set(at.sheet, rows.set(at.row, cells.set(at.column, value)));
}

/** A chain of thousands of formulas may be too deep for the engine: then Excel has to work them out. */
function workOut(
  snapshot: Snapshot,
  cells: ReadonlyMap<FormulaCell, string>,
  functions: FunctionTable,
  names: Names,
): Results {
  if (cells.size === 0) return new Map();
  try {
    const only = new Map(Array.from(cells, ([{ at }, text]) => [cellKey(at), text]));
    return recalculate(snapshot, functions, { only, names });
  } catch {
    return new Map();
  }
}
