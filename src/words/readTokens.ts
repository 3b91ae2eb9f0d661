import { scanFigures } from "../quantity/scanFigures";
import type { PlacedFigure } from "../quantity/figure";
import { wordAt, type WordKind } from "./lexicon";

/** One word, figure or year of a plain cell, [from, to). */
export type Token =
  | { readonly is: "word"; readonly kind: WordKind; readonly from: number; readonly to: number }
  | { readonly is: "figure"; readonly figure: PlacedFigure; readonly from: number; readonly to: number }
  /** 2022年, 2023年度, 2023年3月: a year, with the month where one is named. */
  | { readonly is: "year"; readonly year: number; readonly from: number; readonly to: number }
  /** 3-11月, 6月底. */
  | { readonly is: "months"; readonly from: number; readonly to: number }
  /** 《…》, 〔2022〕14号: a document; what stands in it says nothing. */
  | { readonly is: "title"; readonly from: number; readonly to: number };

const title = /《[^《》]{1,80}》|[〔[(【]20\d\d[〕\])】]\d{0,5}号?/uy;
const year = /(?:19|20)\d\d(?:年度?|(?=[-/.]\d{1,2}[-/.]))/uy;
const months = /(?:\d{1,2}月?[-~—至到、])?\d{1,2}月(?:份|底|末|初)?/uy;

/** The words of the lexicon, the figures, years and documents of a plain cell, in order. Time grows with its length. */
export function readTokens(text: string): readonly Token[] {
  const { figures } = scanFigures(text);
  const tokens: Token[] = [];
  let next = 0;
  for (let at = 0; at < text.length;) {
    while ((figures[next]?.from ?? Infinity) < at) next += 1;
    const token =
      titleAt(text, at) ?? timeAt(text, at) ?? longer(figureAt(figures[next], at), lexiconAt(text, at));
    if (token !== null) tokens.push(token);
    at = token?.to ?? at + 1;
  }
  return tokens;
}

function titleAt(text: string, at: number): Token | null {
  const to = matchEnd(title, text, at);
  return to === null ? null : { is: "title", from: at, to };
}

function timeAt(text: string, at: number): Token | null {
  if (!/\d/u.test(text.charAt(at)) || /[\d.]/u.test(text.charAt(at - 1))) return null;
  const named = matchEnd(year, text, at);
  if (named !== null) return { is: "year", year: Number(text.slice(at, at + 4)), from: at, to: named };
  const to = matchEnd(months, text, at);
  return to === null ? null : { is: "months", from: at, to };
}

function figureAt(figure: PlacedFigure | undefined, at: number): Token | null {
  return figure?.from === at ? { is: "figure", figure, from: at, to: figure.to } : null;
}

function lexiconAt(text: string, at: number): Token | null {
  const word = wordAt(text, at);
  return word === null ? null : { is: "word", kind: word.kind, from: at, to: at + word.length };
}

/** 一次通过, 一般公共预算: a word that only begins like a figure. */
function longer(figure: Token | null, word: Token | null): Token | null {
  return word !== null && (figure === null || word.to > figure.to) ? word : figure;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
