import { matchAt, noUnit, unitAt, type Unit, type WrittenNumber } from "./unit";
import { isInDays } from "./nameDigits";

export const numeral = /[零〇一二两三四五六七八九十百千万亿]{1,20}/uy;
const percentWords = /(?:([百千万])分之([零〇一二两三四五六七八九十百点]{1,12}))|百分百/uy;
const powerOf: Readonly<Record<string, number>> = { 百: -2, 千: -3, 万: -4 };
/** "九十五点五%", "一点二亿元": the decimals of a number in words. */
const decimalWords = /点[零〇一二三四五六七八九]{1,6}(?=[%‰万亿元])/uy;
/** "八成五": eighty-five percent. */
const halfTenth = /[一二三四五六七八九](?![零〇一二两三四五六七八九十百千万亿])/uy;
/** "翻一番" adds as much again. */
const doubled = /翻([一两二三四])番/uy;
const zeroWords = /零(?=投诉|事故|发生|差错|违规|违纪|伤亡|缺陷|上访|误差|感染|超标)/uy;
/** Characters before a Chinese numeral that make it part of a word: 第一, 统一, 进一步, 星期五. */
const wordBefore = /[第每统唯之同某这那各逐进专划单任周期初高分]$/u;
/** What makes "三个…" a manner of speaking. */
const wordBehind = /^(?:意识|维护|自信|确立|方面|层面|环节|坚持|统筹|一批|性|体)/u;
/** Units that make a Chinese numeral a count: a day, a year, a 分 in words is mostly part of a name. */
const nameUnits =
  /^(?:年|分|度|元|点|面|对|单|片|字|段|级|站|街道|乡|镇|村|县|批|种|类|秒|通|头|组|班|节|方)$/u;
const numeralRange = /^(?:至|到|~|—|-)([一二两三四五六七八九十百千万]{1,8})/u;

