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

const single: Readonly<Record<string, string>> = {
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
  "［": "[",
  "］": "]",
};

const isDigit = (c: string): boolean => c >= "0" && c <= "9";
const isFullWidthDigit = (c: string): boolean => c >= "０" && c <= "９";

function plainCharacter(text: string, i: number): string {
  const c = text.charAt(i);
  // A full-width comma separates clauses, unless it groups thousands of full-width digits.
  if (c === "，") {
    return isFullWidthDigit(text.charAt(i - 1)) && isFullWidthDigit(text.charAt(i + 1)) ? "," : c;
  }
  const code = text.charCodeAt(i);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return single[c] ?? c;
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
    const c = plainCharacter(original, i);
    if (/[\s\u200b-\u200d\u2060\ufeff]/u.test(c)) {
      const lineBreak = c === "\n" || c === "\r";
      if (blank === null || (lineBreak && blank.c === " ")) blank = { c: lineBreak ? "\n" : " ", i };
      continue;
    }
    const before = characters.at(-1) ?? "";
    if (blank !== null && before !== "") {
      const digits = (isDigit(before) || before === ".") && isDigit(c);
      const wraps = isDigit(before) || /[%万亿以及或个人元)]/u.test(c);
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
