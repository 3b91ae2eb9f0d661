import product from "../../package.json";
import { writeBook } from "../adapters/xlsx/writeBook";
import { reviewBook } from "../review/reviewBook";
import type { ReviewRecord } from "../review/reviewed";
import { complain, type ExitCode } from "./command";
import { listReviewed, type ReviewedFile } from "./listReviewed";
import { readRecords } from "./readRecords";
import type { ReviewFileOptions } from "./reviewFile";
import { reviewInThreads } from "./reviewInThreads";
import { readReviewGiven, type ReviewGiven } from "./reviewGiven";
import { readReviewOptions, reviewUsage, type ReviewOptions } from "./reviewOptions";
import { fileKey, openState, type ReviewState } from "./reviewState";
import { safeWrite } from "./safeWrite";
import { readBytes } from "./scoreFile";
import { writeNotices } from "./returnNotices";
import { systemReason } from "./systemReason";
import { problemLines } from "./tableReport";

/** What a person typed behind `npm run review`. */
export async function reviewCommand(args: readonly string[]): Promise<ExitCode> {
  const options = readReviewOptions(args);
  if ("wrong" in options) return complain(`${options.wrong}\n\n${reviewUsage}`);
  if (options.help) {
    console.log(reviewUsage);
    return 0;
  }
  const given = await readReviewGiven(options);
  if (!given.ok) return complain(problemLines(given.problem));
  const { previous, reading } = given.value;
  const { out } = options;
  if (options.notices !== null && previous !== null) {
    const problem = await writeNotices(options.notices, previous);
    if (problem !== null) return complain(problem);
    if (options.files.length === 0) return 0;
  }
  if (options.merge) {
    const records = await readRecords(options.files);
    return records.ok
      ? writeReview(records.value, null, options, given.value)
      : complain(problemLines(records.problem));
  }
  // What stands below the folder as the year before, or as the list, is no form of this year.
  const older = options.last === null ? [] : await listReviewed([options.last], []);
  const besides = [out, options.previous, options.roster, ...older.map(({ path }) => path)];
  const files = await listReviewed(options.files, besides);
  if (files.length === 0) return complain("给出的文件夹里没有工作簿。");
  if (out === null) return printLines(files, reading, options.workers);
  const state = await openState(`${out}.进度.jsonl`, optionsText(reading)).catch(() => null);
  if (state === null) return complain(`${out}：所在的文件夹不存在或不能写，没有开始。`);
  try {
    const records = await reviewAll([...files, ...older], reading, state, options.workers);
    const [own, last] = [records.slice(0, files.length), records.slice(files.length)];
    const unreadLast = last.flat().filter((record) => record.kind === "unread");
    const all = [...own.flat(), ...unreadLast.map((one) => ({ ...one, file: `上年度：${one.file}` }))];
    const exit = await writeReview(all, options.last === null ? null : last.flat(), options, given.value);
    if (exit !== 2) await state.remove();
    return exit;
  } finally {
    await state.close();
  }
}

function optionsText({ edition, editions, reports }: ReviewFileOptions): string {
  return JSON.stringify([product.version, edition, editions, reports]);
}

/** What came of every file, of those that are done already as well. */
async function reviewAll(
  files: readonly ReviewedFile[],
  reading: ReviewFileOptions,
  state: ReviewState,
  workers: number | null,
): Promise<readonly (readonly ReviewRecord[])[]> {
  const keys: string[] = [];
  for (const file of files) {
    const bytes = await readBytes(file.path);
    keys.push(fileKey(file.name, bytes.ok ? bytes.value : new Uint8Array()));
  }
  const open = keys.flatMap((key, index) => (state.done(key) === undefined ? [index] : []));
  const told = progress(files.length);
  const news = reviewInThreads(
    open.flatMap((index) => files[index] ?? []),
    reading,
    workers,
  );
  const made = new Map<number, readonly ReviewRecord[]>();
  for (const index of open) {
    const file = files[index];
    if (file !== undefined) told(index, file);
    const { value } = await news.next();
    if (value === undefined) break;
    await state.add(keys[index] ?? "", value);
    made.set(index, value);
  }
  return keys.map((key, index) => made.get(index) ?? state.done(key) ?? []);
}

/** Names each file as it begins, with the time that the others will take at the pace so far. */
function progress(count: number): (index: number, file: ReviewedFile) => void {
  const start = Date.now();
  let first: number | null = null;
  return (index, { name }) => {
    first ??= index;
    const done = index - first;
    const each = done === 0 ? null : (Date.now() - start) / done;
    const left = each === null ? "" : `，还需约${sayTime((each * (count - index)) / 1000)}`;
    console.error(`[${index + 1}/${count}] ${name}${left}`);
  };
}

function sayTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole}秒` : `${Math.floor(whole / 60)}分${whole % 60}秒`;
}

async function printLines(
  files: readonly ReviewedFile[],
  reading: ReviewFileOptions,
  workers: number | null,
): Promise<ExitCode> {
  let exit: ExitCode = 0;
  for await (const records of reviewInThreads(files, reading, workers)) {
    for (const record of records) {
      console.log(JSON.stringify(record));
      if (record.kind === "unread") exit = 1;
    }
  }
  return exit;
}

async function writeReview(
  records: readonly ReviewRecord[],
  last: readonly ReviewRecord[] | null,
  { out }: ReviewOptions,
  { previous, roster }: ReviewGiven,
): Promise<ExitCode> {
  const path = out ?? "";
  const bytes = await writeBook(reviewBook(records, { previous, last, roster }));
  try {
    await safeWrite(path, bytes);
  } catch (error) {
    const todo = "请检查文件是否正被打开、磁盘是否已满，再运行同一条命令：已经读过的不会再读。";
    return complain(`写不了 ${path}。\n  原因：${systemReason(error)}\n  办法：${todo}`);
  }
  const unread = records.filter((record) => record.kind === "unread");
  console.log(`已写入 ${path}：${records.length - unread.length}张自评表，${unread.length}个文件没有读出。`);
  for (const { file, what, todo } of unread) console.error(`${file}：${what}${todo}`);
  return unread.length === 0 ? 0 : 1;
}
