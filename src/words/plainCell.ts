import { roundBracket, signShapes } from "../quantity/plainText";

/** A text as it is matched: one width of punctuation, no white space, no quotation marks, no wrapped lines. */
export interface PlainCell {
  readonly text: string;
  /** For each character of `text`, where it stands in what was written. */
  readonly at: readonly number[];
}

/** A line break inside a sentence is only a wrapped line, unless a sentence ended or a list item begins. */
const sentenceBefore = /[。！？；;!?]\s{0,8}$/u;
const itemBehind =
  /^\s*(?:\d{1,2}(?:[、)]|\.(?!\d)|\.(?=20\d\d年))|\([\d一二三四五六七八九十]|[一二三四五六七八九十]{1,3}、|[•·◆◇★☆▪➢※])/u;
/** "1.2022年…": a list mark before a year, no decimal point. */
const markBefore = /(?:^|[\n。；;])\s{0,4}\d{1,2}$/u;
const yearBehind = /^\s*20\d\d年/u;
const quotation = /[“”‘’"'「」『』〝〞]/u;
const circled = /[①-⒛❶-➓㊀-㊉]/u;
const space = /[\s\u0085]/u;
/** Nobody sees them. */
const unseen = /\p{Cf}/u;
/** Two signs for one. */
const twins: Readonly<Record<string, string>> = {
  "<=": "≤",
  "=<": "≤",
  ">=": "≥",
  "=>": "≥",
  "<<": "《",
  ">>": "》",
};
/** "３，２００万元" */
const wideDigit = /[０-９]/u;
const digit = /\d/u;
const circledBehind = /^\s*[①-⒛❶-➓㊀-㊉]/u;
/** A heading begins a line of its own also behind words without a full stop. */
const headingBehind =
  /^\s*\(?[一二三四五六七八九十\d]{0,2}[)、.]?(?:未达标|未完成|扣分|失分|主要|存在|偏差)?的?(?:原因|问题|改进|整改|下一步)[^\s,。;:]{0,8}:/u;
/** "未达标|原因：" is one heading. */
const headingBefore = /(?:未达标|未完成|扣分|失分|主要|存在|偏差)的?\s*$/u;

/**
 * NFKC character by character, so that every one keeps its place. A space between two digits stays, so that they never
 * join, and one comes behind a comma of the sentence ("3，104万元"), which is no separator of thousands.
 */
export function plainCell(content: string): PlainCell {
  const signs: string[] = [];
  const at: number[] = [];
  const put = (sign: string, place: number): void => {
    for (const one of sign) {
      signs.push(one);
      // A sign of two code units takes two places.
      for (let unit = 0; unit < one.length; unit += 1) at.push(place);
    }
  };
  let spaced = false;
  let wrapped = false;
  let comma = false;
  let place = 0;
  for (const written of content) {
    const here = place;
    place += written.length;
    // Most signs are these, and stay as they are.
    if (written >= "一" && written <= "\u9fff") {
      signs.push(written);
      at.push(here);
      spaced = false;
      wrapped = false;
      comma = false;
      continue;
    }
    if (written === "\n") {
      if (endsHere(content, here)) put("\n", here);
      spaced = false;
      wrapped = true;
    } else if (space.test(written)) {
      if (wrapped || written === "\r") continue;
      spaced = true;
      if (signs.at(-1) === ".") signs[signs.length - 1] = "。";
    } else if (circled.test(written)) {
      put("\n", here);
    } else if (!unseen.test(written)) {
      const shape = signShapes[written] ?? written;
      const plain = shape.normalize("NFKC");
      if (quotation.test(plain)) continue;
      const digits = digit.test(plain.charAt(0));
      if (
        digits &&
        ((spaced && digit.test(signs.at(-1) ?? "")) || (comma && digit.test(signs.at(-2) ?? "")))
      ) {
        put(" ", here);
      }
      const marks =
        plain === "." &&
        yearBehind.test(content.slice(place, place + 8).normalize("NFKC")) &&
        markBefore.test(content.slice(Math.max(0, here - 5), here).normalize("NFKC"));
      const sign = marks ? "、" : written === "–" ? "-" : (roundBracket(content, here) ?? plain);
      const twin = spaced ? undefined : twins[`${signs.at(-1) ?? ""}${sign}`];
      if (twin === undefined) put(sign, here);
      else signs[signs.length - 1] = twin;
      spaced = false;
      wrapped = false;
      const groups = wideDigit.test(content.charAt(here - 1)) && wideDigit.test(content.charAt(place));
      comma = shape === "，" && !groups;
    }
  }
  if (signs.at(-1) === ".") signs[signs.length - 1] = "。";
  return { text: signs.join(""), at };
}

/** Behind the sign that stands here; it may take two code units. */
export function signEnd(content: string, at: number): number {
  return at + ((content.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function endsHere(content: string, at: number): boolean {
  const before = content.slice(Math.max(0, at - 8), at);
  const behind = content.slice(at + 1, at + 40);
  const plain = behind.normalize("NFKC");
  return (
    sentenceBefore.test(before) ||
    circledBehind.test(behind) ||
    itemBehind.test(plain) ||
    (headingBehind.test(plain) && !headingBefore.test(before))
  );
}
