import { planConfirm, planFact } from "../edits/planFact";
import { planRestore, type RestoreAsk } from "../edits/planRestore";
import { planScoring } from "../edits/planScoring";
import { readRestoreRecord } from "../edits/restoreRecord";
import { readSettings } from "../rules/settings";
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
export function planIntent(
  intent: PlannedIntent,
  snapshot: Snapshot,
  scored: Scored,
  options: { readonly sheet?: string } = {},
): Planned {
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
      return { plan: planFact(snapshot, intent.answers, options), done: null };
    case "confirm":
      return { plan: planConfirm(snapshot, new Set(intent.factIds), options), done: null };
    case "setting": {
      const settings = readSettings({ ...scored.scorecard.settings, [intent.name]: intent.value });
      const edit = { kind: "record", key: "settings", json: JSON.stringify(settings) } as const;
      return { plan: { edits: [edit], expects: [] }, done: null };
    }
  }
}

/** What scoring again would write now; nothing when the sheet is up to date. */
export function planRewrite(snapshot: Snapshot, scored: Scored): EditPlan {
  return planScoring(snapshot, scored.form, scored.scorecard);
}

/** Whether scores of ours stand in the form. */
export function isWritten(snapshot: Snapshot): boolean {
  return readRestoreRecord(snapshot).cells.some((cell) => cell.role !== "fact");
}

/** Whether there is anything to take back; the working paper alone is enough. */
export function isRestorable(snapshot: Snapshot): boolean {
  return snapshot.records.has("restore");
}

function question(ask: RestoreAsk): RestoreQuestion {
  const stands = ask.stands === "" ? "" : `现为“${ask.stands}”，`;
  return { id: ask.id, at: ask.at, text: `${ask.name}：${ask.why}（${stands}原为“${ask.before}”）` };
}
