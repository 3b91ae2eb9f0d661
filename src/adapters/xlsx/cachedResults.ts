import { contains, fullA1, type CellAddress } from "../../workbook/cell";
import type { FunctionTable } from "../../workbook/port";
import { snapshotCell, type CellValue, type Snapshot } from "../../workbook/snapshot";
import { findDependants } from "./dependants";
import { definedNames } from "./printAreas";
import { readSnapshot, type ReadBefore } from "./readSnapshot";
import { recalculate, withResults, type Results } from "./recalculate";
import type { Names } from "./references";
import { findCell } from "./sheetDraft";
import { findWorkbook } from "./workbookParts";
import type { WorkbookDraft } from "./workbookDraft";
import { writeResult } from "./writeCell";
import { attribute, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** Writes the results of every formula that was written or depends on a cell that was: programs that open
 * the file show what is stored, and do not work it out themselves. The
 * snapshot of the workbook with all edits and results. */
export function refreshResults(
  draft: WorkbookDraft,
  before: ReadBefore,
  functions: FunctionTable | undefined,
): Snapshot {
  const snapshot = readSnapshot(draft.parts.reading, before);
  if (draft.touched.length === 0) return snapshot;
  const names = readNames(findWorkbook(draft.parts.reading).root);
  const dependants = findDependants(snapshot, draft.touched, names);
  const written = new Set(draft.touched.map(fullA1));
  // Parts of an array formula over several cells: only Excel can spread its results.
  const fills = (at: CellAddress): boolean => draft.sheet(at.sheet).filled.some((area) => contains(area, at));
  const single = dependants.cells.filter((at) => !fills(at));
  const results = workOut(snapshot, single, functions ?? {}, names);
  const left = [...dependants.opaque, ...dependants.cells.filter(fills)];
  const stored = new Map<string, Map<number, Map<number, CellValue>>>();
  for (const at of single) {
    const before = snapshotCell(snapshot, at)?.value ?? null;
    const result = results.get(at.sheet)?.get(at.row)?.get(at.column);
    // #NAME? says that the engine lacks a function, not that Excel does.
    if (result === undefined || (result === "#NAME?" && before !== "#NAME?")) left.push(at);
    else if (written.has(fullA1(at)) || before !== result) {
      const cell = findCell(draft.sheet(at.sheet), at.row, at.column);
      if (cell !== undefined) writeResult(cell, result);
      put(stored, at, result);
    }
  }
  if (left.length > 0) {
    const shown = left.slice(0, 3).map(fullA1).join("、");
    draft.notes.add(
      `有 ${left.length} 个公式（${shown}${left.length > 3 ? " 等" : ""}）不能在这里计算，请用 Excel 打开重算后再保存。`,
    );
  }
  return withResults(snapshot, stored);
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
  only: readonly CellAddress[],
  functions: FunctionTable,
  names: Names,
): Results {
  if (only.length === 0) return new Map();
  try {
    return recalculate(snapshot, functions, { only, names });
  } catch {
    return new Map();
  }
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
