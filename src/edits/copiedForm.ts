import { originalOf } from "../workbook/copiedSheet";
import { keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import { readKept, type RestoreRecord } from "./restoreRecord";

/** What was kept of the form on a sheet; of a copy of a scored sheet, what was kept of its original. */
export function readRestoreRecord(snapshot: Snapshot, sheet: string | null): RestoreRecord {
  const kept = readKept(keptValue(snapshot, "restore", sheet));
  if (kept.copiedFrom !== undefined) return kept;
  const original = sheet === null ? null : originalRecord(snapshot, sheet);
  // A copy of which a question was answered has a paper of its own already.
  return original === null
    ? kept
    : { ...original, cells: [...original.cells, ...kept.cells], addedSheet: kept.addedSheet };
}

/** The record of the form that a sheet was copied from, as it is true of the copy; null: it is no copy. */
export function originalRecord(snapshot: Snapshot, name: string): RestoreRecord | null {
  const original = originalOf(snapshot, name);
  if (original === null) return null;
  const record = readKept(keptValue(snapshot, "restore", original.sheet));
  // Written where it was scored: its name then.
  const written = record.cells.find(({ role }) => role === "total" || role === "score")?.at.sheet;
  const { column, printArea } = record;
  return {
    cells: record.cells.flatMap((one) =>
      one.at.sheet === written ? { ...one, at: { ...one.at, sheet: name } } : [],
    ),
    column: column === null ? null : { ...column, sheet: name },
    printArea: printArea === null ? null : { ...printArea, sheet: name },
    annexColumns: [],
    annexPrintAreas: [],
    addedSheet: null,
  };
}
