import { makeSubmission, type Submission } from "../app/makeSubmission";
import type { Finding } from "../findings/finding";
import { a1, fullA1 } from "../workbook/cell";
import { readCases, type Case } from "../scorecard/case";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import type { FormFill } from "../edits/planLedger";
import type { Options } from "./options";
import { openWorkbook, type FileOptions } from "./scoreFile";

/** 报送版 of one file. */
export async function submitFile(
  path: string,
  options: FileOptions,
  { freeze, checked, overwriteTyped }: Pick<Options, "freeze" | "checked" | "overwriteTyped">,
): Promise<Outcome<Submission & { readonly form: number; readonly fills: readonly FormFill[] }>> {
  const opened = await openWorkbook(path, options);
  if (!opened.ok) return opened;
  const cases = readCases(opened.value.workbook.snapshot()).cases;
  if (cases.length > 1 && options.sheet === undefined) return fail(whichForm(cases));
  const settings = overwriteTyped ? { settings: { overwriteTyped: "overwrite" } as const } : {};
  const made = await makeSubmission(opened.value.workbook.save(), {
    ...options,
    ...settings,
    freeze: freeze ?? "values",
    checked,
  });
  const form = cases.findIndex(({ sheet }) => sheet === options.sheet) + 1;
  const { fills } = opened.value;
  return made.ok ? succeed({ ...made.value, form: Math.max(form, 1), fills }, made.notes) : made;
}

/** Everything of ours is taken out of the file that is sent: of every form, while only one gets its results. */
function whichForm(cases: readonly Case[]): Problem {
  return {
    code: "noForm",
    what: "没有生成报送版。",
    why: `工作簿里有几张自评表：${cases.map(({ sheet }) => `“${sheet}”`).join("")}。`,
    todo: "请用 --sheet 指定报送哪一张。",
  };
}

/** Why there is no file yet, as a list; "" when there is one. */
export function submissionList(submission: Submission): string {
  switch (submission.kind) {
    case "noForm":
    case "made":
      return "";
    case "stopped":
      return [
        `还有 ${submission.stops.length} 项待补充、待确认或不一致，没有生成报送版：`,
        ...submission.stops.map(({ at, name, state, todo }) => `  ${a1(at)} ${name} ${state}：${todo}`),
        "请在评分底稿里补充、确认、改正后再试。",
      ].join("\n");
    case "findings":
      return [
        `报送前自查发现 ${submission.findings.length} 处须先看一遍，没有生成报送版：`,
        ...submission.findings.map(findingLine),
        "更正或标记“已核实，不处理”后再试；看过后仍要报送的，请加 --checked。",
      ].join("\n");
  }
}

function findingLine({ at, severity, check, what }: Finding): string {
  const place = at.kind === "cell" ? fullA1(at.at) : `自评报告第${at.line}行`;
  return `  ${place} ${severity} ${check} ${what}`;
}
