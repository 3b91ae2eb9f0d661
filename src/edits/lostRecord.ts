import { paperNames } from "../facts/workingPaper";
import { isOwnScore, isOwnReason } from "../scorecard/ownFormulas";
import { isNewer, keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import { originalRecord } from "./copiedForm";

/**
 * Whether our formulas stand in the workbook and our record does not: a program that does not know custom XML parts
 * (LibreOffice among them) saved the file without it. What we wrote is then known by its form alone. Where another form
 * has its record, only formulas on this form's own sheet tell.
 */
export function isRecordLost(snapshot: Snapshot, form: string | null): boolean {
  if (isNewer(snapshot) || keptValue(snapshot, "restore", form) !== null) return false;
  if (form !== null && originalRecord(snapshot, form) !== null) return false;
  const papers = paperNames(snapshot);
  const isLast = keptValue(snapshot, "restore", null) === null;
  const sheets = snapshot.sheets.filter(({ name }) => isLast || name === form);
  return sheets.some((sheet) =>
    Array.from(sheet.rows.values()).some((cells) =>
      Array.from(cells.values()).some(
        ({ formula }) => formula !== undefined && (isOwnScore(formula, papers) || isOwnReason(formula)),
      ),
    ),
  );
}
