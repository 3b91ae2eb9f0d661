import { unexpectedProblem } from "../app/news";
import type { FormFill } from "../edits/planLedger";
import type { Problem } from "../workbook/port";
import type { ExitCode } from "./command";
import { jsonProblem } from "./jsonReport";
import { problemLines } from "./tableReport";

/** What came of one file. */
export interface FileResult {
  readonly exit: ExitCode;
  /** One object for each form. */
  readonly json: readonly object[];
  readonly fills?: readonly FormFill[];
}

export function failed(file: string, problem: Problem): FileResult {
  console.error(`${file}：${problemLines(problem)}`);
  return { exit: 2, json: [jsonProblem(file, problem)] };
}

/** One file of several: a mistake of ours that only it brings out does not keep the others from being done. */
export async function attempted(file: string, act: () => Promise<FileResult>): Promise<FileResult> {
  try {
    return await act();
  } catch (error) {
    return failed(file, {
      ...unexpectedProblem(error),
      todo: "这个文件没有写入，别的文件照常处理；请把这句话和这个文件一起报给维护的人。",
    });
  }
}
