/** A list number at the start of a text, a line or a part: "1.", "1、", "(1)", "（一）", "一、", "①". */
const listMark =
  /^(?:[(（]?[0-9]{1,2}[)）、．]|[0-9]{1,2}\.(?![0-9])|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳⑴-⒛])/u;

const year = "(?:19|20)[0-9]{2}";

/** "20231031" */
const writtenDay = /(?:19|20)[0-9]{2}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])/u;
/** "10.31前": a day of the year before which something is to be. */
const dayBefore = /^(?:1[0-2]|0?[1-9])[./-](?:3[01]|[12][0-9]|0?[1-9])(?=[之以]?前)/u;
const date = /[年月]|^(?:19|20)/u;

/** A number that is a day written without signs. */
export function isWrittenDay(value: number): boolean {
  return new RegExp(`^${writtenDay.source}$`, "u").test(String(value));
}

/**
 * Digits that name something instead of measuring it, tried at the start of a number: dates and spans of dates,
 * document numbers, ordinals, versions, times of day.
 */
const named: readonly RegExp[] = [
  new RegExp(`^${year}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12][0-9]|0?[1-9])日?(?![0-9.])`, "u"),
  new RegExp(`^${writtenDay.source}(?![0-9.,])`, "u"),
  new RegExp(`^${year}[-~—至到](?:${year}|[0-9]{2})(?:年度?|学年)?(?![0-9.%万人个])`, "u"),
  new RegExp(`^${year}[-/.](?:1[0-2]|0?[1-9])(?:[-/.][0-3]?[0-9])?(?![0-9.])`, "u"),
  new RegExp(`^${year}年(?:度|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?`, "u"),
  /^[0-9]{2}年[0-9]{1,2}月/u,
  /^[0-9]{1,2}月?[-~—至到、][0-9]{1,2}月(?:份|底|末)?/u,
  /^[0-9]{1,2}月(?:[0-9]{1,2}[日号])?(?:份|底|末|初|中旬|上旬|下旬)?/u,
  /^[0-9]{1,18}号/u,
  /^[0-9.]{1,6}版/u,
  /^(?:[0-9]{2,4}|[6-9])届/u,
  /^[0-9]{1,4}(?:栋楼|楼|季度|时[0-9半整许]|点[0-9半整钟])/u,
  /^[0-9]{1,2}:[0-9]{2}(?![0-9])/u,
  /^[0-9]+(?:\.[0-9]+){2,}/u,
  /^[0-9]{3,4}-[0-9]{7,8}/u,
  dayBefore,
];

const inDays = /^[0-9]{1,4}日/u;
const dayOfMonth = /^(?:3[01]|[12][0-9]|0?[1-9])日/u;

const glued = /^([0-9]{1,2})[.、]/u;

/** A list number at this place: where it ends and its number; null when there is none. */
interface ListMark {
  readonly to: number;
  readonly number: number | null;
}

/**
 * The list number that stands here, where a text, a line or a part begins. Behind a list number 1, the "2." of
 * "2.10%以上" is one too.
 */
export function listMarkAt(text: string, at: number, last: number | null): ListMark | null {
  if (at > 0 && !/[；;。，,、:：\n ]/u.test(text.charAt(at - 1))) return null;
  const window = text.slice(at, at + 6);
  const next = glued.exec(window);
  const number = next === null ? null : Number(next[1]);
  if (next !== null && last !== null && number === last + 1) return { to: at + next[0].length, number };
  const match = listMark.exec(window);
  // "33. 01万人" is a number with a blank in it, unless the list began with 1 before.
  if (number !== null && number !== 1 && /^[0-9]+\. [0-9]/u.test(window)) return null;
  // A mark marks something: "(5)" alone is a figure.
  if (match === null || at + match[0].length >= text.length) return null;
  return { to: at + match[0].length, number };
}

/** What the digits at this place are: where a name made of digits ends, and whether it is a date. */
export function nameOfDigits(
  text: string,
  at: number,
): { readonly to: number; readonly date: boolean } | null {
  const window = text.slice(at, at + 24);
  const match = named.map((pattern) => pattern.exec(window)).find((found) => found !== null);
  if (match !== undefined) {
    return { to: at + match[0].length, date: date.test(match[0]) || dayBefore.test(window) };
  }
  const before = text.charAt(at - 1);
  const bracketedYear = /[〔【[]/u.test(before) && new RegExp(`^${year}`, "u").test(window);
  return bracketedYear || /[A-Za-z_#第]/u.test(before) ? { to: at + 1, date: false } : null;
}

/** "36日": so many days, or one of a month. */
export function isInDays(text: string, at: number): boolean {
  return inDays.test(text.slice(at, at + 5));
}

/** "20日" names a day, unless words bound it: "不超过20日", "20日内". */
export function isDayOfMonth(text: string, at: number): boolean {
  return dayOfMonth.test(text.slice(at, at + 4));
}
