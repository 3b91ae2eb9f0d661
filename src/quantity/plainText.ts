/** A text in plain characters without white space, and where each character stood in the original. */
export interface PlainText {
  readonly text: string;
  /** at[i] is the index in the original of text[i]; one more entry marks the end. */
  readonly at: readonly number[];
}

/** Characters [from, to) of the original text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Signs that are written in several shapes, each with the one that is read. */
export const signShapes: Readonly<Record<string, string>> = {
  "≧": "≥",
  "⩾": "≥",
  "≦": "≤",
  "⩽": "≤",
  "﹥": ">",
  "﹤": "<",
  "﹦": "=",
  "﹪": "%",
  "﹢": "+",
  "﹣": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "—",
  "―": "—",
  "〜": "~",
  "∼": "~",
  "﹐": "，",
  "﹔": ";",
  "﹕": ":",
  "∶": ":",
  "﹙": "(",
  "﹚": ")",
  "︰": ":",
  "─": "—",
  "､": "、",
  "﹑": "、",
  "｡": "。",
  "〈": "《",
  "〉": "》",
};

/** White space, and signs that nobody sees. */
const blankSign = /[\s\p{Cf}\u0085]/u;

const issue = /[【〔[［]\s{0,2}[2２][0０]\p{Nd}{2}\s{0,2}[】〕\]］]/u;

/** "【…】" and "[…]" are remarks like "(…)"; "〔2022〕14号" belongs to the name of a document. */
export function roundBracket(text: string, i: number): "(" | ")" | null {
  const sign = text.charAt(i);
  if (/[【〔[［]/u.test(sign)) return issue.test(text.slice(i, i + 10)) ? null : "(";
  return /[】〕\]］]/u.test(sign) && !issue.test(text.slice(Math.max(0, i - 9), i + 1)) ? ")" : null;
}

const isDigit = (c: string): boolean => c >= "0" && c <= "9";
const isFullWidthDigit = (c: string): boolean => c >= "０" && c <= "９";

function plainCharacter(text: string, i: number): string {
  const c = text.charAt(i);
  if (c === "正" && plusMinus.test(text.slice(i, i + 8))) return "±";
  // A full-width comma separates clauses, unless it groups thousands of full-width digits.
  if (c === "，") {
    return isFullWidthDigit(text.charAt(i - 1)) && isFullWidthDigit(text.charAt(i + 1)) ? "," : c;
  }
  const round = roundBracket(text, i);
  if (round !== null) return round;
  const code = text.charCodeAt(i);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // "–2%" is minus; "3–5场" is a range.
  if (c === "–" && isDigit(text.charAt(i + 1)) && !isDigit(text.charAt(i - 1))) return "-";
  return signShapes[c] ?? c;
}

/** "正负0.5%" */
const plusMinus = /^正[\s\p{Cf}]{0,2}负[\s\p{Cf}]{0,2}\p{Nd}/u;

const longestLine = 30;
const numeral = /[零一二两三四五六七八九十百千点成分之]/u;
const itemMark = /^[(（]\s?[\p{Nd}一二三四五六七八九十]{1,2}[)）]/u;

/** A clause that so far has no number goes on in the next line: "比上年下|降5%". */
function isInWord(characters: readonly string[]): boolean {
  const last = characters.length - 1;
  for (let i = last; i >= Math.max(0, last - longestLine); i -= 1) {
    const c = characters[i] ?? "";
    if (/[，,；;。:、()\n①-⒛]/u.test(c)) return i < last;
    if (/[\p{Nd}一二两三四五六七八九十百千万亿零半几]/u.test(c)) return false;
  }
  return last < longestLine;
}

/**
 * Full-width characters as their plain forms, one for one, so that spans stay true. NFKC is not used: it would turn
 * ① into 1 and ㎡ into m2. White space goes, except that one blank stays between digits and a line break stays a
 * line break unless it only wraps a line before a unit.
 */
export function plainText(original: string): PlainText {
  const characters: string[] = [];
  const at: number[] = [];
  let blank: { c: string; i: number } | null = null;
  for (let i = 0; i < original.length; i += 1) {
    const written = original.charAt(i);
    if (written === "负" && characters.at(-1) === "±") continue;
    // Most signs are these, and stay as they are.
    if (blank === null && written !== "正" && written >= "一" && written <= "\u9fff") {
      characters.push(written);
      at.push(i);
      continue;
    }
    const c = plainCharacter(original, i);
    if (blankSign.test(c)) {
      const lineBreak = c === "\n" || c === "\r";
      if (blank === null || (lineBreak && blank.c === " ")) blank = { c: lineBreak ? "\n" : " ", i };
      continue;
    }
    const before = characters.at(-1) ?? "";
    if (blank !== null && before !== "") {
      const digits = (isDigit(before) || before === ".") && isDigit(c);
      const wraps =
        isDigit(before) ||
        /[%万亿以及或个人元)内余多底末前/]/u.test(c) ||
        /[以之每约达至为共第半/]/u.test(before) ||
        (numeral.test(before) && numeral.test(c)) ||
        (c === "(" && !itemMark.test(original.slice(i, i + 5))) ||
        isInWord(characters);
      if (digits || (blank.c === "\n" && !wraps)) {
        characters.push(blank.c);
        at.push(blank.i);
      }
    }
    blank = null;
    characters.push(c);
    at.push(i);
  }
  at.push((at.at(-1) ?? -1) + 1);
  return { text: characters.join(""), at };
}

/** A stretch of the plain text as characters of the original. */
export function originalSpan(plain: PlainText, from: number, to: number): Span {
  const first = plain.at[from] ?? 0;
  return { from: first, to: to > from ? (plain.at[to - 1] ?? first) + 1 : first };
}