/** A number in Chinese words: "五个", "百分之百", "百分百", "零投诉"; null for numerals inside other words. */
export function numberInWords(text: string, at: number): WrittenNumber | null {
  const percent = matchAt(percentWords, text, at);
  const bare = { magnitude: 0, doubt: null };
  if (percent !== null) {
    const written = percent[2] ?? "百";
    const value = readChinesePercent(written);
    const power = powerOf[percent[1] ?? "百"] ?? -2;
    const unit = { name: "%", written: "%", power };
    const to = at + percent[0].length;
    return value === null ? null : { ...bare, digits: written, value: Number(`${value}e${power}`), unit, to };
  }
  const times = matchAt(doubled, text, at);
  if (times !== null) {
    const digits = times[1] ?? "一";
    const unit = { name: "%", written: "番", power: 0 };
    const value = 2 ** (readChineseNumeral(digits) ?? 1) - 1;
    return { ...bare, digits, value, unit, to: at + times[0].length };
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
  const decimals = matchAt(decimalWords, text, end)?.[0] ?? "";
  if (decimals !== "") return decimalInWords(text, at, end + decimals.length);
  const unit = unitAt(text, end);
  if (unit === null || !isCountUnit(unit)) return null;
  const to = end + unit.written.length;
  if (wordBehind.test(text.slice(to, to + 4)) || isOrdinal(text, match, unit.written)) return null;
  const half = unit.written === "成" ? (matchAt(halfTenth, text, to)?.[0] ?? "") : "";
  const tenths = half === "" ? String(value) : `${value}.${readChineseNumeral(half) ?? 0}`;
  const digits = half === "" ? match : text.slice(at, to + 1);
  return { ...bare, digits, value: Number(`${tenths}e${unit.power}`), unit, to: to + half.length };
}

function decimalInWords(text: string, at: number, end: number): WrittenNumber | null {
  const digits = text.slice(at, end);
  const value = readChinesePercent(digits);
  const found = magnitudes.find(([word]) => text.startsWith(word, end));
  const after = end + (found?.[0].length ?? 0);
  const unit = unitAt(text, after) ?? noUnit;
  const magnitude = found?.[1] ?? 0;
  if (value === null) return null;
  const moved = Number(`${value}e${magnitude + unit.power}`);
  return { digits, value: moved, magnitude, unit, to: after + unit.written.length, doubt: null };
}

/** "一期100套、二期50套": 二期 is the second of them (two of them are 两期), and 一期 beside it the first. */
function isOrdinal(text: string, numeral: string, unit: string): boolean {
  return (
    (numeral === "二" || numeral === "一") && /^[期批轮组班级]$/u.test(unit) && text.includes(`二${unit}`)
  );
}

function isCountUnit(unit: Unit | null): boolean {
  return unit !== null && !nameUnits.test(unit.written);
}

const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const placeOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const largeOf: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Up to 9999 in places: "一千零五" → 1005, "十二" → 12; null for what nobody writes ("三五", "十百"). */
function readPlaces(numeral: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let lowest = 10_000;
  for (const c of numeral) {
    const place = placeOf[c];
    const value = digitOf[c];
    if (place !== undefined) {
      if (place >= lowest || (digit === null && sum > 0)) return null;
      sum += (digit ?? 1) * place;
      lowest = place;
      digit = null;
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else return null;
  }
  return sum + (digit ?? 0);
}

/** A whole number written in Chinese: "五" → 5, "三千五百" → 3500, "两万" → 20000; null when it is not one. */
export function readChineseNumeral(numeral: string): number | null {
  if (numeral === "" || numeral.length > 20) return null;
  let sum = 0;
  let rest = numeral;
  for (const large of ["亿", "万"] as const) {
    const cut = rest.indexOf(large);
    if (cut < 0) continue;
    const factor = readPlaces(rest.slice(0, cut));
    if (factor === null || factor === 0) return null;
    sum += factor * (largeOf[large] ?? 1);
    rest = rest.slice(cut + 1);
  }
  if (rest === "") return sum;
  const tail = readPlaces(rest);
  return tail === null ? null : sum + tail;
}

/** "九十五" → 95, "九十五点五" → 95.5, "百" → 100: what stands behind 百分之. */
export function readChinesePercent(numeral: string): number | null {
  const [whole = "", decimals, ...more] = numeral.split("点");
  const value = readChineseNumeral(whole);
  if (value === null || more.length > 0) return null;
  if (decimals === undefined) return value;
  const digits = Array.from(decimals, (c) => digitOf[c]);
  if (digits.length === 0 || digits.some((digit) => digit === undefined)) return null;
  return Number(`${value}.${digits.join("")}`);
}

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
const longestNumber = 15;

/** A number in digits with its magnitude and unit; null when letters or length show that it is a name. */
export function numberInDigits(
  text: string,
  from: number,
  end: number,
  markEnd: number,
): WrittenNumber | null {
  const digits = text.slice(from, end).replaceAll(",", "");
  if (digits.length > longestNumber) return null;
  let to = end;
  // 千克 and 百分点 are units, not thousands or hundreds of something.
  const found =
    unitAt(text, to) === null ? magnitudes.find(([word]) => text.startsWith(word, to)) : undefined;
  to += found?.[0].length ?? 0;
  const vague = /^(?:[余多来几](?!部门|种|年|元)|\+(?=\p{Script=Han}))/u.test(text.slice(to, to + 4));
  if (vague) to += 1;
  const day = isInDays(text, from) && found === undefined;
  const unit = day ? { name: "天", written: "日", power: 0 } : (unitAt(text, to) ?? noUnit);
  if (unit.name === "" && /[A-Za-z0-9_]/u.test(text.charAt(to))) {
    // "5G网络", "1.5E+05"; "1亿2000万" is one number in two pieces.
    if (found === undefined) return null;
  }
  to += unit.written.length;
  const magnitude = found?.[1] ?? 0;
  const listed = markEnd >= from - 1;
  const pieces =
    (!listed && /[0-9](?:\.? |[,，。·])$/u.test(text.slice(Math.max(0, from - 3), from))) ||
    /^(?:\.? |[,，。·])[0-9]/u.test(text.slice(end, end + 3));
  const doubt = vague ? "不是准确数，准确数是多少" : pieces ? "数字中间有空格或逗号，是否为一个数" : null;
  return { digits, value: Number(`${digits}e${magnitude + unit.power}`), magnitude, unit, to, doubt };
}
