/** A clause in the form in which it is read, and where each of its characters stands in the print. */
export interface PlainClause {
  /** One kind of sign, bracket and digit; no white space but line breaks; no quotation marks. */
  readonly text: string;
  /** For each character its place in the print, and one more for the end. */
  readonly places: readonly number[];
  readonly printed: string;
}

/** Rarer signs and what they mean. NFKC makes the full-width ones plain. */
const signs: Readonly<Record<string, string>> = {
  "≦": "≤",
  "⩽": "≤",
  "≧": "≥",
  "⩾": "≥",
  "∕": "/",
  "╱": "/",
  "⁄": "/",
  "∗": "*",
  "×": "*",
  "✕": "*",
  "·": "*",
  "÷": "/",
  "【": "[",
  "】": "]",
  "〔": "[",
  "〕": "]",
  "—": "-",
  "–": "-",
  "―": "-",
  "─": "-",
  "－": "-",
  "−": "-",
  "～": "~",
  "〜": "~",
  "、": "、",
  "。": "。",
};
const dropped = /[“”„‟«»「」『』〝〞"'‘’‚‛`´\u00ad\u200b-\u200f\u2060\ufeff]/u;
const blank = /\s/u;
/** Plain as they are, the circled numbers too; most of a text. */
const plainAlready = /[\u4e00-\u9fff0-9A-Za-z①-⒛%.,;:()]/u;

/** Character by character, so that every place is known. Two signs that make one are joined: <= is ≤. */
export function plainClause(printed: string): PlainClause {
  const text: string[] = [];
  const places: number[] = [];
  const seen = new Map<string, string>();
  let at = 0;
  for (const character of printed) {
    const plain = seen.get(character) ?? plainCharacter(character);
    seen.set(character, plain);
    for (let unit = 0; unit < plain.length; unit += 1) {
      const one = plain.charAt(unit);
      const joined = joinedSign(text.at(-1), one);
      if (joined === null) {
        text.push(one);
        places.push(plain === character ? at + unit : at);
      } else text[text.length - 1] = joined;
    }
    at += character.length;
  }
  places.push(printed.length);
  return { text: text.join(""), places, printed };
}

function plainCharacter(character: string): string {
  if (plainAlready.test(character)) return character;
  if (character === "\n" || character === "\r") return "\n";
  if (dropped.test(character) || blank.test(character)) return "";
  const known = signs[character];
  if (known !== undefined) return known;
  // Only what takes one unit of text each: every character of the plain text has its place.
  const plain = character.normalize("NFKC").replace(/\s/gu, "");
  return plain.length > 8 ? "" : plain;
}

function joinedSign(last: string | undefined, next: string): string | null {
  if (next === "=" && last === "<") return "≤";
  if (next === "=" && last === ">") return "≥";
  if (last === "=" && next === "<") return "≤";
  if (last === "=" && next === ">") return "≥";
  return null;
}

/** A stretch of the plain text as it is printed. */
export function printedWords({ printed, places }: PlainClause, from: number, to: number): string {
  return printed.slice(places[from] ?? 0, endPlace(places, to)).trim();
}

/** Where a stretch of the plain text ends in the print: behind its last character. */
export function endPlace(places: readonly number[], to: number): number {
  return to === 0 ? 0 : (places[to - 1] ?? 0) + 1;
}
