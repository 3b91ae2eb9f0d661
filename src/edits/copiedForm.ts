import { formSheets, keptValue } from "../workbook/records";
import { standsOn } from "../workbook/sheetHomes";
import { cellAt, findSheet, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import { contentOf, sameContent } from "./editLedger";
import { readKept, type RestoreRecord, type TouchedCell } from "./restoreRecord";

/** What was kept of the form on a sheet; of a copy of a scored sheet, what was kept of its original. */
export function readRestoreRecord(snapshot: Snapshot, sheet: string | null): RestoreRecord {
  const kept = keptValue(snapshot, "restore", sheet);
  return (kept === null && sheet !== null ? originalRecord(snapshot, sheet) : null) ?? readKept(kept);
}

/** The record of the form that a sheet was copied from, as it is true of the copy; null: it is no copy. */
export function originalRecord(snapshot: Snapshot, name: string): RestoreRecord | null {
  const copy = findSheet(snapshot, name);
  if (copy === undefined) return null;
  for (const home of formSheets(snapshot).values()) {
    if (home === name) continue;
    const record = readKept(keptValue(snapshot, "restore", home));
    const original = findSheet(snapshot, home);
    if (original === undefined || !isCopy(copy, original, record)) continue;
    // Written where it was scored: its name then.
    const written = record.cells.find(({ role }) => role === "total" || role === "score")?.at.sheet;
    const { column, printArea, addedSheet } = record;
    return {
      cells: record.cells.flatMap((one) =>
        one.at.sheet === written ? { ...one, at: { ...one.at, sheet: name } } : [],
      ),
      column: column === null ? null : { ...column, sheet: name },
      printArea: printArea === null ? null : { ...printArea, sheet: name },
      annexColumns: [],
      annexPrintAreas: [],
      addedSheet,
    };
  }
  return null;
}

/** It looks at the very lines of the working paper that the original looks at, or looked at when it was scored. */
function isCopy(copy: SheetSnapshot, { name, rows }: SheetSnapshot, { cells }: RestoreRecord): boolean {
  const scored = cells.flatMap(({ ours }) =>
    "formula" in ours && ours.formula.includes("!") ? ours.formula : [],
  );
  if (scored.length === 0) return isFrozenCopy(copy, name, cells);
  const now = Array.from(rows.values()).flatMap((line) =>
    Array.from(line.values()).flatMap(({ formula }) => (formula?.includes("!") === true ? formula : [])),
  );
  return [scored, now].some(
    (formulas) =>
      formulas.length > 0 &&
      standsOn(copy, { sheet: name, formulas: formulas.map((formula) => ({ formula, name: "" })) }),
  );
}

/** Where nothing looks at the working paper any more (转为数值): the reasons, and most of the numbers where we wrote them. */
function isFrozenCopy(copy: SheetSnapshot, sheet: string, cells: readonly TouchedCell[]): boolean {
  const reasons = cells.flatMap(({ role, ours }) =>
    role === "reason" && "formula" in ours ? { formula: ours.formula, name: "" } : [],
  );
  const numbers = cells.filter(({ role, ours }) => role === "score" && !("formula" in ours));
  const same = numbers.filter(({ at, ours }) =>
    sameContent(contentOf(cellAt(copy, at.row, at.column)), ours),
  );
  return (
    reasons.length > 0 && same.length * 2 > numbers.length && standsOn(copy, { sheet, formulas: reasons })
  );
}
