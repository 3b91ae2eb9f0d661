import { unexpectedProblem } from "../app/news";
import { failed, type FileResult } from "./fileResult";
import { sayProgress } from "./formResults";
import { inWorkers, usefulWorkers } from "./inWorkers";
import type { Options } from "./options";
import { target } from "./outputs";
import type { ScoreTask, ScoredInThread } from "./scoreWorker";

/** How many threads the files are shared by. What goes from one file to the next (自查, 台账) is done by one. */
export function threadsFor({ files, workers, check, fix, dryRun, ledger }: Options): number {
  const isApart = !check && !fix && !dryRun && ledger === null;
  // The code of a thread is a file of its own only where it was bundled.
  if (!isApart || files.length < 2 || import.meta.url.endsWith(".ts")) return 1;
  return workers === null ? usefulWorkers(files.length) : Math.min(workers, files.length);
}

/** Every file scored in one of several threads; what is said and given stands in the order of the files, as if there was one. */
export async function* scoreInThreads(
  args: readonly string[],
  options: Options,
  workers: number,
): AsyncGenerator<FileResult, void, undefined> {
  const { files } = options;
  const tasks = await targets(options);
  const work = { module: new URL("./scoreWorker.mjs", import.meta.url), told: { args, files }, workers };
  let index = 0;
  for await (const answer of inWorkers<ScoredInThread>(tasks, work)) {
    const file = files[index] ?? "";
    sayProgress(index, files);
    index += 1;
    if ("thrown" in answer) {
      yield failed(file, {
        ...unexpectedProblem(answer.thrown),
        todo: "这个文件没有写入，别的文件照常处理；请把这句话和这个文件一起报给维护的人。",
      });
      continue;
    }
    for (const { stream, text } of answer.result.said) console[stream](text);
    yield answer.result;
  }
}

/** Where each file goes, settled beforehand: two threads would otherwise choose the same name. */
async function targets(options: Options): Promise<readonly ScoreTask[]> {
  const { files, out, json, submission } = options;
  const promised = new Set<string>();
  const tasks: ScoreTask[] = [];
  for (const file of files) {
    // Of --json alone nothing is written.
    const path =
      json && out === null && !submission
        ? null
        : await target(file, out, submission ? "报送版" : "已评分", promised);
    if (path !== null) promised.add(path);
    tasks.push({ file, out: path });
  }
  return tasks;
}
