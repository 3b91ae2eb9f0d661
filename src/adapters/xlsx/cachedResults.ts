import { fullA1, type CellAddress } from "../../workbook/cell";
import type { FunctionTable } from "../../workbook/functionTable";
import { snapshotCell, type CellSnapshot, type CellValue } from "../../workbook/snapshot";
import { findDependants } from "./dependants";
import { definedNames } from "./printAreas";
import { readSnapshot } from "./readSnapshot";
import { recalculate, type Results } from "./recalculate";
import type { Names } from "./references";
import { findCell } from "./sheetDraft";
import { findWorkbook } from "./workbookParts";
import type { WorkbookDraft } from "./workbookDraft";
import { writeResult } from "./writeCell";
import { attribute, textOf } from "./xmlElement";
import { contains } from "../../workbook/cell";
import type { XmlElement } from "./xmlTree";

/** Writes the results of every formula that was written or depends on a cell that was: programs that open
 * the file show what is stored, and do not work it out themselves. */
export function refreshResults(draft: WorkbookDraft, functions: FunctionTable | undefined): void {
  if (draft.touched.length === 0) return;
  const snapshot = readSnapshot(draft.parts);
  const names = readNames(findWorkbook(draft.parts).root);
  const dependants = findDependants(snapshot, draft.touched, names);
  const written = new Set(draft.touched.map(fullA1));
  const [single, filling] = divide(dependants.cells, (at) => !fillsOthers(draft, at));
  const results =
    single.length === 0 ? new Map() : recalculate(snapshot, functions ?? {}, { only: single, names });
  const left = [...dependants.opaque, ...filling];
  for (const at of single) {
    const before = snapshotCell(snapshot, at);
    const result = resultAt(results, at);
    // #NAME? says that the engine lacks a function, not that Excel does.
    if (result === "#NAME?" && before?.value !== "#NAME?") left.push(at);
    else store(draft, at, before, result, written.has(fullA1(at)));
  }
  for (const at of left) if (written.has(fullA1(at))) store(draft, at, undefined, undefined, true);
  if (left.length > 0) {
    const shown = left.slice(0, 3).map(fullA1).join("、");
    draft.notes.add(
      `有 ${left.length} 个公式（${shown}${left.length > 3 ? " 等" : ""}）不能在这里计算，请用 Excel 打开重算后再保存。`,
    );
  }
}

function store(
  draft: WorkbookDraft,
  at: CellAddress,
  before: CellSnapshot | undefined,
  result: CellValue | undefined,
  written: boolean,
): void {
  if (!written && before?.value === result) return;
  const cell = findCell(draft.sheet(at.sheet), at.row, at.column);
  if (cell !== undefined) writeResult(cell, result);
}

function resultAt(results: Results, at: CellAddress): CellValue | undefined {
  return results.get(at.sheet)?.get(at.row)?.get(at.column);
}

/** Part of an array formula over several cells, whose results only Excel can spread. */
function fillsOthers(draft: WorkbookDraft, at: CellAddress): boolean {
  return draft
    .sheet(at.sheet)
    .filled.some((area) => contains(area, at) && (area.top !== area.bottom || area.left !== area.right));
}

function divide<T>(items: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** Names for the whole workbook; those of one sheet give way to them. */
function readNames(workbook: XmlElement): Names {
  const names = new Map<string, string>();
  for (const element of definedNames(workbook)) {
    const name = attribute(element, "name")?.toLowerCase() ?? "";
    if (name.startsWith("_xlnm.")) continue;
    if (attribute(element, "localSheetId") === undefined || !names.has(name))
      names.set(name, textOf(element));
  }
  return names;
}
