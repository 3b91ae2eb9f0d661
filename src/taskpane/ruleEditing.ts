import type { DraftKind, RuleDraft } from "../clause/drafts/ruleDraft";
import type { ScorecardRow } from "../scorecard/scorecard";

/** How a person says which rule counts: one that is there already, one filled in field by field, or words of his own. */
export type RuleWay = "sheet" | "edition" | "form" | "words" | "judged";

/** What a person is saying of the rule of one row: kept in the state, so that no click loses it. */
export interface RuleEditing {
  /** false: closed for now, with all that was filled in. */
  readonly open: boolean;
  /** 评分标准 as it was printed when he began, or last looked: what he says is said of it. */
  readonly clause: string;
  /** null: nothing picked yet. */
  readonly way: RuleWay | null;
  readonly kind: DraftKind | null;
  /** What was filled in, for every kind that was tried. */
  readonly forms: Readonly<Partial<Record<DraftKind, RuleDraft>>>;
  /** null: nothing written yet. */
  readonly words: string | null;
  /** Rows with the same text that were ticked or unticked, by their keys. */
  readonly also: Readonly<Record<string, boolean>>;
}

export function beginEditing({ standard }: ScorecardRow): RuleEditing {
  const clause = standard?.value.trim() ?? "";
  return { open: true, clause, way: null, kind: null, forms: {}, words: null, also: {} };
}

/** Whether something would be lost with it. */
export function isFilledIn({ way, kind, forms, words }: RuleEditing): boolean {
  return way !== null || kind !== null || words !== null || Object.keys(forms).length > 0;
}
