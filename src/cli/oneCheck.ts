import { basename } from "node:path";
import { isOpen } from "../findings/finding";
import type { FindingOptions } from "../findings/findFindings";
import { measuredSentences } from "../findings/measuredSentences";
import { checkReport, jsonFindings } from "./checkReport";
import { sayUnmatched } from "./checkInputs";
import { failed, type FileResult } from "./fileResult";
import type { Options } from "./options";
import { checkFile, type FileOptions } from "./scoreFile";

/** 报送前自查 of one file: nothing is written. What its forms tell of their figures joins `earlier`. */
export async function oneCheck(
  file: string,
  options: Options,
  reading: FileOptions,
  given: FindingOptions & { readonly earlier: Map<string, string> },
): Promise<FileResult> {
  const outcome = await checkFile(file, reading, given);
  if (!outcome.ok) return failed(file, outcome.problem);
  const forms = outcome.value;
  for (const { formCase } of forms) {
    for (const { text, indicator } of measuredSentences(formCase.form, formCase.snapshot))
      given.earlier.set(text, `“${basename(file)}”的“${indicator}”`);
  }
  for (const { findings } of forms) {
    if (!options.json) console.log(checkReport(options.files.length > 1 ? file : null, findings));
  }
  sayUnmatched(file, forms);
  const json = forms.map(({ form, formCase, findings }) =>
    jsonFindings(file, form, formCase.sheet, findings),
  );
  return { exit: forms.some(({ findings }) => findings.some(isOpen)) ? 1 : 0, json };
}
