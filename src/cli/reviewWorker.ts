import { workerData } from "node:worker_threads";
import type { ReviewRecord } from "../review/reviewed";
import type { ReviewedFile } from "./listReviewed";
import { reviewFile, type ReviewFileOptions } from "./reviewFile";

/** The pool puts its own before what it was given. */
const [, reading] = workerData as readonly [unknown, ReviewFileOptions];

/** Reviews one file in a thread of its own. */
export default function reviewInThread(file: ReviewedFile): Promise<readonly ReviewRecord[]> {
  return reviewFile(file, reading);
}
