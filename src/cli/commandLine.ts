import { resolve } from "node:path";
import product from "../../package.json";
import { noFormProblem } from "../app/openForm";
import { ruleEntries } from "../app/ruleEntries";
import { writeRulesFile } from "../app/rulesFile";
import type { Problem } from "../workbook/port";
import { a1 } from "../workbook/cell";
import { isOpen } from "../findings/finding";
import type { FindingOptions } from "../findings/findFindings";
import { oneCheck } from "./oneCheck";
import { readCheckInputs, sayUnmatched } from "./checkInputs";
import { readFileOptions } from "./readFileOptions";
import { checkReport, jsonFindings } from "./checkReport";
import { factsTemplate } from "./factsFile";
import { jsonProblem, jsonReport, jsonWritten } from "./jsonReport";
import { asksForMore, isOneOfSeveral, sayForms, tell } from "./formResults";
import { complain, printJson, type ExitCode } from "./command";
import { draftLines, jsonDrafts } from "./draftLines";
import { attempted, failed, type FileResult } from "./fileResult";
import { fixFile, fixLines, jsonFixed, overInput } from "./fixFile";
import { fillLines, isAllFilled, jsonFills, listed, previewFile } from "./ledgerFile";
import { listFiles } from "./listFiles";
import { target, unreachable, written } from "./outputs";
import { readOptions, unfitForSeveral, usage, type Options } from "./options";
import { scoreFile, type FileOptions, type ScoredFile } from "./scoreFile";
import { submissionList, submitFile } from "./submitFile";
import { problemLines, summaryLine } from "./tableReport";

/** What a person typed behind the command. All that it says goes through the console; the process is left alone. */
export async function commandLine(args: readonly string[]): Promise<ExitCode> {
  const asked = readOptions(args);
  if ("wrong" in asked) return complain(`${asked.wrong}\n\n${usage}`);
  const options = { ...asked, files: await listFiles(asked) };
  if (options.help) {
    console.log(usage);
    return 0;
  }
  if (options.version) {
    console.log(product.version);
    return 0;
  }
  if (options.files.length === 0) return complain(usage);
  const unfit = unfitForSeveral(options);
  if (unfit !== null) return complain(`${unfit}\n\n${usage}`);
  const nowhere = await unreachable(options);
  if (nowhere !== null) {
    if (options.json) printJson(options.files.map((file) => jsonProblem(file, nowhere)));
    return complain(problemLines(nowhere));
  }
  const read = await readFileOptions(options);
  if (!read.ok) {
    const { problem } = read;
    if (options.json) printJson(options.files.map((file) => jsonProblem(file, problem)));
    return complain(problemLines(problem));
  }
  const given = await readCheckInputs(options);
  if (!given.ok) {
    const { problem } = given;
    if (options.json) printJson(options.files.map((file) => jsonProblem(file, problem)));
    return complain(problemLines(problem));
  }
  const results: FileResult[] = [];
  const earlier = new Map<string, string>();
  for (const [index, file] of options.files.entries()) {
    if (options.files.length > 1) console.error(`[${index + 1}/${options.files.length}] ${file}`);
    const one = attempted(file, () => {
      if (options.dryRun) return onePreview(file, options, read.value);
      const beside = { ...given.value, earlier };
      if (options.fix) return oneFix(file, options, read.value, beside);
      return options.check ? oneCheck(file, options, read.value, beside) : oneFile(file, options, read.value);
    });
    results.push(await one);
  }
  if (read.value.ledger !== null) {
    const used = results.flatMap(({ fills = [] }) => fills);
    for (const note of listed(read.value.ledger.list, used)) console.error(note);
  }
  if (options.json) printJson(results.flatMap((result) => result.json));
  return results.reduce<ExitCode>((worst, result) => (result.exit > worst ? result.exit : worst), 0);
}

async function oneFile(file: string, options: Options, reading: FileOptions): Promise<FileResult> {
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
  const json = forms.map(({ form, formCase }) => ({
    ...jsonReport(file, form, formCase),
    ...jsonFills(fills, formCase.sheet),
    ...(options.drafts ? jsonDrafts(formCase) : {}),
    ...after,
  }));
  const isOpen = forms.some(({ formCase, isLeft }) => !isLeft && asksForMore(formCase));
  return { exit: isOpen || unlike.length > 0 || !isAllFilled(fills) ? 1 : 0, json, fills };
}

/** What a list would fill in: nothing is written. */
async function onePreview(file: string, options: Options, reading: FileOptions): Promise<FileResult> {
  const outcome = await previewFile(file, reading);
  if (!outcome.ok) return failed(file, outcome.problem);
  const fills = outcome.value;
  if (!options.json) for (const line of fillLines(fills, "every cell")) console.log(line);
  const json = fills.map(({ sheet }) => ({ file, sheet, ...jsonFills(fills, sheet) }));
  return { exit: isAllFilled(fills) ? 0 : 1, json, fills };
}

/** 报送前自查 with what can be mended, in a copy; of --json only where --out says so. */
async function oneFix(
  file: string,
  options: Options,
  reading: FileOptions,
  given: FindingOptions,
): Promise<FileResult> {
  const outcome = await fixFile(file, reading, given);
  if (!outcome.ok) return failed(file, outcome.problem);
  const { forms, bytes } = outcome.value;
  sayUnmatched(file, forms);
  for (const { fixed, findings } of options.json ? [] : forms) {
    for (const line of fixLines(fixed)) console.log(isOneOfSeveral(options) ? `${file}:${line}` : line);
    console.log(checkReport(isOneOfSeveral(options) ? file : null, findings));
  }
  if (bytes !== null && (options.out !== null || !options.json)) {
    for (const note of outcome.notes) tell(options, `${file}：注意：${note}`);
    const path = await target(file, options.out, "已改正");
    const problem = resolve(path) === resolve(file) ? overInput : await written(path, bytes, options);
    if (problem !== null) return failed(file, problem);
  }
  const json = forms.map(({ form, formCase, findings, fixed }) => ({
    ...jsonFindings(file, form, formCase.sheet, findings),
    fixed: jsonFixed(fixed),
  }));
  return { exit: forms.some(({ findings }) => findings.some(isOpen)) ? 1 : 0, json };
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
