import { signEnd } from "./plainCell";
import type { WordCell } from "./readWords";

/** A stretch of a text, [from, to). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** taken: a fact was read from the words; unused: they were read, and not taken; unread: they were not understood. */
export type QuoteUse = "taken" | "unused" | "unread";

export interface UsedWords extends Stretch {
  readonly use: QuoteUse;
}

/** The words of a cell that bear on one fact; every place is one in what was written. */
export interface Quotation {
  /** The whole cell. */
  readonly text: string;
  /** What is quoted: whole sentences, in order, neighbours as one. */
  readonly quoted: readonly Stretch[];
  /** Words in them, in no order; they may lie on one another. */
  readonly words: readonly UsedWords[];
}

/** Between two stretches of a quotation: words of the cell that say nothing about the fact. */
export const leftOut = "……";

/** Quotes what words of the plain cell were used for, each with the whole of its sentences. */
export function quotationOf(text: string, cell: WordCell, used: readonly UsedWords[]): Quotation {
  const sentences = cell.sentences.filter((sentence) =>
    used.some(({ from, to }) => from < sentence.to && to > sentence.from),
  );
  return {
    text,
    quoted: joined(
      text,
      sentences.map(({ written }) => written),
    ),
    words: used.map(({ from, to, use }) => ({ ...writtenAt(text, cell, from, to), use })),
  };
}

/** Quotes the sentences of others, too: the same quantity is said there. */
export function quotingAlso(quotation: Quotation, others: readonly Quotation[]): Quotation {
  const all = [quotation, ...others].flatMap(({ quoted }) => quoted);
  return { ...quotation, quoted: joined(quotation.text, all) };
}

/** All that is quoted, as written. */
export function quotedText({ text, quoted }: Quotation): string {
  return quoted.map(({ from, to }) => text.slice(from, to)).join(leftOut);
}

/** What was used so, as written; the same words once. */
export function wordsUsed({ text, words }: Quotation, use: QuoteUse): readonly string[] {
  const used = words.filter((one) => one.use === use).sort((one, other) => one.from - other.from);
  return Array.from(new Set(used.map(({ from, to }) => text.slice(from, to))));
}

/** Whether what was quoted still stands in a text; white space is not compared, it may have been wrapped. */
export function stillQuotes(text: string, quote: string): boolean {
  const within = text.replace(/\s+/gu, "");
  let from = 0;
  return quote
    .replace(/\s+/gu, "")
    .split(leftOut)
    .every((piece) => {
      const found = within.indexOf(piece, from);
      from = found + piece.length;
      return found >= 0;
    });
}

/** Without the signs around it. */
function writtenAt(text: string, { at }: WordCell, from: number, to: number): Stretch {
  const begin = at[from] ?? 0;
  const words = text.slice(begin, signEnd(text, at[to - 1] ?? 0));
  const before = words.length - words.replace(signsBefore, "").length;
  return { from: begin + before, to: begin + words.replace(signsBehind, "").length };
}

const signsBefore = /^[\s，,；;：:、。]+(?=.)/u;
const signsBehind = /(?<=.)(?<![\s，,；;：:、。])[\s，,；;：:、。]+$/u;

const onlySigns = /^[\s。；;.!！?？]*$/u;

/** In order, what lies together as one. */
function joined(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of [...stretches].sort((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last === undefined || !onlySigns.test(text.slice(last.to, stretch.from))) all.push(stretch);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
  }
  return all;
}
