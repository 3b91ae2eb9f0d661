import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What is ours in a file and may differ. */
export interface Ours {
  readonly sheets: readonly string[];
  readonly cells: Readonly<Record<string, readonly string[]>>;
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly areas: Readonly<Record<string, readonly string[]>>;
}

export interface Comparison {
  readonly name: string;
  readonly before: string;
  /** Files by a word for what was done. */
  readonly after: Readonly<Record<string, string>>;
  readonly ours: Readonly<Record<string, Ours>>;
}

export interface Compared {
  /** Why openpyxl cannot read the original. */
  readonly unreadable: string | null;
  readonly [word: string]: readonly string[] | string | null;
}

/** What differs in the eyes of openpyxl (Debian's python3-openpyxl), all files in one process. */
export async function compareByOpenpyxl(
  tasks: readonly Comparison[],
): Promise<Readonly<Record<string, Compared>>> {
  const run = promisify(execFile)("/usr/bin/python3", ["tests/strange/sameCells.py"], { maxBuffer: 2 ** 28 });
  run.child.stdin?.end(JSON.stringify(tasks));
  const { stdout } = await run;
  return JSON.parse(stdout) as Record<string, Compared>;
}
