import { sayCopy } from "../app/formChoices";
import type { Case } from "../scorecard/case";
import type { FileForm } from "./scoreFile";
import { summaryLine, tableReport } from "./tableReport";

/** Each form's result: a line where there are several. */
export function sayForms(forms: readonly FileForm[], isOneFileOfSeveral: boolean): void {
  for (const { formCase, isOneOfSeveral, isLeft } of forms) {
    const { sheet, copyOf } = formCase;
    if (isLeft) console.log(`  ${sayCopy(sheet, copyOf ?? "")}`);
    else if (isOneFileOfSeveral)
      console.log(`  ${isOneOfSeveral ? `${sheet}：` : ""}${summaryLine(formCase)}`);
    else console.log(`${isOneOfSeveral ? `【${sheet}】` : ""}${tableReport(formCase)}`);
  }
}

/** Whether something of the form is open, or unlike what a person typed. */
export function asksForMore({ scorecard }: Case): boolean {
  const open = scorecard.total === null || scorecard.unconfirmed > 0 || scorecard.provisional;
  const differs =
    scorecard.rows.some((row) => row.compared === "differs") || scorecard.totalCompared === "differs";
  return open || differs;
}
