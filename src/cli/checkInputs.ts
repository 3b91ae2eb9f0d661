import { basename } from "node:path";
import { readReportFile } from "../adapters/docx/readReportFile";
import { openXlsx } from "../adapters/xlsx/openXlsx";
import { holdsGoals, unmatchedFiles } from "../findings/besideTables";
import { findingContext, type FindingOptions } from "../findings/findFindings";
import type { Case } from "../scorecard/case";
import type { Snapshot } from "../workbook/snapshot";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import type { Options } from "./options";
import { readBytes } from "./scoreFile";

/** What 报送前自查 holds a form against: the report of --report, the workbooks of --against. */
export async function readCheckInputs({
  report: path,
  against,
}: Pick<Options, "report" | "against">): Promise<Outcome<FindingOptions>> {
  const report = path === null ? succeed(null) : await readReport(path);
  if (!report.ok) return report;
  const beside: { file: string; snapshot: Snapshot }[] = [];
  for (const one of against) {
    const bytes = await readBytes(one);
    const read = bytes.ok ? openXlsx(bytes.value) : bytes;
    if (!read.ok) return fail({ ...read.problem, what: `${one}：${read.problem.what}` });
    const snapshot = read.value.snapshot();
    if (!holdsGoals(snapshot)) return fail(nothingToCompare(one));
    beside.push({ file: basename(one), snapshot });
  }
  return succeed({ report: report.value, beside });
}

/** Names the files of --against that none of the forms of a file was held against: "没有发现问题" would say too much. */
export function sayUnmatched(
  file: string,
  forms: readonly { readonly formCase: Case }[],
  given: FindingOptions,
): void {
  const unmatched = forms.map(({ formCase }) => unmatchedFiles(findingContext(formCase, given)));
  for (const name of unmatched[0] ?? []) {
    if (unmatched.every((names) => names.includes(name)))
      console.error(`${file}：“${name}”里没有本表的项目或指标，没有对照。`);
  }
}

async function readReport(path: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path);
  const text = bytes.ok ? readReportFile(bytes.value) : bytes;
  return text.ok ? text : fail({ ...text.problem, what: `${path}：${text.problem.what}` });
}

function nothingToCompare(path: string): Problem {
  return {
    code: "badAgainst",
    what: `${path} 不能用来对照。`,
    why: "里面没有绩效目标表（要有三级指标和指标值两栏），也没有自评表。",
    todo: "请换成批复的绩效目标表或上一年度的自评表；.xls 请先另存为 .xlsx。",
  };
}
