import { isRecordLost } from "../edits/lostRecord";
import { planRestore } from "../edits/planRestore";
import { unknownAskId } from "../edits/restoreUnknown";
import type { RestoreAsk } from "../edits/restoreRecord";
import { readForms } from "../form/readForms";
import type { Case } from "../scorecard/case";
import { keptChoices } from "../scorecard/keptChoices";
import { emptyPlan } from "../workbook/edit";
import { formIdOf, formSheets, keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import type { Planned, RestoreChange, RestoreQuestion } from "./planChange";
import { sayRestored } from "./sayRestored";
import { isRestorable } from "./writtenState";

/** 恢复原表, of a workbook that holds a form or none any more. */
export function planRestoring(change: RestoreChange, picked: Case | Snapshot): Planned {
  const source = sourceOf(picked);
  const { plan, asks: first, outcome } = planRestore(source);
  const asks = allAsks(source, first);
  const form = "snapshot" in source ? source : null;
  const rules = form === null ? 0 : Object.keys(keptChoices(form.snapshot, form.sheet).rules).length;
  if (plan.refused !== undefined) return { plan, done: null };
  if (change.kind === "askRestore") return { questions: asks.map(question) };
  if (!isRestorable(source)) {
    return { plan: emptyPlan, done: "没有需要恢复的内容：这个工作簿里没有找到本插件写入得分的记录。" };
  }
  if (plan.edits.length === 0 && asks.length === 0 && outcome.paper.kind === "none") {
    return { plan, done: "没有需要恢复的内容：这张表里没有本插件写入的得分，请选择计算过得分的自评表。" };
  }
  if (change.overwrite === null) {
    return asks.length > 0 ? { questions: asks.map(question) } : { plan, done: sayRestored(outcome, rules) };
  }
  const also = new Set(change.overwrite);
  const leave = new Set(asks.flatMap(({ id }) => (also.has(id) ? [] : [id])));
  const answered = planRestore(source, { also, leave });
  return { plan: answered.plan, done: sayRestored(answered.outcome, rules) };
}

/** A scored sheet whose head was spoilt since is a form no more: it has its turn when the form in hand holds nothing. */
function sourceOf(picked: Case | Snapshot): Case | Snapshot {
  if (!("snapshot" in picked)) return picked;
  const { snapshot, sheet } = picked;
  const isKept = (["restore", "rules"] as const).some((key) => keptValue(snapshot, key, sheet) !== null);
  if (isKept || isRecordLost(snapshot, sheet)) return picked;
  const scored = formSheets(snapshot).get(formIdOf(snapshot, null));
  if (scored === undefined || keptValue(snapshot, "restore", null) === null) return picked;
  return readForms(snapshot, scored).noForm === null ? picked : snapshot;
}

/** What is asked of the working paper depends on whether scores of ours go. */
function allAsks(source: Case | Snapshot, asks: readonly RestoreAsk[]): readonly RestoreAsk[] {
  const unknown = asks.filter(({ id }) => id === unknownAskId);
  if (unknown.length === 0) return asks;
  return [...unknown, ...planRestore(source, { also: new Set([unknownAskId]) }).asks];
}

function question(ask: RestoreAsk): RestoreQuestion {
  if (ask.before === "") return { id: ask.id, at: ask.at, text: `${ask.name}：${ask.why}` };
  const stands = ask.stands === "" ? "" : `现为“${ask.stands}”，`;
  return { id: ask.id, at: ask.at, text: `${ask.name}：${ask.why}（${stands}原为“${ask.before}”）` };
}
