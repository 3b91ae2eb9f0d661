import { sayCopy, sayWhose } from "../app/sayForm";
import type { Case } from "../scorecard/case";
import type { Options } from "./options";
import type { FileForm } from "./scoreFile";
import { summaryLine, tableReport } from "./tableReport";

/** Each form's result; file: one of several, a line for each of its forms. */
export function sayForms(forms: readonly FileForm[], file: string | null): void {
  for (const { formCase, isOneOfSeveral, isLeft } of forms) {
    const { sheet, copyOf, scorecard } = formCase;
    const place = [file, isOneOfSeveral ? sheet : null].flatMap((name) => (name === null ? [] : `${name}：`));
    if (isLeft) console.log(`${file === null ? "" : `${file}：`}${sayCopy(sheet, copyOf ?? "")}`);
    else if (file !== null) console.log(`${place.join("")}${sayWhose(scorecard)}；${summaryLine(formCase)}`);
    else console.log(`${isOneOfSeveral ? `【${sheet}】` : ""}${tableReport(formCase)}`);
  }
}

export function isOneOfSeveral({ files }: Pick<Options, "files">): boolean {
  return files.length > 1;
}

/** Which of several files is being done. */
export function sayProgress(index: number, files: readonly string[]): void {
  if (files.length > 1) console.error(`[${index + 1}/${files.length}] ${files[index] ?? ""}`);
}

/** Of several files the results alone stand in the output, a line for each form. */
export function tell(options: Options, text: string): void {
  if (options.json) return;
  if (isOneOfSeveral(options)) console.error(text);
  else console.log(text);
}

/** Whether something of the form, or below it on its sheet, is open, or unlike what a person typed. */
export function asksForMore({ scorecard, form }: Case): boolean {
  const isProvisional = scorecard.unconfirmed > 0 || scorecard.provisional;
  const open = scorecard.total === null || isProvisional || form.nextForm !== null;
  const differs =
    scorecard.rows.some((row) => row.compared === "differs") || scorecard.totalCompared === "differs";
  return open || differs;
}
