import { isDayOfMonth } from "./nameDigits";
import { noUnit, unitAt, type WrittenNumber } from "./unit";

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
    (!listed && /[0-9](?:\.? |[,，])$/u.test(text.slice(Math.max(0, from - 3), from))) ||
    /^(?:\.? |[,，])[0-9]/u.test(text.slice(end, end + 3));
  const doubt = vague ? "不是准确数，准确数是多少" : pieces ? "数字中间有空格或逗号，是否为一个数" : null;
  return { digits, value: Number(`${digits}e${magnitude + unit.power}`), magnitude, unit, to, doubt };
}
