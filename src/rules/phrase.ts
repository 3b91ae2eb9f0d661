import type { FactValue } from "./fact";

/**
 * Words in 评分依据 that may be taken as a fact (working paper, section 3). Data of the rubric; facts/ applies them.
 * figure: a number with its own measure named. statement: words that name the clause's own condition and answer
 * that sub-question only. Nothing else is ever a fact.
 */
export interface Phrase {
  /** "rubricRow.key" of the fact that the words answer. */
  readonly factId: string;
  readonly wordClass: "figure" | "statement";
  /** Matched against one sentence of normalised text; group 1 is the figure where the value is "figure". */
  readonly pattern: RegExp;
  /** What the words mean: the figure of group 1 read by the fact's kind, or a fixed value. */
  readonly value: "figure" | { readonly fixed: FactValue };
  /** The words are only a score ("此项得0分"): never a fact, but the value is offered in the question. */
  readonly offered?: true;
  /** Chinese: an example from a form. */
  readonly example: string;
}
