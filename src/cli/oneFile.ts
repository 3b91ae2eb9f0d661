import { noFormProblem } from "../app/openForm";
import { ruleEntries } from "../app/ruleEntries";
import { writeRulesFile } from "../app/rulesFile";
import { a1 } from "../workbook/cell";
import type { Problem } from "../workbook/port";
import { draftLines, jsonDrafts } from "./draftLines";
import { factsTemplate } from "./factsFile";
import { failed, type FileResult } from "./fileResult";
import { asksForMore, isOneOfSeveral, sayForms, tell } from "./formResults";
import { jsonReport, jsonWritten } from "./jsonReport";
import { fillLines, isAllFilled, jsonFills } from "./ledgerFile";
import type { Options } from "./options";
import { target, written } from "./outputs";
import { scoreFile, type FileOptions, type ScoredFile } from "./scoreFile";
import { submissionList, submitFile } from "./submitFile";
import { summaryLine } from "./tableReport";

/** One file scored, or its 报送版 made: what is said of it goes through the console. */
export async function oneFile(file: string, options: Options, reading: FileOptions): Promise<FileResult> {
  if (options.submission) return submitted(file, options, reading);
  const takesDrafts = options.drafts && options.out !== null;
  const scored = await scoreFile(file, reading, { ...options, takesDrafts });
  if (!scored.ok) return failed(file, scored.problem);
  const { forms, said, fills } = scored.value;
  if (said !== null) console.error(`${file}：${said}`);
  // Asked only for JSON or for the questions: then nothing but that is written.
  const asksOnly = options.json || options.factsTemplate !== null || options.rulesOut !== null;
  const isWritten = options.out !== null || !asksOnly;
  const saved = isWritten ? await scored.value.save() : null;
  if (saved?.ok === false) return failed(file, saved.problem);
  for (const line of fillLines(fills, "what was left")) tell(options, line);
  if (!options.json) sayForms(forms, isOneOfSeveral(options) ? file : null);
  if (options.drafts) for (const line of draftLines(forms)) tell(options, line);
  const problem =
    (await writeTemplate(scored.value, options)) ??
    (await writeRules(scored.value, options)) ??
    (saved === null ? null : await writeScored(file, saved, options));
  if (problem !== null) return failed(file, problem);
  const unlike = saved?.ok === true ? saved.value.unlike : [];
  for (const { at, name, todo } of unlike) console.error(`${file}：${a1(at)} ${name}：${todo}`);
  const after = saved === null ? {} : jsonWritten(saved.notes, saved.value.notWorkedOut);
  // What is kept of a file until the end holds its texts: only where somebody asked.
  const reported = options.json ? forms : [];
  const json = reported.map(({ form, formCase }) => ({
    ...jsonReport(file, form, formCase),
    ...jsonFills(fills, formCase.sheet),
    ...(options.drafts ? jsonDrafts(formCase) : {}),
    ...after,
  }));
  const isOpen = forms.some(({ formCase, isLeft }) => !isLeft && asksForMore(formCase));
  return { exit: isOpen || unlike.length > 0 || !isAllFilled(fills) ? 1 : 0, json, fills };
}

/** 报送版: a list of what stands in its way, or the file. */
async function submitted(file: string, options: Options, reading: FileOptions): Promise<FileResult> {
  const outcome = await submitFile(file, reading, options);
  if (!outcome.ok) return failed(file, outcome.problem);
  const submission = outcome.value;
  if (submission.kind === "noForm") return failed(file, noFormProblem(submission.noForm));
  const { form, formCase, fills } = submission;
  const ledger = jsonFills(fills, formCase.sheet);
  const json = { ...jsonReport(file, form, formCase), ...ledger, submission: submission.kind };
  for (const line of fillLines(fills, "what was left")) tell(options, line);
  if (submission.kind !== "made") {
    console.error(`${file}：${submissionList(submission)}`);
    return { exit: 1, json: [json], fills };
  }
  if (!options.json) {
    console.log(`${isOneOfSeveral(options) ? `${file}：` : ""}${summaryLine(submission.formCase)}`);
    for (const note of submission.notes) tell(options, `注意：${note}`);
  }
  const problem = await written(await target(file, options.out, "报送版"), submission.bytes, options);
  const report = { ...json, ...jsonWritten(submission.notes, submission.notWorkedOut) };
  if (problem !== null) return failed(file, problem);
  return { exit: isAllFilled(fills) ? 0 : 1, json: [report], fills };
}

async function writeTemplate(scored: ScoredFile, options: Options): Promise<Problem | null> {
  if (options.factsTemplate === null) return null;
  return written(options.factsTemplate, factsTemplate(scored.forms.filter(({ isLeft }) => !isLeft)), options);
}

async function writeRules({ forms }: ScoredFile, options: Options): Promise<Problem | null> {
  const { rulesOut } = options;
  if (rulesOut === null) return null;
  const entries = forms.flatMap(({ formCase }) => ruleEntries(formCase.scorecard));
  if (entries.length === 0) return noRules;
  return written(rulesOut, writeRulesFile(entries), options);
}

const noRules: Problem = {
  code: "badRules",
  what: "没有导出规则文件。",
  why: "这张表里没有人工设定的计分规则。",
  todo: "请先在任务窗格或工作台的“读法与试算”里设定。",
};

async function writeScored(
  file: string,
  { value, notes }: Extract<Awaited<ReturnType<ScoredFile["save"]>>, { ok: true }>,
  options: Options,
): Promise<Problem | null> {
  for (const note of notes) tell(options, `${isOneOfSeveral(options) ? `${file}：` : ""}注意：${note}`);
  return written(await target(file, options.out), value.bytes, options);
}
