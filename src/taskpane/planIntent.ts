import { convertedTo, planBuiltIn } from "../edits/planConvert";
import { isFindingMark } from "../edits/findingMark";
import { isUntouchedList } from "../edits/findingsSheet";
import { planConfirm, planFact } from "../edits/planFact";
import { planClearFindings, planFindingMarks, planFindingsSheet } from "../edits/planFindings";
import type { RestoreAsk } from "../edits/restoreAsk";
import { planRestore } from "../edits/planRestore";
import { planReviewed } from "../edits/planReviewed";
import { planScoring } from "../edits/planScoring";
import { planSettings } from "../edits/planSettings";
import { readRestoreRecord } from "../edits/restoreRecord";
import type { Finding } from "../findings/finding";
import type { Evaluation } from "../scorecard/evaluate";
import { tidy } from "../quantity/tidy";
import type { ScorecardRow } from "../scorecard/scorecard";
import { fullA1, type CellAddress } from "../workbook/cell";
import { emptyPlan, type EditPlan } from "../workbook/edit";
import type { Problem } from "../workbook/port";
import { isNewer, keptValue, newerRecords } from "../workbook/records";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { planKeep } from "./keptScores";
import type { PaneIntent } from "./paneEvent";
import type { RestoreQuestion } from "./paneState";
import { sayTotal } from "./sayTotal";

/** The intents that write to the workbook, and the one that asks before. */
export type PlannedIntent = Extract<
  PaneIntent,
  {
    readonly kind:
      | "score"
      | "restore"
      | "askRestore"
      | "answer"
      | "confirm"
      | "adopt"
      | "setting"
      | "keep"
      | "dismissFinding"
      | "markFindings"
      | "clearFindingMarks"
      | "exportFindings";
  }
>;

export type Scored = Exclude<Evaluation, { readonly noForm: unknown }>;

export type Planned =
  /** done: what to say afterwards; null where the change is seen. */
  | { readonly plan: EditPlan; readonly done: string | null }
  | { readonly questions: readonly RestoreQuestion[] }
  | { readonly problem: Problem };

/** Whether an intent writes what 报送前自查 finds: then that has to be known first. */
export function isOnFindings({ kind }: PlannedIntent): boolean {
  return kind === "markFindings" || kind === "exportFindings";
}

/** What an intent writes, given the workbook as it is now. Pure. */
export function planIntent(
  intent: PlannedIntent,
  snapshot: Snapshot,
  scored: Scored,
  { findings = [], ...options }: { readonly sheet?: string; readonly findings?: readonly Finding[] } = {},
): Planned {
  switch (intent.kind) {
    case "score":
      return {
        plan: planScoring(snapshot, scored.form, scored.scorecard),
        done: `已计算得分：${sayTotal(scored.scorecard)}`,
      };
    case "adopt":
      return {
        plan: planScoring(snapshot, scored.form, scored.scorecard, { overwrite: new Set([intent.row]) }),
        done: null,
      };
    case "askRestore": {
      const { plan, asks } = planRestore(snapshot, { sheet: scored.form.sheet });
      return plan.refused === undefined ? { questions: asks.map(question) } : { problem: newerRecords };
    }
    case "restore": {
      const also = new Set(intent.overwrite);
      const { sheet } = scored.form;
      const ids = planRestore(snapshot, { sheet }).asks.map((ask) => ask.id);
      const leave = new Set(ids.filter((id) => !also.has(id)));
      return { plan: planRestore(snapshot, { sheet, also, leave }).plan, done: "已恢复原表" };
    }
    case "answer":
      return { plan: planFact(snapshot, intent.answers, options), done: null };
    case "confirm":
      return { plan: planConfirm(snapshot, new Set(intent.factIds), options), done: null };
    case "setting":
      return { plan: planSettings(snapshot, scored.form.sheet, { [intent.name]: intent.value }), done: null };
    case "keep":
      return { plan: planKeep(snapshot, scored.scorecard, intent.row), done: null };
    case "dismissFinding":
      return { plan: planReviewed(snapshot, scored.form.sheet, intent.key, intent.note), done: null };
    case "markFindings":
      return { plan: planFindingMarks(snapshot, findings), done: null };
    case "clearFindingMarks":
      return { plan: planClearFindings(snapshot), done: null };
    case "exportFindings":
      return { plan: planFindingsSheet(snapshot, findings), done: "已导出到工作表“自查问题清单”" };
  }
}

/** What scoring again would write now, in the form that stands there; nothing when the sheet is up to date. */
export function planRewrite(snapshot: Snapshot, { form, scorecard }: Scored): EditPlan {
  switch (convertedTo(snapshot, form.sheet)) {
    case null:
      return planScoring(snapshot, form, scorecard);
    case "builtIn":
      return planBuiltIn(snapshot, form, scorecard);
    case "values":
      // Values do not follow the figures: they are out of date as soon as a score is another.
      return scorecard.rows.every((row) => isUpToDate(snapshot, row))
        ? emptyPlan
        : planBuiltIn(snapshot, form, scorecard);
  }
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

/** Whether scores of ours stand in the form. */
export function isWritten(snapshot: Snapshot, sheet: string): boolean {
  return readRestoreRecord(snapshot, sheet).cells.some((cell) => cell.role !== "fact");
}

/** Whether there is anything to take back; the working paper, a list or a mark of a finding alone is enough. */
export function isRestorable(snapshot: Snapshot): boolean {
  const isKept = isNewer(snapshot) || keptValue(snapshot, "restore", null) !== null;
  return isKept || isMarked(snapshot) || snapshot.sheets.some(isUntouchedList);
}

/** Whether marks of findings stand in the sheets. */
export function isMarked(snapshot: Snapshot): boolean {
  return snapshot.sheets.some(({ conditionalFormats }) => conditionalFormats.some(isFindingMark));
}

function question(ask: RestoreAsk): RestoreQuestion {
  const stands = ask.stands === "" ? "" : `现为“${ask.stands}”，`;
  return { id: ask.id, at: ask.at, text: `${ask.name}：${ask.why}（${stands}原为“${ask.before}”）` };
}
