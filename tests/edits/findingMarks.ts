import { isFindingMark } from "../../src/edits/ownMarks";
import type { ConditionalFormat, Snapshot } from "../../src/workbook/snapshot";

/** Every mark of a finding in the workbook. */
export function findingMarks(snapshot: Snapshot): readonly ConditionalFormat[] {
  return snapshot.sheets.flatMap((sheet) => sheet.conditionalFormats.filter(isFindingMark));
}
