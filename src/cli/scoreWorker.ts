import { workerData } from "node:worker_threads";
import { attempted, failed, type FileResult } from "./fileResult";
import { oneFile } from "./oneFile";
import { readOptions } from "./options";
import { readFileOptions } from "./readFileOptions";

/** One file, and where what is made of it goes; null: nothing is written. */
export interface ScoreTask {
  readonly file: string;
  readonly out: string | null;
}

/** What came of it, and what would have been said, in order. */
export interface ScoredInThread extends FileResult {
  readonly said: readonly { readonly stream: "log" | "error"; readonly text: string }[];
}

/** The pool puts its own before what it was given. */
const [, { args, files }] = workerData as readonly [
  unknown,
  { readonly args: readonly string[]; readonly files: readonly string[] },
];

const said: ScoredInThread["said"][number][] = [];
for (const stream of ["log", "error"] as const) {
  console[stream] = (text: unknown) => {
    said.push({ stream, text: String(text) });
  };
}

const asked = readOptions(args);
const options = "wrong" in asked ? null : { ...asked, files };
const reading = options === null ? null : await readFileOptions(options);

/** Scores one file in a thread of its own. */
export default async function scoreInThread({ file, out }: ScoreTask): Promise<ScoredInThread> {
  said.length = 0;
  const result = await attempted(file, async () => {
    if (options === null || reading === null) throw new Error("options that were read before");
    if (!reading.ok) return failed(file, reading.problem);
    return oneFile(file, { ...options, out }, reading.value);
  });
  return { exit: result.exit, json: result.json, said: [...said] };
}
