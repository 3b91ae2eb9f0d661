/** A stretch [from, to) of a plain text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How a text is divided, and which of its characters stand in brackets or quotation marks. */
export interface Clauses {
  /** Between ；。 and line breaks. */
  readonly parts: readonly Stretch[];
  /** Between ，； 。 and line breaks. */
  readonly sentences: readonly Stretch[];
  /** Between all of these, 、, + and the 和 behind a figure. */
  readonly clauses: readonly Stretch[];
  readonly enclosed: readonly Stretch[];
}

const closing: Readonly<Record<string, string>> = {
  "(": ")",
  "（": "）",
  "[": "]",
  "【": "】",
  "〔": "〕",
  "《": "》",
  "“": "”",
  "「": "」",
};

/** Divides at punctuation outside brackets and outside figures (whose commas group thousands). */
export function readClauses(text: string, figures: readonly Stretch[]): Clauses {
  const enclosed = findEnclosed(text);
  const parts: Stretch[] = [];
  const sentences: Stretch[] = [];
  const clauses: Stretch[] = [];
  const starts = { part: 0, sentence: 0, clause: 0 };
  let f = 0;
  let e = 0;
  for (let i = 0; i <= text.length; i += 1) {
    while ((figures[f]?.to ?? Infinity) <= i) f += 1;
    while ((enclosed[e]?.to ?? Infinity) <= i) e += 1;
    const protectedHere = (figures[f]?.from ?? Infinity) <= i || (enclosed[e]?.from ?? Infinity) <= i;
    const joins = figures[f - 1]?.to === i && /^[和及与/](?!其|以)/u.test(text.slice(i, i + 2));
    const level = i === text.length ? 3 : protectedHere ? 0 : joins ? 1 : levelOf(text.charAt(i));
    if (level >= 3) starts.part = close(parts, starts.part, i);
    if (level >= 2) starts.sentence = close(sentences, starts.sentence, i);
    if (level >= 1) starts.clause = close(clauses, starts.clause, i);
  }
  return { parts, sentences, clauses, enclosed };
}

function close(list: Stretch[], from: number, to: number): number {
  if (to > from) list.push({ from, to });
  return to + 1;
}

function levelOf(c: string): number {
  if (/[；;。\n]/u.test(c)) return 3;
  if (/[，,！!？?]/u.test(c)) return 2;
  return c === "、" || c === "+" ? 1 : 0;
}

/** Outermost pairs only; a bracket that is never closed encloses nothing. */
function findEnclosed(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    const end = closing[c];
    if (end !== undefined && open.length < 50) open.push({ mark: end, at: i });
    else if (open.at(-1)?.mark === c) {
      const from = open.pop()?.at ?? i;
      while ((found.at(-1)?.from ?? -1) > from) found.pop();
      found.push({ from, to: i + 1 });
    }
  }
  return found;
}

/** The stretch that holds this place. Stretches are in order: found by halving. */
export function stretchAt(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch === undefined) return -1;
    if (at < stretch.from) high = middle - 1;
    else if (at >= stretch.to) low = middle + 1;
    else return middle;
  }
  return -1;
}
