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
  "㎡": "平方米",
  "㎥": "立方米",
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
    if (isPower(text, character, printed.charAt(at + character.length))) {
      spellPower(text, places, character, at);
      at += character.length;
      continue;
    }
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

const areas: Readonly<Record<string, string>> = { m2: "平方米", m3: "立方米", km2: "平方公里" };

/** 10m², 10m2, 2km²: the sign belongs to the unit, and is no number of its own. */
function isPower(text: readonly string[], sign: string, next: string): boolean {
  if (!/[23²³]/u.test(sign) || text.at(-1) !== "m" || /[\dA-Za-z.]/u.test(next)) return false;
  const before = text.at(-2) === "k" ? text.at(-3) : text.at(-2);
  return before !== undefined && /\d/u.test(before) && unitOf(text, sign) in areas;
}

function unitOf(text: readonly string[], sign: string): string {
  return `${text.at(-2) === "k" ? "km" : "m"}${sign.normalize("NFKC")}`;
}

function spellPower(text: string[], places: number[], sign: string, at: number): void {
  const unit = unitOf(text, sign);
  const from = places.at(1 - unit.length) ?? at;
  text.splice(1 - unit.length);
  places.splice(1 - unit.length);
  const words = areas[unit] ?? "";
  text.push(...Array.from(words));
  places.push(...Array.from(words, (_, index) => (index === words.length - 1 ? at : from)));
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
