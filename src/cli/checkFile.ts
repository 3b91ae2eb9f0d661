import { readFile } from "node:fs/promises";
import { readReportFile } from "../adapters/docx/readReportFile";
import { openXlsx } from "../adapters/xlsx/openXlsx";
import type { GivenFacts } from "../facts/gatherFacts";
import type { Finding } from "../findings/finding";
import { findFindings } from "../findings/findFindings";
import { functionTable } from "../functions/functionTable";
import { evaluate } from "../scorecard/evaluate";
import { fail, succeed, type Outcome } from "../workbook/port";
import { unknownFacts } from "./factsFile";
import { noFormProblem, unreadable } from "./scoreFile";

/** 报送前自查 of one file, with the text of the report when there is one. Writes nothing. */
export async function checkFile(
  path: string,
  options: { readonly given: GivenFacts; readonly report: string | null },
): Promise<Outcome<readonly Finding[]>> {
  const bytes = await readFile(path).catch((error: unknown) => error);
  if (!(bytes instanceof Uint8Array)) return fail(unreadable(path, bytes));
  const opened = openXlsx(bytes, { functions: functionTable });
  if (!opened.ok) return opened;
  const snapshot = opened.value.snapshot();
  const evaluated = evaluate(snapshot, { given: options.given });
  if ("noForm" in evaluated) return fail(noFormProblem(evaluated.noForm));
  const unknown = unknownFacts(options.given, evaluated.scorecard);
  if (unknown !== null) return fail(unknown);
  return succeed(findFindings(snapshot, evaluated, { report: options.report }));
}

/** The text of the report named by --report. */
export async function readReportText(path: string): Promise<Outcome<string>> {
  const bytes = await readFile(path).catch((error: unknown) => error);
  return bytes instanceof Uint8Array ? readReportFile(bytes) : fail(unreadable(path, bytes));
}
