import { convertedTo, planBuiltIn } from "../edits/planConvert";
import { isFindingMark } from "../edits/findingMark";
import { isUntouchedList } from "../edits/findingsSheet";
import { locateTouched } from "../edits/locateTouched";
import { planScoring } from "../edits/planScoring";
import { readRestoreRecord } from "../edits/restoreRecord";
import { tidy } from "../quantity/tidy";
import type { Case } from "../scorecard/case";
import type { ScorecardRow } from "../scorecard/scorecard";
import { fullA1, type CellAddress } from "../workbook/cell";
import { emptyPlan, type EditPlan } from "../workbook/edit";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";

/** What scoring again would write now, in the form that stands there; nothing when the sheet is up to date. */
export function planRewrite(formCase: Case): EditPlan {
  const { snapshot, scorecard } = formCase;
  switch (convertedTo(snapshot)) {
    case null:
      return planScoring(formCase);
    case "builtIn":
      return planBuiltIn(formCase);
    case "values":
      // Values do not follow the figures: they are out of date as soon as a score is another.
      return scorecard.rows.every((row) => isUpToDate(snapshot, row)) ? emptyPlan : planBuiltIn(formCase);
  }
}

function isUpToDate(snapshot: Snapshot, { at, points }: ScorecardRow): boolean {
  const value = snapshotCell(snapshot, at)?.value;
  if (points === null || typeof value !== "number") return points === null;
  return tidy(points) === tidy(value) || !isOurScore(snapshot, at);
}

function isOurScore(snapshot: Snapshot, at: CellAddress): boolean {
  const { cells } = readRestoreRecord(snapshot);
  return cells.some(({ role, at: ours }) => role === "score" && fullA1(ours) === fullA1(at));
}

/** Whether scores of ours stand in the form; among several, in this very one. */
export function isWritten({ snapshot, sheet }: Case, isOnly: boolean): boolean {
  const cells = readRestoreRecord(snapshot).cells.filter(({ role }) => role !== "fact");
  if (isOnly || cells.length === 0) return cells.length > 0;
  return locateTouched(snapshot, cells).some(({ at }) => at?.sheet === sheet);
}

/** Whether there is anything to take back; the working paper, a list or a mark of a finding alone is enough. */
export function isRestorable(snapshot: Snapshot): boolean {
  return snapshot.records.has("restore") || isMarked(snapshot) || snapshot.sheets.some(isUntouchedList);
}

/** Whether marks of findings stand in the sheets. */
export function isMarked(snapshot: Snapshot): boolean {
  return snapshot.sheets.some(({ conditionalFormats }) => conditionalFormats.some(isFindingMark));
}
