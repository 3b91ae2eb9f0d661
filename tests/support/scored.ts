import { recalculate, withResults } from "../../src/adapters/xlsx/recalculate";
import { makeChange } from "../../src/app/makeChange";
import type { ConvertedTo } from "../../src/edits/planConvert";
import { planScoring, type PlanOptions } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { readCases, type Case, type CaseOptions } from "../../src/scorecard/case";
import type { EditPlan } from "../../src/workbook/edit";
import type { WorkbookPort } from "../../src/workbook/port";
import type { Snapshot } from "../../src/workbook/snapshot";
import { applyPlan } from "./memoryWorkbook";

/** The Case of a workbook that does hold a form. */
export function evaluated(snapshot: Snapshot, options: CaseOptions = {}): Case {
  const { main, noForm } = readCases(snapshot, options);
  if (noForm !== null) throw new Error(noForm.why);
  return main;
}

/** The snapshot with every formula worked out by the formula engine. */
export function recalculated(snapshot: Snapshot): Snapshot {
  return withResults(snapshot, recalculate(snapshot, functionTable));
}

/** 计算得分 once: evaluated, planned, applied, recalculated. */
export function scored(
  snapshot: Snapshot,
  options: CaseOptions & PlanOptions = {},
): { readonly result: Case; readonly plan: EditPlan; readonly after: Snapshot } {
  const result = evaluated(snapshot, options);
  const plan = planScoring(result, options);
  return { result, plan, after: recalculated(applyPlan(snapshot, plan)) };
}

/** 转为普通公式 or 转为数值 of a scored workbook, as every face does it. */
export async function converted(workbook: WorkbookPort, to: ConvertedTo): Promise<boolean> {
  const made = await makeChange({ ...workbook, amend: null, repair: null }, { kind: "convert", to });
  return made.kind === "done";
}
