import type { FactSpec, FactValue } from "../criteria/fact";
import type { WordPattern } from "../editions/edition";
import { compilePattern, mayStand } from "../words/patternLanguage";
import type { Clause, ReadCell } from "../words/readCell";
import type { Token } from "../words/readTokens";
import type { Sentence } from "../words/readWords";
import { readFactValue } from "./readFactValue";

/** Words of a cell that a pattern found, before it is known whether they may be taken. */
export interface Hit {
  readonly phrase: WordPattern;
  readonly sentence: Sentence;
  /** The clauses of that sentence. */
  readonly clauses: readonly Clause[];
  /** [from, to) in the plain cell. */
  readonly from: number;
  readonly to: number;
  readonly value: FactValue;
  readonly approximate: boolean;
  readonly remark: string | null;
  /** It counts machines or people, where the question counts kinds or cases. */
  readonly otherUnit: boolean;
}

/** The words of a hit, and what stands before and behind them in their clause. */
export interface Place {
  readonly before: string;
  readonly own: string;
  readonly behind: string;
  readonly head: readonly Token[];
  readonly inner: readonly Token[];
  readonly tail: readonly Token[];
  /** Words inside the hit that its pattern does not know. */
  readonly strange: readonly Token[];
  /** The clauses and remarks in brackets that the stretch touches. */
  readonly near: readonly Clause[];
}

/** What else is known: the year of the form, and words that may stand before a name in this row. */
export interface Around {
  readonly year: number | null;
  /** Whose form it is. */
  readonly department: string | null;
  readonly names: string;
  /** Sentences of its 评分标准 that give points. */
  readonly printed: ReadonlySet<string>;
}

/** Every place of the cell where one of the patterns is found, and its figure can be read. */
export function findHits(
  cell: ReadCell,
  phrases: readonly WordPattern[],
  spec: FactSpec,
  year: number | null,
): readonly Hit[] {
  return cell.sentences.flatMap((sentence, index) =>
    phrases.flatMap((phrase) =>
      matchesOf(sentence.text, phrase.pattern).flatMap((match) => {
        const [matched, group = ""] = match;
        const from = sentence.places[match.index] ?? sentence.from;
        const to = (sentence.places[match.index + matched.length - 1] ?? from) + 1;
        const found = { phrase, sentence, clauses: cell.bySentence[index] ?? [], from, to };
        if (phrase.fixed !== undefined) {
          return [{ ...found, value: phrase.fixed, approximate: false, remark: null, otherUnit: false }];
        }
        const value =
          spec.kind === "date"
            ? datedBy(sentence.text.slice(0, match.index + 1), matched, group, year)
            : group;
        const read = value === "" ? null : readFactValue(spec, { value });
        if (read === null || "problem" in read) return [];
        const approximate = /(?:约|近|接近)(?:为|有|是)?-?\d|左右$|上下$/u.test(matched);
        const unit = /[台套辆家类]$/u.exec(group)?.[0];
        const otherUnit = spec.kind === "count" && unit !== undefined && !spec.unit.includes(unit);
        return [{ ...found, value: read.value, approximate, remark: read.remark, otherUnit }];
      }),
    ),
  );
}

/**
 * "2月28日" is of the year that is named before it, or of the form's where none other is; what would be earlier than the
 * day before it is left alone.
 */
function datedBy(before: string, matched: string, day: string, form: number | null): string {
  if (/^20/u.test(day)) return day;
  const upTo = before.slice(0, -1) + matched.slice(0, matched.lastIndexOf(day));
  const [, dated = "", month = "", date = ""] =
    Array.from(upTo.matchAll(/(?:(20\d\d)[年.-])?(\d{1,2})[月.-](\d{1,2})/gu)).at(-1) ?? [];
  const named = upTo.match(/20\d\d(?=[年.-])/gu) ?? [];
  const year = dated !== "" ? dated : named.every((one) => Number(one) === form) ? String(form ?? "") : "";
  const [ownMonth = 0, ownDate = 0] = day.split(/\D/u).map(Number);
  const isLater = ownMonth * 100 + ownDate >= Number(month) * 100 + Number(date);
  return year !== "" && isLater ? `${year}年${day}` : "";
}

/** Every place where the pattern is found. matchAll would copy the pattern each time, and a copy of such a long one
 * is often compiled anew. */
function matchesOf(text: string, source: string): readonly RegExpExecArray[] {
  if (!mayStand(source, text)) return [];
  const pattern = compilePattern(source);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}

const earlier = /[由从][^,%]{0,20}%[^,%\d]{0,8}?[到至]/u;

/** "从上年的85%提高到96%": what was before is no value, and its time not that of the value. */
export function isEarlier(text: string, hit: Hit, { from, to }: Token): boolean {
  const before = earlier.exec(text.slice(hit.from, hit.to));
  if (before === null) return false;
  const start = hit.from + before.index;
  return from >= start && to <= start + before[0].length;
}

/** What would endanger it: good: all is well, so that any word to the contrary would; loss: it is not; measure: a figure. */
export type Stake = "good" | "loss" | "measure";

/** Whether it says what went wrong, or a figure that may be short: a count of all of them (应公开采购意向20项) does not. */
export function mayLose(hit: Hit): boolean {
  const stake = stakeOf(hit);
  const { example } = hit.phrase;
  return stake === "measure" || (stake === "loss" && /[未没无不超晚漏退]|第\d|发现|指出|成立/u.test(example));
}

export function stakeOf({ value, phrase }: Pick<Hit, "value" | "phrase">): Stake {
  if (value === "否") return "loss";
  if (phrase.wordClass === "statement") return phrase.fixed === undefined ? "measure" : "good";
  return /\{cnt\}|次\)/u.test(phrase.pattern) ? "loss" : "measure";
}
