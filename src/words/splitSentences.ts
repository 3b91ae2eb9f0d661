/** One sentence of a cell: the words as written, and the same words in the form that patterns are matched against. */
export interface Sentence {
  readonly quote: string;
  /** NFKC, without white space, quotation marks, list marks and remarks in brackets. */
  readonly text: string;
  /** The same with the remarks in brackets, for guards: "（部分未完成）" must not be overlooked. */
  readonly whole: string;
}

/** A longer sentence is not one: it is left to a person rather than searched. */
const longestSentence = 600;
const listMark =
  /^(?:\d{1,2}[.、)](?!\d)|\([\d一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,2},)/u;
/** A line break inside a sentence is only a wrapped line, unless a sentence ended or a list item begins. */
const wrappedLine =
  /([^。！？；;!?\s])[ \t\u3000]*\r?\n[ \t\u3000]*(?!\d{1,2}[.．、)）]|[（(][\d一二三四五六七八九十]|[一二三四五六七八九十]{1,3}、|[①-⒛])/gu;
const circledNumber = /[①-⒛]/gu;
const sentenceEnd = /[。！？；;!?\n]|\.(?=\s|$)/u;

/** Cuts 评分依据 into sentences. Never throws; an empty text has none. */
export function splitSentences(content: string): readonly Sentence[] {
  return content
    .replace(wrappedLine, "$1")
    .replace(circledNumber, "\n")
    .split(sentenceEnd)
    .map((quote) => quote.trim())
    .filter((quote) => quote !== "" && quote.length <= longestSentence)
    .map((quote) => {
      const whole = normalizeWords(quote).replace(listMark, "");
      return { quote, whole, text: dropRemarks(whole) };
    });
}

/**
 * NFKC, quotation marks and white space removed; a space between two digits stays, so that they never join, and one comes
 * behind a comma of the sentence ("3，104万元"), which is no separator of thousands.
 */
function normalizeWords(content: string): string {
  return content
    .replace(/([0-9])，\s*(?=[0-9])/gu, "$1,\u0001")
    .normalize("NFKC")
    .replace(/[“”‘’"'「」『』]/gu, "")
    .replace(/(\d)\s+(?=\d)/gu, "$1\u0001")
    .replace(/\s+/gu, "")
    .replaceAll("\u0001", " ");
}

/** "(满分3分)" goes; "(95%)" and "(330.98万元)" are the figure itself and stay without brackets. */
function dropRemarks(text: string): string {
  return text
    .replace(/\((-?[\d,.]{1,20}(?:%|万?元|亿元))\)/gu, "$1")
    .replace(/\([^()]{0,200}\)/gu, "")
    .replace(/\([^()]{0,200}\)/gu, "");
}
