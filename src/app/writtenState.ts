import { convertedTo, planBuiltIn } from "../edits/planConvert";
import { contentOf, sameContent } from "../edits/editLedger";
import { isFindingMark } from "../edits/ownMarks";
import { isUntouchedList } from "../edits/findingsSheet";
import { isRecordLost } from "../edits/lostRecord";
import { planScoring } from "../edits/planScoring";
import { readRestoreRecord } from "../edits/copiedForm";
import { tidy } from "../quantity/tidy";
import type { Case } from "../scorecard/case";
import type { ScorecardRow } from "../scorecard/scorecard";
import { isResult } from "../workbook/keptCells";
import { fullA1, type CellAddress } from "../workbook/cell";
import { emptyPlan, type EditPlan } from "../workbook/edit";
import { isNewer, keptValue } from "../workbook/records";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";

/** What scoring again would write now, in the form that stands there; nothing when the sheet is up to date. */
export function planRewrite(formCase: Case): EditPlan {
  const { snapshot, scorecard } = formCase;
  switch (convertedTo(snapshot, formCase.sheet)) {
    case null:
      return planScoring(formCase);
    case "builtIn": {
      // A form whose rules need none of our functions has none in its formulas although nobody has converted it.
      const [converted, plain] = [planBuiltIn(formCase), planScoring(formCase)];
      const changes = (plan: EditPlan): number => changesOf(snapshot, plan).edits.length;
      return changes(plain) < changes(converted) ? plain : converted;
    }
    case "values":
      // Values do not follow the figures: they are out of date as soon as a score is another.
      return scorecard.rows.every((row) => isUpToDate(snapshot, row)) ? emptyPlan : planBuiltIn(formCase);
  }
}

/**
 * What of it is a change of what stands there, for whom the sheet would be out of date: not a formula that stands
 * there already, whose result the product works out by itself, and not a record.
 */
export function changesOf(snapshot: Snapshot, plan: EditPlan): EditPlan {
  const edits = plan.edits.filter(
    (edit) =>
      edit.kind !== "record" &&
      !(
        edit.kind === "cell" &&
        "formula" in edit.content &&
        sameContent(contentOf(snapshotCell(snapshot, edit.at)), edit.content)
      ),
  );
  return { ...plan, edits };
}

function isUpToDate(snapshot: Snapshot, { at, points }: ScorecardRow): boolean {
  const value = snapshotCell(snapshot, at)?.value;
  if (points === null || typeof value !== "number") return points === null;
  return tidy(points) === tidy(value) || !isOurScore(snapshot, at);
}

function isOurScore(snapshot: Snapshot, at: CellAddress): boolean {
  const { cells } = readRestoreRecord(snapshot, at.sheet);
  return cells.some(({ role, at: ours }) => role === "score" && fullA1(ours) === fullA1(at));
}

/** Whether scores of ours stand in the form: those of a copy are another form's. */
export function isWritten({ snapshot, sheet, copyOf }: Case): boolean {
  if (copyOf !== null) return false;
  return readRestoreRecord(snapshot, sheet).cells.some(({ role }) => isResult(role));
}

/**
 * Whether there is anything to take back; the working paper, a list or a mark of a finding alone is enough. What is
 * known by its form alone (the record was lost) can be taken back from a form only.
 */
export function isRestorable(source: Case | Snapshot): boolean {
  const snapshot = "snapshot" in source ? source.snapshot : source;
  const isLost = "snapshot" in source && isRecordLost(snapshot, source.sheet);
  const isKept =
    isLost ||
    isNewer(snapshot) ||
    keptValue(snapshot, "restore", null) !== null ||
    ("snapshot" in source && keptValue(snapshot, "rules", source.sheet) !== null);
  return isKept || isMarked(snapshot) || snapshot.sheets.some(isUntouchedList);
}

/** Whether marks of findings stand in the sheets. */
export function isMarked(snapshot: Snapshot): boolean {
  return snapshot.sheets.some(({ conditionalFormats }) => conditionalFormats.some(isFindingMark));
}
