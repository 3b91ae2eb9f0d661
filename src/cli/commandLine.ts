import { resolve } from "node:path";
import { version } from "../../package.json";
import { isOpen } from "../findings/finding";
import type { FindingOptions } from "../findings/findFindings";
import { oneCheck } from "./oneCheck";
import { readCheckInputs, sayUnmatched } from "./checkInputs";
import { readFileOptions } from "./readFileOptions";
import { checkReport, jsonFindings } from "./checkReport";
import { jsonProblem } from "./jsonReport";
import { isOneOfSeveral, sayProgress, tell } from "./formResults";
import { complain, printJson, type ExitCode } from "./command";
import { attempted, failed, type FileResult } from "./fileResult";
import { fixFile, fixLines, jsonFixed, overInput } from "./fixFile";
import { fillLines, isAllFilled, jsonFills, listed, previewFile } from "./ledgerFile";
import { listFiles } from "./listFiles";
import { target, unreachable, written } from "./outputs";
import { readOptions, unfitForSeveral, type Options } from "./options";
import { usage } from "./usage";
import { oneFile } from "./oneFile";
import type { FileOptions } from "./scoreFile";
import { scoreInThreads, threadsFor } from "./scoreInThreads";
import { problemLines } from "./tableReport";

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
    console.log(version);
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
  const threads = threadsFor(options);
  if (threads > 1) {
    for await (const result of scoreInThreads(args, options, threads)) results.push(result);
    if (options.json) printJson(results.flatMap((result) => result.json));
    return worstOf(results);
  }
  const earlier = new Map<string, string>();
  for (const [index, file] of options.files.entries()) {
    sayProgress(index, options.files);
    const one = attempted(file, () => {
      if (options.dryRun) return onePreview(file, options, read.value);
      const beside = { ...given.value, earlier };
      if (options.fix) return oneFix(file, options, read.value, beside);
      return options.check ? oneCheck(file, options, read.value, beside) : oneFile(file, options, read.value);
    });
    results.push(detached(await one));
  }
  if (read.value.ledger !== null) {
    const used = results.flatMap(({ fills = [] }) => fills);
    for (const note of listed(read.value.ledger.list, used)) console.error(note);
  }
  if (options.json) printJson(results.flatMap((result) => result.json));
  return worstOf(results);
}

/** Without the pieces of texts that hold all of a file in memory until the last one is done. */
function detached(result: FileResult): FileResult {
  return { ...result, json: JSON.parse(JSON.stringify(result.json)) as readonly object[] };
}

function worstOf(results: readonly FileResult[]): ExitCode {
  return results.reduce<ExitCode>((worst, result) => (result.exit > worst ? result.exit : worst), 0);
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
