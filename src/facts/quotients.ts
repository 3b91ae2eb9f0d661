import type { Stretch } from "../words/quotation";

/** One division that is written out in a plain text: "40/48", "(110-100)/100×100%=-10%". */
interface Quotient extends Stretch {
  readonly value: number;
  /** The percentage that stands behind "=". */
  readonly equals: { readonly value: number; readonly to: number } | null;
}

const longest = 40;
const number = String.raw`\d[\d,]{0,20}(?:\.\d{1,10})?`;
const unit = "(?:%|亿元|万元|元|[项个份宗件笔起例条家])?";
const label = String.raw`[\p{Script=Han}]{0,12}?`;
const before = new RegExp(`(?<!\\d)(?:1-)?(${number})(${unit})$`, "u");
const behind = new RegExp(`^${label}(${number})(${unit})`, "u");
const terms = new RegExp(`([-+]?)${label}(${number})(${unit})(?:[×*x](\\d{1,6}))?`, "gu");
const result = /^\)?(?:[×*x]100%?)?\)?=(-?\d{1,4}(?:\.\d{1,10})?)%/u;
/** "比例为17:20". */
const ratio = /比(?:例|率|值)?(?:为|是)?\d{1,6}$/u;
const sizes: Readonly<Record<string, number>> = { "%": 0.01, 亿元: 1e8, 万元: 1e4 };

/** Every division in [from, to). */
export function quotientsIn(text: string, from: number, to: number): readonly Quotient[] {
  const found: Quotient[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const isRatio = text.charAt(at) === ":" && ratio.test(text.slice(Math.max(from, at - 12), at));
    if (
      (!isRatio && !/[/÷]/u.test(text.charAt(at))) ||
      /\d{4}\/\d{1,2}\/\d/u.test(text.slice(at - 4, at + 5))
    )
      continue;
    const over = operandBefore(text.slice(Math.max(from, at - longest), at));
    const under = operandBehind(text.slice(at + 1, Math.min(to, at + 1 + longest)));
    if (over === null || under === null || under.value <= 0) continue;
    const end = at + 1 + under.length;
    // "612/680万元": one unit for both.
    const size = over.unit === "" ? (sizes[under.unit] ?? 1) : 1;
    const share = (over.value * size) / under.value;
    const value = over.less ? 1 - share : share;
    const equals = result.exec(text.slice(end, end + 24));
    found.push({
      from: at - over.length,
      to: end,
      value,
      equals: equals === null ? null : { value: Number(equals[1]) / 100, to: end + equals[0].length },
    });
  }
  return found;
}

interface Operand {
  readonly value: number;
  readonly length: number;
  /** As written; "" for what stands in brackets. */
  readonly unit: string;
  /** "1-4/50": what is left of the whole. */
  readonly less: boolean;
}

function operandBefore(text: string): Operand | null {
  if (text.endsWith(")")) {
    const open = text.lastIndexOf("(");
    return open < 0
      ? null
      : { value: sumOf(text.slice(open + 1, -1)), length: text.length - open, unit: "", less: false };
  }
  const match = before.exec(text);
  if (match === null) return null;
  const [all, digits = "", written = ""] = match;
  return { value: read(digits, written), length: all.length, unit: written, less: all.startsWith("1-") };
}

function operandBehind(text: string): Operand | null {
  if (text.startsWith("(")) {
    const close = text.indexOf(")");
    return close < 0
      ? null
      : { value: sumOf(text.slice(1, close)), length: close + 1, unit: "", less: false };
  }
  const match = behind.exec(text);
  if (match === null) return null;
  const [all, digits = "", written = ""] = match;
  return { value: read(digits, written), length: all.length, unit: written, less: false };
}

/** "实际支出110-预算100": added up. */
function sumOf(text: string): number {
  return Array.from(text.matchAll(terms)).reduce(
    (all, [, sign, digits = "", written = "", times = "1"]) =>
      all + (sign === "-" ? -1 : 1) * read(digits, written) * Number(times),
    0,
  );
}

function read(digits: string, written: string): number {
  return Number(digits.replaceAll(",", "")) * (sizes[written] ?? 1);
}
