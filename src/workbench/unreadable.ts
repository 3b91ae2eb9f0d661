import { fail, type Outcome } from "../workbook/port";

/** A file whose bytes could not be had at all. */
export function unreadable(name: string, error: unknown): Outcome<never> {
  return fail({
    code: "fileMissing",
    what: `读不了文件“${name}”。`,
    why: error instanceof Error ? `浏览器没能读取文件（${error.message}）。` : "浏览器没能读取文件。",
    todo: "请检查文件是否还在、是否正被其他程序占用，再重新打开。",
  });
}
