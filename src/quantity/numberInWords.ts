import { readChineseNumeral, readChinesePercent } from "./chineseNumeral";
import { matchAt, noUnit, unitAt, type Unit, type WrittenNumber } from "./unit";

export const numeral = /[零〇一二两三四五六七八九十百千万亿]{1,20}/uy;
const percentWords = /百分(?:之([零〇一二两三四五六七八九十百点]{1,12})|百)/uy;
const zeroWords = /零(?=投诉|事故|发生|差错|违规|违纪|伤亡|缺陷|上访|误差|感染|超标)/uy;
/** Characters before a Chinese numeral that make it part of a word: 第一, 统一, 进一步, 星期五. */
const wordBefore = /[第每统唯之同某这那各逐进专划单任周期初高]$/u;
/** What makes "三个…" a manner of speaking. */
const wordBehind = /^(?:意识|维护|自信|确立|方面|层面|环节|坚持|统筹|一批|性|体)/u;
/** Units that make a Chinese numeral a count: a day, a year, a 分 in words is mostly part of a name. */
const nameUnits = /^(?:年|分|度|元|点|面|对|单|片|字|段|级|站|街道|乡|镇|村|县|批|种|类|秒|通|头|组|班|节)$/u;
const numeralRange = /^(?:至|到|~|—|-)([一二两三四五六七八九十百千万]{1,8})/u;

/** A number in Chinese words: "五个", "百分之百", "百分百", "零投诉"; null for numerals inside other words. */
export function numberInWords(text: string, at: number): WrittenNumber | null {
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
