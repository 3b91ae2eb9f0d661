import type { GatheredFact } from "../facts/gatheredFact";
import type { FactValue } from "../rules/fact";
import { evaluate, type EvaluateOptions } from "../scorecard/evaluate";
import { emptyPlan, type EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import { inExistingSheets } from "./editLedger";
import { locateTouched } from "./locateTouched";
import { layOutPaper } from "./paperLayout";
import { planWorkingPaper } from "./planWorkingPaper";
import { keptRestore, readRestoreRecord } from "./restoreRecord";

/** A person's answer to one question. */
export interface FactAnswer {
  readonly factId: string;
  readonly value: FactValue;
  /** For 不涉及, points and shares; "" leaves what stands in 口径说明. */
  readonly reason?: string;
}

/** Writes answers into 评分底稿, which is made when it is missing. Empty when the workbook holds no form. */
export function planFact(
  snapshot: Snapshot,
  answers: readonly FactAnswer[],
  options: Omit<EvaluateOptions, "given"> = {},
): EditPlan {
  const given = new Map(
    answers.map(({ factId, value, reason }) => [
      factId,
      { value, ...(reason === undefined || reason.trim() === "" ? {} : { reason: reason.trim() }) },
    ]),
  );
  return planPaper(snapshot, { ...options, given }, (fact) => fact);
}

/** Marks facts that were read from words as 已确认, with the value that was read. */
export function planConfirm(
  snapshot: Snapshot,
  factIds: ReadonlySet<string>,
  options: EvaluateOptions = {},
): EditPlan {
  return planPaper(snapshot, options, (fact) =>
    factIds.has(fact.id) && fact.state === "extracted" ? { ...fact, state: "confirmed" } : fact,
  );
}

function planPaper(
  snapshot: Snapshot,
  options: EvaluateOptions,
  change: (fact: GatheredFact) => GatheredFact,
): EditPlan {
  const evaluated = evaluate(snapshot, options);
  if ("noForm" in evaluated) return emptyPlan;
  if (isNewer(snapshot)) return refusedPlan;
  const { form, wishes, scorecard } = evaluated;
  const record = readRestoreRecord(snapshot, form.sheet);
  const located = locateTouched(snapshot, record.cells);
  const layout = layOutPaper(snapshot, wishes);
  const asked = new Set(scorecard.rows.flatMap((row) => row.questions.map(({ factId }) => factId)));
  const facts = scorecard.rows.flatMap((row) => row.facts).map(change);
  const paper = planWorkingPaper(snapshot, form.sheet, layout, facts, asked, located);
  const replaced = (at: { readonly row: number; readonly column: number; readonly sheet: string }): boolean =>
    paper.entries.some(
      (entry) => entry.at.sheet === at.sheet && entry.at.row === at.row && entry.at.column === at.column,
    );
  const restore = keptRestore({
    ...record,
    cells: [...record.cells.filter(({ at }) => !replaced(at)), ...paper.entries],
    addedSheet: layout.isNew ? layout.sheet : record.addedSheet,
  });
  const edits = keepValues(snapshot, form.sheet, { restore, extracted: paper.extracted });
  return { edits: [...paper.edits, ...edits], expects: inExistingSheets(snapshot, paper.expects) };
}
