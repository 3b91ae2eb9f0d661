import { basename } from "node:path";
import { readReportFile } from "../adapters/docx/readReportFile";
import { readGoalsFile } from "../app/readGoalsFile";
import type { BesideBook } from "../findings/finding";
import type { FindingOptions } from "../findings/findFindings";
import { fail, succeed, type Outcome } from "../workbook/port";
import type { Options } from "./options";
import { readBytes } from "./scoreFile";

/** What 报送前自查 holds a form against: the report of --report, the workbooks of --against. */
export async function readCheckInputs({
  report: path,
  against,
}: Pick<Options, "report" | "against">): Promise<Outcome<FindingOptions>> {
  const report = path === null ? succeed(null) : await readReport(path);
  if (!report.ok) return report;
  const beside: BesideBook[] = [];
  for (const one of against) {
    const bytes = await readBytes(one);
    const book = bytes.ok ? readGoalsFile(one, bytes.value) : bytes;
    if (!book.ok) return book;
    beside.push({ ...book.value, file: basename(one) });
  }
  return succeed({ report: report.value, beside });
}

/** Names the files of --against that none of the forms of a file was held against: "没有发现问题" would say too much. */
export function sayUnmatched(
  file: string,
  forms: readonly { readonly unmatched: readonly string[] }[],
): void {
  for (const name of forms[0]?.unmatched ?? []) {
    if (forms.every(({ unmatched }) => unmatched.includes(name)))
      console.error(`${file}：“${name}”里没有本表的项目或指标，目标和上年完成值没有对照，只查照抄的文字。`);
  }
}

async function readReport(path: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path);
  const text = bytes.ok ? readReportFile(bytes.value) : bytes;
  return text.ok ? text : fail({ ...text.problem, what: `${path}：${text.problem.what}` });
}
