import { fullA1 } from "../../workbook/cell";
import type { EditPlan } from "../../workbook/edit";
import type { Problem } from "../../workbook/port";
import { attemptOf } from "./attempt";
import type { BookBefore } from "./bookBefore";
import { excelProblem, problem } from "./excelProblem";
import type { ExcelRun } from "./excelRun";
import type { PlanSteps } from "./planSteps";
import type { ReadMemory } from "./readMemory";
import { rollBack } from "./rollBack";

/** Gives back what was written before the error, and says what came of it. `sent`: so many steps came through. */
export async function undone(
  run: ExcelRun,
  plan: EditPlan,
  steps: PlanSteps,
  sent: number,
  before: BookBefore,
  memory: ReadMemory,
  error: unknown,
): Promise<Problem> {
  const known = circumstancesOf(before);
  try {
    const back = await run((context) =>
      rollBack(context, attemptOf(steps, sent, error), before, memory.records),
    );
    memory.records = back.records;
    const { lost, changes, isUndone, isProtected } = back;
    const told = excelProblem(error, { ...known, sheetProtected: known.sheetProtected || isProtected });
    const isTheirs = changes.length > 0 && told.code === "unexpected";
    const cause = isTheirs ? { ...problem("changedMeanwhile"), why: changes.join("；") } : told;
    if (lost.length > 0)
      return { ...problem("partlyApplied"), why: cause.why, details: [...changes, ...lost] };
    const why = `${cause.why}；${isUndone ? "已退回，没有留下本次的改动" : "本次什么都没有写入"}`;
    return { ...cause, why, ...(changes.length === 0 ? {} : { details: changes }) };
  } catch {
    // Excel no longer answers, so every place that the plan names is in doubt.
    const cause = excelProblem(error, known);
    const written = plan.edits.flatMap((edit) => (edit.kind === "cell" ? [fullA1(edit.at)] : []));
    const others = plan.edits.some(({ kind }) => kind !== "cell") ? ["格式、底色、工作表等其他改动"] : [];
    return {
      ...problem("partlyApplied"),
      why: cause.why,
      details: [...written, ...others].map((place) => `不能确定是否已退回：${place}`),
    };
  }
}

export function circumstancesOf(before: BookBefore) {
  return {
    readOnly: before.readOnly,
    workbookProtected: before.workbookProtected,
    sheetProtected: Array.from(before.sheets.values()).some((sheet) => sheet.protected),
  };
}
