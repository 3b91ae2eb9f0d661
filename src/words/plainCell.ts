/** A text as it is matched: one width of punctuation, no white space, no quotation marks, no wrapped lines. */
export interface PlainCell {
  readonly text: string;
  /** For each character of `text`, where it stands in what was written. */
  readonly at: readonly number[];
}

/** A line break inside a sentence is only a wrapped line, unless a sentence ended or a list item begins. */
const sentenceBefore = /[。！？；;!?]\s{0,8}$/u;
const itemBehind =
  /^\s*(?:\d{1,2}(?:[、)）]|[.．](?!\d)|[.．](?=20\d\d年))|[（(][\d一二三四五六七八九十]|[一二三四五六七八九十]{1,3}、|[①-⒛])/u;
/** "1.2022年…": a list mark before a year, no decimal point. */
const markBefore = /(?:^|[\n。；;])\s{0,4}\d{1,2}$/u;
const yearBehind = /^\s*20\d\d年/u;
const quotation = /[“”‘’"'「」『』]/u;
const circled = /[①-⒛]/u;
const space = /\s/u;
const digit = /\d/u;
/** A heading begins a line of its own also behind words without a full stop. */
const headingBehind =
  /^\s*[（(]?[一二三四五六七八九十\d]{0,2}[)）、.．]?(?:未达标|未完成|扣分|失分|主要|存在|偏差)?的?(?:原因|问题|改进|整改|下一步)[^\s，。；：,:;]{0,8}[：:]/u;

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
    } else if (!quotation.test(written)) {
      const sign = written.normalize("NFKC");
      const digits = digit.test(sign.charAt(0));
      if (
        digits &&
        ((spaced && digit.test(signs.at(-1) ?? "")) || (comma && digit.test(signs.at(-2) ?? "")))
      ) {
        put(" ", here);
      }
      const marks =
        sign === "." &&
        yearBehind.test(content.slice(place, place + 8)) &&
        markBefore.test(content.slice(Math.max(0, here - 5), here));
      put(marks ? "、" : sign, here);
      spaced = false;
      wrapped = false;
      comma = written === "，";
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
  const behind = content.slice(at + 1, at + 40);
  return (
    sentenceBefore.test(content.slice(Math.max(0, at - 8), at)) ||
    itemBehind.test(behind) ||
    headingBehind.test(behind)
  );
}
