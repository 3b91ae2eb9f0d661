import type { Token } from "./readTokens";

/** Signs, digits and letters, and the words of one character that join the others. */
const joins =
  /[^\p{Script=Han}]|[的了在于和与及为是已其该各本我年度初底末等之中内上下对由向至到以有比个项次家号每第一二三四五六七八九十两首并且均都全前后时日月天者所据经自起按或也能做使]/u;

/** 穗人社办发〔2022〕9号: who issued a document says nothing. */
const issued = /^[\p{Script=Han}A-Z]{1,10}[〔[(【]20\d\d/u;

/**
 * The first words of a stretch of a plain cell that are not understood: no word of the lexicon, no figure, none of the words
 * that the row itself uses; null: all of it is understood.
 * @param tokens those of the stretch at least
 * @param names the words of the row
 */
export function unknownWords(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  tokens: readonly Token[],
  names: string,
): string | null {
  let begin = -1;
  let next = 0;
  for (let at = from; at <= to; at += 1) {
    while ((tokens[next]?.to ?? Infinity) <= at) next += 1;
    const isKnown =
      at === to ||
      (tokens[next]?.from ?? Infinity) <= at ||
      joins.test(text.charAt(at)) ||
      (at > from && names.includes(text.slice(at - 1, at + 1))) ||
      (at + 1 < to && names.includes(text.slice(at, at + 2)));
    if (!isKnown && begin < 0) begin = at;
    if (!isKnown || begin < 0) continue;
    if (!issued.test(text.slice(begin, begin + 16))) return text.slice(begin, at);
    begin = -1;
  }
  return null;
}
