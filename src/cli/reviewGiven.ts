import { openXlsx } from "../adapters/xlsx/openXlsx";
import { readPrevious, type KeptBook } from "../review/previousBook";
import { readRoster, type RosterEntry } from "../review/roster";
import { fail, succeed, type Outcome } from "../workbook/port";
import type { Snapshot } from "../workbook/snapshot";
import { askedEdition } from "./askedEdition";
import { listReviewed } from "./listReviewed";
import type { ReviewFileOptions } from "./reviewFile";
import type { ReviewOptions } from "./reviewOptions";
import { readBytes } from "./scoreFile";

/** What was given beside the forms. */
export interface ReviewGiven {
  readonly previous: KeptBook | null;
  readonly roster: { readonly entries: readonly RosterEntry[]; readonly today: number } | null;
  readonly reading: ReviewFileOptions;
}

/** Read before any form is, so that nothing is done in vain. */
export async function readReviewGiven(options: ReviewOptions): Promise<Outcome<ReviewGiven>> {
  const edition = await askedEdition(options.edition);
  if (!edition.ok) return edition;
  const reports =
    options.reports === null ? [] : await listReviewed([options.reports], [], /\.(?:docx|txt)$/iu);
  const previous = options.previous === null ? succeed(null) : await readKept(options.previous);
  if (!previous.ok) return previous;
  const entries = options.roster === null ? succeed(null) : await readEntries(options.roster);
  if (!entries.ok) return entries;
  const roster = entries.value === null ? null : { entries: entries.value, today: today() };
  return succeed({ previous: previous.value, roster, reading: { ...edition.value, reports } });
}

/** Excel's number of this day, as the clock here says it. */
function today(): number {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569;
}

async function readKept(path: string): Promise<Outcome<KeptBook>> {
  const book = await readSnapshot(path);
  if (!book.ok) return book;
  const kept = readPrevious(book.value);
  if (kept.sheets.size > 0) return succeed(kept);
  return fail({
    code: "badAgainst",
    what: `${path} 不是复核工作簿。`,
    why: "里面没有一张表有“记录号”一栏，认不出哪一行是哪张自评表的。",
    todo: "请选择 npm run review 生成的工作簿；“记录号”一栏请不要删去。",
  });
}

async function readEntries(path: string): Promise<Outcome<readonly RosterEntry[]>> {
  const book = await readSnapshot(path);
  if (!book.ok) return book;
  const entries = readRoster(book.value);
  if (entries !== null && entries.length > 0) return succeed(entries);
  return fail({
    code: "badAgainst",
    what: `${path} 里没有应报名单。`,
    why: "没有一张表有“部门”（或“单位名称”）一栏，或者下面没有写部门。",
    todo: "请在第一行写“部门”，可以另写“项目名称”“截止日期”“报送日期”，下面一行一个应报的表。",
  });
}

async function readSnapshot(path: string): Promise<Outcome<Snapshot>> {
  const bytes = await readBytes(path);
  const opened = bytes.ok ? openXlsx(bytes.value) : bytes;
  return opened.ok
    ? succeed(opened.value.snapshot())
    : fail({ ...opened.problem, what: `${path}：${opened.problem.what}` });
}
