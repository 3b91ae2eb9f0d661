import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { ReviewRecord } from "../review/reviewed";
import { safeWrite } from "./safeWrite";

/** What was done before a stop, kept beside the result: one line for each file, added as soon as it is done. */
export interface ReviewState {
  /** Records of a file that is as it was then; undefined: it is to be done. */
  readonly done: (key: string) => readonly ReviewRecord[] | undefined;
  readonly add: (key: string, records: readonly ReviewRecord[]) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Once the result stands. */
  readonly remove: () => Promise<void>;
}

interface Line {
  readonly key: string;
  readonly records: readonly ReviewRecord[];
}

/** @param options what everything depends on besides the files: with others nothing of before counts */
export async function openState(path: string, options: string): Promise<ReviewState> {
  const kept = new Map<string, readonly ReviewRecord[]>();
  const head = JSON.stringify({ review: 1, options: digest(options) });
  for (const { key, records } of await readLines(path, head)) kept.set(key, records);
  // A line that a stop cut in two is gone for good.
  const lines = Array.from(kept, ([key, records]) => JSON.stringify({ key, records } satisfies Line));
  await safeWrite(path, [head, ...lines, ""].join("\n"));
  const file = await open(path, "a");
  return {
    done: (key) => kept.get(key),
    add: async (key, records) => {
      await file.appendFile(`${JSON.stringify({ key, records } satisfies Line)}\n`);
    },
    close: () => file.close(),
    remove: () => rm(path, { force: true }),
  };
}

/** By the name and all that stands in it. */
export function fileKey(name: string, bytes: Uint8Array): string {
  return createHash("sha256").update(name).update("\0").update(bytes).digest("hex");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function readLines(path: string, head: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  let isFirst = true;
  try {
    for await (const text of createInterface({ input: createReadStream(path, "utf8") })) {
      if (isFirst && text !== head) return [];
      if (!isFirst) lines.push(...readLine(text));
      isFirst = false;
    }
  } catch {
    // There is none yet, or it cannot be read: everything is done anew.
    return [];
  }
  return lines;
}

function readLine(text: string): readonly Line[] {
  try {
    const line: unknown = JSON.parse(text);
    const isLine = typeof line === "object" && line !== null && "key" in line && "records" in line;
    return isLine ? [line as Line] : [];
  } catch {
    return [];
  }
}
