import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { ReviewRecord } from "../review/reviewed";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import { systemReason } from "./systemReason";

/** The records that `--json-lines` printed, wherever it ran; "-" is the standard input. What came twice counts once. */
export async function readRecords(paths: readonly string[]): Promise<Outcome<readonly ReviewRecord[]>> {
  const records = new Map<string, ReviewRecord>();
  for (const path of paths) {
    const input = path === "-" ? process.stdin : createReadStream(path, "utf8");
    let number = 0;
    try {
      for await (const line of createInterface({ input })) {
        number += 1;
        if (line.trim() === "") continue;
        const record = readRecord(line);
        if (record === null) return fail(noRecord(path, number));
        records.set(record.kind === "form" ? `${record.file}\n${record.sheet}` : record.file, record);
      }
    } catch (error) {
      return fail({ ...noRecord(path, number), what: `${path} 读不了。`, why: systemReason(error) });
    }
  }
  return succeed([...records.values()]);
}

function readRecord(line: string): ReviewRecord | null {
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record !== "object" || record === null || !("file" in record)) return null;
    const isForm = "kind" in record && record.kind === "form" && "rows" in record && "findings" in record;
    const isUnread = "kind" in record && record.kind === "unread" && "what" in record;
    return isForm || isUnread ? (record as ReviewRecord) : null;
  } catch {
    return null;
  }
}

function noRecord(path: string, line: number): Problem {
  return {
    code: "badAgainst",
    what: `${path} 第${line}行不是复核记录。`,
    why: "--merge 只读 npm run --silent review -- … --json-lines 的输出，一张表一行。",
    todo: "请核对这个文件（漏写 --silent 时前面会多出几行），再试一次。",
  };
}
