import type { Criterion } from "../../criteria/criterion";
import type { FactSpec } from "../../criteria/fact";
import type { DraftProblem, RuleDraft } from "./ruleDraft";

/** One field as an editor draws it. */
export interface FormField<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  /** What may be filled in, with an example; "" where the label says it. */
  readonly hint: string;
  /** Text to choose from, the first one at first; absent: typed. */
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  /** A number, for keyboards on a screen. */
  readonly decimal?: true;
  readonly optional?: true;
}

/** A kind of draft: how it is drawn, how it is put into words, and how it is taken from a criterion. */
export interface DraftForm<Draft extends RuleDraft = RuleDraft> {
  readonly kind: Draft["kind"];
  /** For whom it is: 达到多少得多少分. */
  readonly hint: string;
  /** Apart from the veto, which every kind has. */
  readonly fields: readonly FormField<keyof Draft["fields"] & string>[];
  readonly rows: {
    /** What one row is called: 第1档. */
    readonly title: string;
    readonly more: string;
    readonly fewest: number;
    readonly fields: readonly FormField<keyof Draft["rows"][number] & string>[];
  } | null;
  /** Without its veto. */
  readonly write: (draft: Draft, weight: number | null) => Written;
  /** Without its veto and its definition; null: the criterion says something that the draft has no field for. */
  readonly fromCriterion: (
    criterion: Criterion,
    asks: readonly FactSpec[],
    weight: number | null,
  ) => Draft | null;
}

/** Sentences of a clause, or what is wrong. */
export type Written = { readonly words: string } | { readonly problems: readonly DraftProblem[] };
