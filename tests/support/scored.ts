import { recalculate, withResults } from "../../src/adapters/xlsx/recalculate";
import { planScoring, type PlanOptions } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { evaluate, type EvaluateOptions } from "../../src/scorecard/evaluate";
import type { EditPlan } from "../../src/workbook/edit";
import type { Snapshot } from "../../src/workbook/snapshot";
import { applyPlan } from "./memoryWorkbook";

export type Scored = Exclude<ReturnType<typeof evaluate>, { noForm: unknown }>;

/** The evaluation of a workbook that does hold a form. */
export function evaluated(snapshot: Snapshot, options: EvaluateOptions = {}): Scored {
  const result = evaluate(snapshot, options);
  if ("noForm" in result) throw new Error(result.noForm.why);
  return result;
}

/** The snapshot with every formula worked out by the formula engine. */
export function recalculated(snapshot: Snapshot): Snapshot {
  return withResults(snapshot, recalculate(snapshot, functionTable));
}

/** 计算得分 once: evaluated, planned, applied, recalculated. */
export function scored(
  snapshot: Snapshot,
  options: EvaluateOptions & PlanOptions = {},
): { readonly result: Scored; readonly plan: EditPlan; readonly after: Snapshot } {
  const result = evaluated(snapshot, options);
  const plan = planScoring(snapshot, result.form, result.scorecard, options);
  return { result, plan, after: recalculated(applyPlan(snapshot, plan)) };
}
