import { plainCell, signEnd, type PlainCell } from "./plainCell";

/** One sentence of a cell: the words as written, and the same words in the form that patterns are matched against. */
export interface Sentence {
  readonly quote: string;
  /** Where that stands in what was written. */
  readonly written: { readonly from: number; readonly to: number };
  /** Plain, without list marks and remarks in brackets. */
  readonly text: string;
  /** Where each character of `text` stands in the plain cell; one more for its end. */
  readonly places: readonly number[];
  /** The stretch of the plain cell, behind the list mark. */
  readonly from: number;
  readonly to: number;
  /** It ends at a full stop, not only at a semicolon: what follows is no part of the same list. */
  readonly closed: boolean;
}

/** A cell of words, plain, with its sentences. */
export interface WordCell extends PlainCell {
  readonly sentences: readonly Sentence[];
}

/** A longer sentence is not one: it is left to a person rather than searched. */
const longestSentence = 600;
const listMark =
  /^(?:\d{1,2}(?:[、)](?!\d)|、(?=20\d\d年)|\.(?!\d))|\([\d一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,2},|[一二三四五六七八九十]是[,:]?|[•·◆◇★☆▪➢※]|-(?!\d))/u;
const figureInBrackets = /^-?[\d,.]{1,20}(?:%|万?元|亿元)$/u;
const longestRemark = 200;
const longestTitle = 80;

/** Reads 评分依据 as plain words and cuts it into sentences. Never throws; an empty text has none. */
export function readWords(content: string): WordCell {
  const plain = plainCell(content);
  const { text } = plain;
  const closing = closingBrackets(text);
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const close = closing.get(at);
    if (close !== undefined) at = close;
    if (at < text.length && !isEnd(text.charAt(at))) continue;
    const sentence = cut(plain, content, closing, start, Math.min(at, text.length));
    if (sentence !== null) sentences.push(sentence);
    start = at + 1;
  }
  return { ...plain, sentences };
}

function isEnd(sign: string): boolean {
  return sign === "。" || sign === ";" || sign === "!" || sign === "?" || sign === "\n";
}

function cut(
  plain: PlainCell,
  content: string,
  closing: ReadonlyMap<number, number>,
  start: number,
  to: number,
): Sentence | null {
  const mark = listMark.exec(plain.text.slice(start, Math.min(to, start + 8)))?.[0] ?? "";
  const from = start + mark.length;
  const first = plain.at[start];
  const last = plain.at[to - 1];
  if (first === undefined || last === undefined || to <= start) return null;
  const around = content.slice(first, signEnd(content, last));
  const quote = around.trim();
  if (quote === "" || quote.length > longestSentence) return null;
  const begin = first + around.indexOf(quote);
  const places = withoutRemarks(plain.text, closing, from, to);
  const text = places.map((place) => plain.text.charAt(place)).join("");
  const written = { from: begin, to: begin + quote.length };
  return { quote, written, text, places: [...places, to], from, to, closed: plain.text.charAt(to) !== ";" };
}

/** "(满分3分)" goes; "(95%)" and "(330.98万元)" are the figure itself and stay without brackets. */
function withoutRemarks(
  text: string,
  closing: ReadonlyMap<number, number>,
  from: number,
  to: number,
): readonly number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    const close = closing.get(at);
    if (close === undefined || close >= to) {
      places.push(at);
    } else {
      const within = figureInBrackets.test(text.slice(at + 1, close));
      for (let kept = at + 1; within && kept < close; kept += 1) places.push(kept);
      at = close;
    }
  }
  return places;
}

/** Of every pair of brackets that is closed within reach: where it opens, where it closes. */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\n" || sign === "。") {
      open.length = 0;
    } else if (sign === "《") {
      // Brackets in the name of a document are part of it.
      at += Math.max(0, text.slice(at, at + longestTitle).indexOf("》"));
    } else if (sign === "(") open.push(at);
    else if (sign === ")") {
      const from = open.pop();
      if (from !== undefined && at - from <= longestRemark) found.set(from, at);
    }
  }
  return found;
}
