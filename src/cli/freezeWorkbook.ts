import type { XlsxWorkbook } from "../adapters/xlsx/openXlsx";
import { planBuiltIn, planValues, type ConvertedTo } from "../edits/planConvert";
import type { Form } from "../form/form";
import type { Scorecard } from "../scorecard/scorecard";
import { succeed, type Outcome } from "../workbook/port";

/** Turns the formulas of a scored workbook into built-in ones, and those into values when so wanted. */
export async function freezeWorkbook(
  workbook: XlsxWorkbook,
  { form, scorecard }: { readonly form: Form; readonly scorecard: Scorecard },
  to: ConvertedTo,
): Promise<Outcome<null>> {
  const converted = await workbook.apply(planBuiltIn(workbook.snapshot(), form, scorecard));
  if (!converted.ok || to === "builtIn") return converted;
  // Built-in formulas are worked out by now, so that their results can be kept.
  const frozen = await workbook.apply(planValues(workbook.snapshot(), scorecard));
  return frozen.ok ? succeed(null, [...converted.notes, ...frozen.notes]) : frozen;
}
