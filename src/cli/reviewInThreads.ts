import type { ReviewRecord } from "../review/reviewed";
import { inWorkers, usefulWorkers } from "./inWorkers";
import type { ReviewedFile } from "./listReviewed";
import { reviewFile, unreadAfter, type ReviewFileOptions } from "./reviewFile";

/** What came of each file, in the order of the files, by several threads where there are enough of them. */
export async function* reviewInThreads(
  files: readonly ReviewedFile[],
  reading: ReviewFileOptions,
  asked: number | null,
): AsyncGenerator<readonly ReviewRecord[], void, undefined> {
  const workers = Math.min(files.length, asked ?? usefulWorkers(files.length));
  // The code of a thread is a file of its own only where it was bundled.
  if (workers < 2 || import.meta.url.endsWith(".ts")) {
    for (const file of files) yield await reviewFile(file, reading);
    return;
  }
  const work = { module: new URL("./reviewWorker.mjs", import.meta.url), told: reading, workers };
  let index = 0;
  for await (const answer of inWorkers<readonly ReviewRecord[]>(files, work)) {
    yield "thrown" in answer ? unreadAfter(files[index]?.name ?? "", answer.thrown) : answer.result;
    index += 1;
  }
}
