import { plainText } from "../quantity/plainText";
import { readAffix } from "../words/readAffix";
import { strangeOf } from "./figureRoles";

/** A date as people write it, from its first to its last possible day; year: null where none is written. */
interface WrittenDate {
  readonly year: number | null;
  /** Month × 100 + day. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

const written =
  /(?:((?:19|20)[0-9]{2})[年./-])?(?:(1[0-2]|0?[1-9])(?:月([0-3]?[0-9])[日号]|月(底|末|初|[上中下]旬)?|[./-]([0-3]?[0-9])(?![0-9.])))|((?:19|20)[0-9]{2})年(年?[底末]|年内|内)?/gu;

function datesIn(text: string): readonly WrittenDate[] {
  return Array.from(text.matchAll(written), (match): WrittenDate => {
    const [all, before, month, day, part = "", dotted, whole] = match;
    const place = { from: match.index, to: match.index + all.length };
    if (whole !== undefined) return { year: Number(whole), first: 101, last: 1231, ...place };
    const head = Number(month) * 100;
    const one = day ?? dotted;
    const [first, last] = one === undefined ? (days[part] ?? [1, 31]) : [Number(one), Number(one)];
    return {
      year: before === undefined ? null : Number(before),
      first: head + first,
      last: head + last,
      ...place,
    };
  });
}

const days: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 10],
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  底: [28, 31],
  末: [28, 31],
};

/** The one date that a text names; null for none or several. */
function dateIn(text: string): WrittenDate | null {
  const [date, ...more] = datesIn(text);
  return date === undefined || more.length > 0 ? null : date;
}

/** What may stand behind the date of a target. */
const until = /^(?:以?前|之前|底前|末前|[以之]?内|$|完|建|竣|办|发|拨|投|交|验|通|公|印|实|开)/u;
/** What the words around a date may not hold. */
const open: ReadonlySet<string> = new Set(
  "plan deny later vague past rest except over total partYear".split(" "),
);

/**
 * A date before which something is to be done, and one on which it was: whether it was in time for sure. "6月前" may be
 * before June or before its end.
 */
export function isInTime(target: string, actual: string): boolean {
  const wanted = plainText(target).text;
  const done = plainText(actual).text;
  const limit = dateIn(wanted);
  const date = dateIn(done);
  if (limit === null || date === null || !until.test(wanted.slice(limit.to))) return false;
  // Done in the year before is another year's work, unless the last day itself is early in the year.
  const earliest = (limit.year ?? 9999) - (limit.last < 400 ? 1 : 0);
  if (date.year !== null && date.year < earliest) return false;
  // "10.20" may be a number as well.
  if (!isNamed(done, date) && date.year === null) return false;
  const behind = done.slice(date.to);
  const around = readAffix(done.slice(0, date.from) + behind, wanted);
  // "9月底前完成" of "10月底前": before a day that is earlier itself; of the same day it only repeats the target.
  const repeats = /前|内/u.test(behind) && daysLater(limit, date) + date.last >= limit.last;
  if (repeats || around.tokens.some(({ kind }) => open.has(kind))) return false;
  if (strangeOf(around.unlisted, wanted).length > 0) return false;
  const whole = !/[日号底末0-9]$/u.test(wanted.slice(limit.from, limit.to));
  const last = whole && /^[以之]?前/u.test(wanted.slice(limit.to)) ? limit.first - 1 : limit.last;
  return daysLater(limit, date) + date.last <= last;
}

/** Whether a date of the actual, written with 年 or 月, is later than the one of the target. */
export function isLate(target: string, actual: string): boolean {
  const wanted = plainText(target).text;
  const done = plainText(actual).text;
  const limit = dateIn(wanted);
  if (limit === null || !isNamed(wanted, limit) || !/[前内]/u.test(wanted.slice(limit.to, limit.to + 3))) {
    return false;
  }
  return datesIn(done).some((date) => {
    return isNamed(done, date) && daysLater(limit, date) + date.first > limit.last;
  });
}

const isNamed = (text: string, { from, to }: WrittenDate): boolean => /[年月]/u.test(text.slice(from, to));

/** The years between them, on the scale of month × 100 + day; a date without a year is of the same. */
function daysLater(limit: WrittenDate, date: WrittenDate): number {
  return date.year === null || limit.year === null ? 0 : (date.year - limit.year) * 10_000;
}
