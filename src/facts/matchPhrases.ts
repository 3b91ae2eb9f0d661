import type { FactSpec, FactValue } from "../criteria/fact";
import type { WordPattern } from "../editions/edition";
import { compilePattern } from "../words/patternLanguage";
import { splitSentences, type Sentence } from "../words/splitSentences";
import { figureStands, statementStands } from "./sentenceGuards";
import { readFactValue } from "./readFactValue";
import { sameFactValue } from "./gatheredFact";

/** What the words of one 评分依据 say about one fact. */
type Extraction =
  | {
      readonly value: FactValue;
      readonly wordClass: "figure" | "statement";
      /** The sentence, as written. */
      readonly quote: string;
      readonly approximate: boolean;
      readonly remark: string | null;
    }
  /** Words that are no fact but must be asked about, in Chinese. */
  | { readonly doubt: string; readonly quote: string };

interface Hit {
  readonly phrase: WordPattern;
  readonly sentence: Sentence;
  readonly value: FactValue;
  readonly approximate: boolean;
  readonly remark: string | null;
}

/**
 * Applies the patterns of one row to its 评分依据, sentence by sentence: one sentence never answers a sub-question that
 * it does not name. Returns the facts by key. Two different figures for one fact are taken for neither. Never throws.
 */
export function matchPhrases(
  words: string,
  specs: readonly FactSpec[],
  phrases: readonly WordPattern[],
): ReadonlyMap<string, Extraction> {
  const sentences = phrases.length === 0 ? [] : splitSentences(words);
  const found = new Map<string, Extraction>();
  if (sentences.length === 0) return found;
  for (const spec of specs) {
    const mine = phrases.filter((phrase) => phrase.key === spec.key);
    const hits = sentences.flatMap((sentence) => mine.flatMap((phrase) => findHits(sentence, phrase, spec)));
    const extraction = settle(hits);
    if (extraction !== null) found.set(spec.key, extraction);
  }
  return withoutRepetition(found, specs);
}

function findHits(sentence: Sentence, phrase: WordPattern, spec: FactSpec): readonly Hit[] {
  const { fixed } = phrase;
  return matchesOf(sentence.text, compilePattern(phrase.pattern)).flatMap((match) => {
    const [matched, group = ""] = match;
    if (fixed !== undefined) {
      const stands =
        phrase.offered === true || statementStands(sentence, match.index, matched, fixed === "是");
      return stands ? { phrase, sentence, value: fixed, approximate: false, remark: null } : [];
    }
    if (group === "" || !figureStands(sentence, match.index, matched)) return [];
    const read = readFactValue(spec, { value: group });
    if ("problem" in read) return [];
    const approximate = /(?:约|近|接近)(?:为|有|是)?-?\d|左右$|上下$/u.test(matched);
    return { phrase, sentence, value: read.value, approximate, remark: read.remark };
  });
}

/** Every place where the pattern is found. matchAll would copy the pattern each time, and a copy of such a long one
 * is often compiled anew. */
function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}

function settle(all: readonly Hit[]): Extraction | null {
  const facts = all.filter((hit) => hit.phrase.offered !== true);
  const figures = facts.filter((hit) => hit.phrase.wordClass === "figure");
  const hits = figures.length > 0 ? figures : facts;
  const [first] = hits;
  if (first === undefined) return offerOf(all);
  const quote = first.sentence.quote;
  const other = hits.find((hit) => !sameFactValue(hit.value, first.value));
  if (other !== undefined) {
    const quotes = other.sentence.quote === quote ? `“${quote}”` : `“${quote}”与“${other.sentence.quote}”`;
    return { doubt: `评分依据中${quotes}前后不一致，未予采用：请核实后填写。`, quote };
  }
  const { value, approximate, remark } = first;
  return { value, wordClass: first.phrase.wordClass, quote, approximate, remark };
}

/** "此项得0分" is the finance bureau's result, if it is anything: offered, to be confirmed by filling it in. */
function offerOf(hits: readonly Hit[]): Extraction | null {
  const [first] = hits;
  if (first === undefined) return null;
  const quote = first.sentence.quote;
  return {
    doubt: `评分依据写有“${quote}”，得分不能作为依据：如系财政部门提供的结果，请填“${String(first.value)}”。`,
    quote,
  };
}

/** A band or a verdict repeated beside the figures themselves ("42,458.37万元…，控制率≤0") says nothing more. */
function withoutRepetition(
  found: ReadonlyMap<string, Extraction>,
  specs: readonly FactSpec[],
): ReadonlyMap<string, Extraction> {
  const measured = Array.from(found.values()).some((one) => "value" in one && one.wordClass === "figure");
  if (!measured) return found;
  return new Map(
    Array.from(found).filter(([key, one]) => {
      const standIn = specs.some((spec) => spec.key === key && spec.standIn === true);
      return !(standIn && "value" in one && one.wordClass === "statement");
    }),
  );
}
