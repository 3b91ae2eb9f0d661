import { readReportFile } from "../adapters/docx/readReportFile";
import { openXlsx } from "../adapters/xlsx/openXlsx";
import { checkForm } from "../app/makeChange";
import { unexpectedProblem } from "../app/news";
import { noFormProblem } from "../app/openForm";
import { chooseReport } from "../review/chooseReport";
import type { ReviewRecord } from "../review/reviewed";
import { reviewedForm } from "../review/reviewedForm";
import { readCases, type CaseOptions } from "../scorecard/case";
import type { Problem } from "../workbook/port";
import type { ReviewedFile } from "./listReviewed";
import { readBytes } from "./scoreFile";

/** How every file is reviewed: plain data, so that it can be handed to a worker. */
export interface ReviewFileOptions extends Pick<CaseOptions, "edition" | "editions"> {
  /** 自评报告 to choose from. */
  readonly reports: readonly ReviewedFile[];
}

/**
 * One file, from its bytes to its records: one for each form, or one that says why there is none. Never rejects, writes
 * nothing and keeps nothing, so that files may be done in any order and anywhere. Copies of a scored form are left out.
 */
export async function reviewFile(
  { path, name }: ReviewedFile,
  options: ReviewFileOptions,
): Promise<readonly ReviewRecord[]> {
  try {
    const bytes = await readBytes(path);
    if (!bytes.ok) return unread(name, bytes.problem);
    return await reviewBytes(name, bytes.value, options);
  } catch (error) {
    return unreadAfter(name, error);
  }
}

/** The record of a file whose reading ended in a mistake of ours. */
export function unreadAfter(name: string, error: unknown): readonly ReviewRecord[] {
  const todo = "这个文件没有计入，别的文件照常处理；请把这句话和这个文件一起报给维护的人。";
  return unread(name, { ...unexpectedProblem(error), todo });
}

async function reviewBytes(
  file: string,
  bytes: Uint8Array,
  { reports, ...rest }: ReviewFileOptions,
): Promise<readonly ReviewRecord[]> {
  const opened = openXlsx(bytes);
  if (!opened.ok) return unread(file, opened.problem);
  const { cases, noForm } = readCases(opened.value.snapshot(), rest);
  if (noForm !== null) return unread(file, noFormProblem(noForm));
  const records: ReviewRecord[] = [];
  for (const [index, formCase] of cases.entries()) {
    if (formCase.copyOf !== null) continue;
    const chosen = chooseReport(reports, file, formCase.scorecard);
    const text = chosen === null ? null : await readReport(chosen);
    const { findings } = await checkForm(formCase, text === null ? {} : { report: text });
    const report = chosen === null ? null : text === null ? `${chosen.name}（读不了）` : chosen.name;
    records.push(reviewedForm(formCase, { file, form: index + 1, report, findings }));
  }
  return records;
}

async function readReport({ path }: ReviewedFile): Promise<string | null> {
  const bytes = await readBytes(path);
  const text = bytes.ok ? readReportFile(bytes.value) : bytes;
  return text.ok ? text.value : null;
}

function unread(file: string, { what, why, todo }: Problem): readonly ReviewRecord[] {
  return [{ kind: "unread", file, what, why, todo }];
}
