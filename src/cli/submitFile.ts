import { makeSubmission, type Submission } from "../app/makeSubmission";
import type { Finding } from "../findings/finding";
import { a1, fullA1 } from "../workbook/cell";
import type { Outcome } from "../workbook/port";
import type { Options } from "./options";
import { openWorkbook, type FileOptions } from "./scoreFile";

/** 报送版 of one file. */
export async function submitFile(
  path: string,
  options: FileOptions,
  { freeze, checked, overwriteTyped }: Pick<Options, "freeze" | "checked" | "overwriteTyped">,
): Promise<Outcome<Submission>> {
  const opened = await openWorkbook(path, options);
  if (!opened.ok) return opened;
  const settings = overwriteTyped ? { settings: { overwriteTyped: "overwrite" } as const } : {};
  return makeSubmission(opened.value.workbook.save(), {
    ...options,
    ...settings,
    freeze: freeze ?? "values",
    checked,
  });
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
