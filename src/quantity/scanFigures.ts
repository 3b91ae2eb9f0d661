import { readChineseNumeral, readChinesePercent } from "./chineseNumeral";
import type { PlacedFigure } from "./figure";
import { isDayOfMonth, listMarkAt, nameOfDigits } from "./nameDigits";
import { sideAfter, sideBefore } from "./side";
import { noUnit, unitAt, type Unit } from "./unit";

const number = /[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?/uy;
const magnitudes: readonly (readonly [string, number])[] = [
  ["万亿", 12],
  ["千亿", 11],
  ["百亿", 10],
  ["十亿", 9],
  ["千万", 7],
  ["百万", 6],
  ["十万", 5],
  ["亿", 8],
  ["万", 4],
  ["千", 3],
  ["百", 2],
];
const numeral = /[零〇一二两三四五六七八九十百千万亿]{1,20}/uy;
const percentWords = /百分(?:之([零〇一二两三四五六七八九十百点]{1,12})|百)/uy;
const zeroWords = /零(?=投诉|事故|发生|差错|违规|违纪|伤亡|缺陷|上访|误差|感染|超标)/uy;
/** Characters before a Chinese numeral that make it part of a word: 第一, 统一, 进一步, 星期五. */
const wordBefore = /[第每统唯之同某这那各逐进专划单任周期初高]$/u;
/** What makes "三个…" a manner of speaking. */
const wordBehind = /^(?:意识|维护|自信|确立|方面|层面|环节|坚持|统筹|一批|性|体)/u;
/** Units that make a Chinese numeral a count: a day, a year, a 分 in words is mostly part of a name. */
const nameUnits = /^(?:年|分|度|元|点|面|对|单|片|字|段|级|站|街道|乡|镇|村|县|批|种|类|秒|通|头|组|班|节)$/u;
const numeralRange = /^(?:至|到|~|—|-)([一二两三四五六七八九十百千万]{1,8})/u;
const code = /[A-Za-z0-9_.+-]*/uy;
const longestNumber = 15;

/** What a text holds besides its figures. */
export interface Scan {
  readonly figures: readonly PlacedFigure[];
  readonly dates: readonly { readonly from: number; readonly to: number }[];
  /** "20日" without a bound: a day of the month, or a number of days. */
  readonly days: readonly PlacedFigure[];
}

interface Bare {
  readonly digits: string;
  readonly value: number;
  readonly magnitude: number;
  readonly unit: Unit;
  readonly to: number;
  readonly doubt: string | null;
}

/** Every number of a plain text that may measure something, in order. Time grows with the length of the text. */
export function scanFigures(text: string): Scan {
  const figures: PlacedFigure[] = [];
  const days: PlacedFigure[] = [];
  const dates: { from: number; to: number }[] = [];
  let lastMark: number | null = null;
  let markEnd = -1;
  for (let i = 0; i < text.length;) {
    const c = text.charAt(i);
    const mark = listMarkAt(text, i, lastMark);
    if (mark !== null) {
      lastMark = mark.number;
      markEnd = mark.to;
      i = mark.to;
      continue;
    }
    if (c >= "0" && c <= "9") {
      const end = matchAt(number, text, i)?.[0].length ?? 1;
      const name = nameOfDigits(text, i);
      if (name !== null) {
        const to = Math.max(i + end, name.to, name.date ? 0 : endOfCode(text, i + end));
        if (name.date) dates.push({ from: i, to });
        i = to;
        continue;
      }
      const bare = readDigits(text, i, i + end, markEnd);
      if (bare === null) {
        i = endOfCode(text, i + end);
        continue;
      }
      const figure = placed(text, i, bare);
      const bounded = figure.side !== null && figure.side !== "approx";
      const day = isDayOfMonth(text, i) && !bounded;
      (day ? days : figures).push(figure);
      if (day) dates.push({ from: i, to: bare.to });
      i = bare.to;
      continue;
    }
    const bare = readWords(text, i);
    if (bare !== null) figures.push(placed(text, i, bare));
    i = bare?.to ?? i + (matchAt(numeral, text, i)?.[0].length ?? 1);
  }
  return { figures, dates, days };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where a code such as "5G", "1.5E+05", "G107-2" ends. */
function endOfCode(text: string, at: number): number {
  return at + (matchAt(code, text, at)?.[0].length ?? 0);
}

/** A number in digits with its magnitude and unit; null when letters or length show that it is a name. */
function readDigits(text: string, from: number, end: number, markEnd: number): Bare | null {
  const digits = text.slice(from, end).replaceAll(",", "");
  if (digits.length > longestNumber) return null;
  let to = end;
  // 千克 and 百分点 are units, not thousands or hundreds of something.
  const found =
    unitAt(text, to) === null ? magnitudes.find(([word]) => text.startsWith(word, to)) : undefined;
  to += found?.[0].length ?? 0;
  const vague = /^[余多来几](?!部门|种|年|元)/u.test(text.slice(to, to + 4));
  if (vague) to += 1;
  const day = isDayOfMonth(text, from) && found === undefined;
  const unit = day ? { name: "天", written: "日", power: 0 } : (unitAt(text, to) ?? noUnit);
  if (unit.name === "" && /[A-Za-z0-9_]/u.test(text.charAt(to))) {
    // "5G网络", "1.5E+05"; "1亿2000万" is one number in two pieces.
    if (found === undefined) return null;
  }
  to += unit.written.length;
  const magnitude = found?.[1] ?? 0;
  const listed = markEnd >= from - 1;
  const pieces =
    (!listed && /[0-9]\.? $/u.test(text.slice(Math.max(0, from - 3), from))) ||
    /^\.? [0-9]/u.test(text.slice(end, end + 3));
  const doubt = vague ? "不是准确数，准确数是多少" : pieces ? "数字中间有空格，是否为一个数" : null;
  return { digits, value: Number(`${digits}e${magnitude + unit.power}`), magnitude, unit, to, doubt };
}

/** A number in Chinese words: "五个", "百分之百", "百分百", "零投诉"; null for numerals inside other words. */
function readWords(text: string, at: number): Bare | null {
  const percent = matchAt(percentWords, text, at);
  const bare = { magnitude: 0, doubt: null };
  if (percent !== null) {
    const written = percent[1] ?? "百";
    const value = readChinesePercent(written);
    const unit = { name: "%", written: "%", power: -2 };
    const to = at + percent[0].length;
    return value === null ? null : { ...bare, digits: written, value: Number(`${value}e-2`), unit, to };
  }
  if (matchAt(zeroWords, text, at) !== null) {
    return { ...bare, digits: "零", value: 0, unit: noUnit, to: at + 1 };
  }
  const match = matchAt(numeral, text, at)?.[0];
  if (match === undefined || /^[百千万亿]/u.test(match) || wordBefore.test(text.charAt(at - 1))) return null;
  const value = readChineseNumeral(match);
  if (value === null) return null;
  const end = at + match.length;
  // "三至五个": the unit stands behind the second number.
  const upper = numeralRange.exec(text.slice(end, end + 9))?.[0] ?? "";
  if (upper !== "" && isCountUnit(unitAt(text, end + upper.length))) {
    return { ...bare, digits: match, value, unit: noUnit, to: end };
  }
  const unit = unitAt(text, end);
  if (unit === null || !isCountUnit(unit)) return null;
  const to = end + unit.written.length;
  if (wordBehind.test(text.slice(to, to + 4))) return null;
  return { ...bare, digits: match, value: Number(`${value}e${unit.power}`), unit, to };
}

function isCountUnit(unit: Unit | null): boolean {
  return unit !== null && !nameUnits.test(unit.written);
}

/** A dash before a number is a minus at the start, after a sign or a word that names a change. */
const minus = /(?:^|[≥≤<>=:：(（，,;；为率至到])-$/u;

function placed(text: string, from: number, bare: Bare): PlacedFigure {
  const negative = minus.test(text.slice(Math.max(0, from - 2), from));
  const start = negative ? from - 1 : from;
  const before = sideBefore(text, start);
  const after = sideAfter(text, bare.to, bare.unit.name);
  const zero = bare.digits === "零" && bare.unit.name === "";
  const clash = before !== null && after !== null && direction(before.side) * direction(after.side) < 0;
  // "控制在5%-10%之间", "约20人以上": the bound counts, not the 约.
  const said = before !== null && before.side !== "approx" ? before : (after ?? before);
  return {
    value: negative && bare.value !== 0 ? -bare.value : bare.value,
    high: null,
    unit: bare.unit,
    magnitude: bare.magnitude,
    digits: bare.digits,
    side: zero ? "atMost" : (said?.side ?? null),
    fraction: null,
    doubt: clash
      ? "前后限定词方向相反，以哪个为准"
      : negative && !/^(?:%|百分点|元|倍|分|)$/u.test(bare.unit.name)
        ? "前面的“-”是否为负号"
        : bare.doubt,
    from: start,
    to: bare.to,
    outerFrom: before?.from ?? start,
    outerTo: after?.to ?? bare.to,
  };
}

function direction(side: string): number {
  if (side === "atLeast" || side === "moreThan") return 1;
  return side === "atMost" || side === "lessThan" ? -1 : 0;
}
