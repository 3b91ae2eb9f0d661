import { locateWorkingPaper } from "../facts/workingPaper";
import { isOwnReason } from "../scorecard/ownReason";
import { isOwnScore } from "../scorecard/ownScore";
import type { Snapshot } from "../workbook/snapshot";

/**
 * Whether our formulas stand in the workbook and our record does not: a program that does not know custom XML parts
 * (LibreOffice among them) saved the file without it. What we wrote is then known by its form alone.
 */
export function isRecordLost(snapshot: Snapshot): boolean {
  if (snapshot.records.has("restore")) return false;
  const paper = locateWorkingPaper(snapshot)?.sheet.name ?? null;
  return snapshot.sheets.some((sheet) =>
    Array.from(sheet.rows.values()).some((cells) =>
      Array.from(cells.values()).some(
        ({ formula }) => formula !== undefined && (isOwnScore(formula, paper) || isOwnReason(formula)),
      ),
    ),
  );
}
