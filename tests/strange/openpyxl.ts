import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What is ours in a file and may differ. */
export interface Ours {
  readonly sheets: readonly string[];
  /** By sheet, in the words of sameCells.py: "cell I14", "column L", "conditional I15", "print". */
  readonly marks: Readonly<Record<string, readonly string[]>>;
}

export const nothingOfOurs: Ours = { sheets: [], marks: {} };

interface Comparison {
  readonly name: string;
  readonly before: string;
  /** The file has no font, so that each reader takes one of its own. */
  readonly anyFont: boolean;
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
