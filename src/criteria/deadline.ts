import { plainText } from "../quantity/plainText";
import { readAffix } from "../words/readAffix";

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

const until = /^(?:以?前|之前|底前|末前|[以之]?内|$|完|建|竣|办|发|拨|投|交|验|通|公|印|实|开)/u;
/** What the words around a date may not hold. */
const open: ReadonlySet<string> = new Set(
  "plan deny later vague past rest except over total partYear".split(" "),
);

/** A date before which something is to be done, and one on which it was: true in time, false too late; null: nobody can say. */
export function isInTime(target: string, actual: string): boolean | null {
  const wanted = plainText(target).text;
  const done = plainText(actual).text;
  const limit = dateIn(wanted);
  const date = dateIn(done);
  if (limit === null || date === null || !until.test(wanted.slice(limit.to))) return null;
  if (
    limit.year !== null && date.year === null ? limit.last > 1231 : limit.year === null && date.year !== null
  )
    return null;
  const around = done.slice(0, date.from) + done.slice(date.to);
  if (
    readAffix(around, wanted).tokens.some(({ kind }) => open.has(kind)) ||
    /前|内/u.test(done.slice(date.to))
  )
    return null;
  const years = (date.year ?? 0) - (limit.year ?? date.year ?? 0);
  const offset = date.year === null ? 0 : years * 10_000;
  if (offset + date.last <= limit.last) return true;
  return offset + date.first > limit.last ? false : null;
}

/** Whether a date of the actual is later than the one of the target. */
export function isLate(target: string, actual: string): boolean {
  const limit = dateIn(plainText(target).text);
  if (limit === null || !/前|内/u.test(plainText(target).text.slice(limit.to, limit.to + 3))) return false;
  return datesIn(plainText(actual).text).some((date) => {
    const years = date.year === null || limit.year === null ? 0 : date.year - limit.year;
    return years * 10_000 + date.first > limit.last;
  });
}
