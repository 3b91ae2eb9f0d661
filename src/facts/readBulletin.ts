import type { CellAddress } from "../workbook/cell";
import { fullA1 } from "../workbook/cell";
import type { Snapshot } from "../workbook/snapshot";
import { findMonthTables, type MonthTable } from "./monthTable";

/** The monthly execution rates that the finance bureau notified, read from a sheet such as 预算执行通报. */
interface Bulletin {
  /** Fractions, January first; null where nothing was notified. */
  readonly rates: readonly (number | null)[];
  /** 1 to 12. */
  readonly firstMonth: number;
  readonly monthCount: number;
  /** The cell of the first rate. */
  readonly at: CellAddress;
  /** The heading and every month with its rate, as shown. */
  readonly quote: string;
}

/** A table of months was found, but its figures must not be taken as they are: why, and what to do, in Chinese. */
interface DoubtfulBulletin {
  readonly doubt: string;
  readonly at: CellAddress;
  readonly quote: string;
}

/** Four months that only climb, from well below to far above, are progress since January, not rates of the month. */
const leastClimb = 0.3;
const highestStart = 0.6;

/**
 * Finds the bulletin by its content: month names in a column or a row, and a title with 执行率. `skip` names sheets that
 * are something else (the form, the working paper). Null when there is none. A blank between the first notified month and
 * December is missing, never a smaller number of months.
 */
export function readBulletin(
  snapshot: Snapshot,
  skip: readonly string[] = [],
): Bulletin | DoubtfulBulletin | null {
  const tables = snapshot.sheets
    .filter((sheet) => !skip.includes(sheet.name))
    .flatMap((sheet) => findMonthTables(sheet));
  const general = tables.filter((table) => table.title.includes("一般公共预算"));
  const candidates = general.length > 0 ? general : tables;
  // A column of cumulative figures beside the monthly ones does not make these doubtful.
  const monthly = candidates.filter((table) => !/累计|序时进度$/u.test(table.title));
  const [first, ...others] = monthly.length > 0 ? monthly : candidates;
  if (first === undefined) return null;
  const quote = quoteOf(first);
  const doubt = (text: string): DoubtfulBulletin => ({ doubt: text, at: first.at, quote });
  if (others.some((table) => quoteOf(table) !== quote)) {
    const places = [first, ...others].map((table) => fullA1(table.at)).join("、");
    return doubt(`有多处月度执行率（${places}），无法确定用哪一处，请在底稿逐月填写。`);
  }
  return first.problem === null ? judge(first, quote, doubt) : doubt(first.problem);
}

function judge(
  table: MonthTable,
  quote: string,
  doubt: (text: string) => DoubtfulBulletin,
): Bulletin | DoubtfulBulletin | null {
  const { rates } = table;
  const firstMonth = rates.findIndex((rate) => rate !== null) + 1;
  if (firstMonth === 0) return null;
  const gaps = rates.flatMap((rate, index) =>
    rate === null && index >= firstMonth ? [`${index + 1}月`] : [],
  );
  if (gaps.length > 0) {
    return doubt(`《${table.sheet}》缺${gaps.join("、")}的执行率，请补齐后重新计算，或在底稿逐月填写。`);
  }
  const filled = rates.filter((rate) => rate !== null);
  if (/累计/u.test(table.title) || climbs(filled)) {
    return doubt(
      `《${table.sheet}》的数字逐月递增，像是累计支出进度；请填写财政部门通报的各月执行率（相对序时进度）。`,
    );
  }
  const stated = table.statedCount;
  if (stated !== null && stated !== filled.length) {
    return doubt(`《${table.sheet}》写明通报${stated}个月，表中有${filled.length}个月，请核实后在底稿填写。`);
  }
  return { rates, firstMonth, monthCount: filled.length, at: table.at, quote };
}

function climbs(rates: readonly number[]): boolean {
  const [start] = rates;
  const end = rates.at(-1);
  if (start === undefined || end === undefined || rates.length < 4) return false;
  const rising = rates.every((rate, index) => index === 0 || rate > (rates[index - 1] ?? rate));
  return rising && start < highestStart && end - start > leastClimb;
}

function quoteOf(table: MonthTable): string {
  const months = table.shown.flatMap((shown, index) => (shown === null ? [] : [`${index + 1}月${shown}`]));
  return `${table.title}：${months.join("，")}`;
}
