import { planRestore, type RestoreAsk } from "../edits/planRestore";
import { planScoring } from "../edits/planScoring";
import { readRestoreRecord } from "../edits/restoreRecord";
import type { Evaluation } from "../scorecard/evaluate";
import type { EditPlan } from "../workbook/edit";
import type { Problem } from "../workbook/port";
import type { Snapshot } from "../workbook/snapshot";
import type { PaneIntent } from "./paneEvent";
import type { RestoreQuestion } from "./paneState";
import { sayTotal } from "./sayTotal";

/** The intents that write to the workbook, and the one that asks before. */
export type PlannedIntent = Extract<
  PaneIntent,
  { readonly kind: "score" | "restore" | "askRestore" | "answer" | "confirm" | "adopt" | "setting" }
>;

export type Scored = Exclude<Evaluation, { readonly noForm: unknown }>;

export type Planned =
  /** done: what to say afterwards; null where the change is seen. */
  | { readonly plan: EditPlan; readonly done: string | null }
  | { readonly questions: readonly RestoreQuestion[] }
  | { readonly problem: Problem };

/** What an intent writes, given the workbook as it is now. Pure. */
export function planIntent(intent: PlannedIntent, snapshot: Snapshot, scored: Scored): Planned {
  switch (intent.kind) {
    case "score":
      return { plan: planRewrite(snapshot, scored), done: `已计算得分：${sayTotal(scored.scorecard)}` };
    case "adopt":
      return {
        plan: planScoring(snapshot, scored.form, scored.scorecard, { overwrite: new Set([intent.row]) }),
        done: null,
      };
    case "askRestore":
      return { questions: planRestore(snapshot).asks.map(question) };
    case "restore": {
      const also = new Set(intent.overwrite);
      const ids = planRestore(snapshot).asks.map((ask) => ask.id);
      const leave = new Set(ids.filter((id) => !also.has(id)));
      return { plan: planRestore(snapshot, { also, leave }).plan, done: "已恢复原表" };
    }
    case "answer":
    case "confirm":
    case "setting":
      return { plan: { edits: [], expects: [] }, done: null };
  }
}

/** What scoring again would write now; nothing when the sheet is up to date. */
export function planRewrite(snapshot: Snapshot, scored: Scored): EditPlan {
  return planScoring(snapshot, scored.form, scored.scorecard);
}

/** Whether scores of ours stand in the form. */
export function isWritten(snapshot: Snapshot): boolean {
  return readRestoreRecord(snapshot).cells.length > 0;
}

function question(ask: RestoreAsk): RestoreQuestion {
  const stands = ask.stands === "" ? "" : `现为“${ask.stands}”，`;
  return { id: ask.id, at: ask.at, text: `${ask.name}：${ask.why}（${stands}原为“${ask.before}”）` };
}
