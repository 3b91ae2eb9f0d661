import type { ClauseContext, ClauseReading } from "./clauseReading";
import type { RuleDraft } from "./drafts/ruleDraft";
import { takeDraft } from "./drafts/takeDraft";
import { tidy } from "../quantity/tidy";
import { readBack } from "./wordDraft";

/**
 * The draft that says all of a clause that was read. Where the clause leaves something open (10% in two bands, none for 89.5%)
 * the draft does too, and has no words until a person settles it. null: a person rewrites the text.
 */
export function draftOf(clause: string, reading: ClauseReading, context: ClauseContext): RuleDraft | null {
  const draft = takeDraft(clause, reading, context.weight);
  if (draft === null) return null;
  const back = readBack(draft, context);
  return ("problems" in back ? !hasFigures(reading) || isDefined(draft) : sameRule(reading, back.reading))
    ? draft
    : null;
}

/** 达到目标值, 实际成本≤预算成本: what is measured is made of figures, which has no field of its own. */
function hasFigures(reading: ClauseReading): boolean {
  return JSON.stringify(reading).includes('"of":"ratio"');
}

function isDefined({ fields }: RuleDraft): boolean {
  return "definition" in fields && fields.definition !== "";
}

/** The same questions, and the same points for every answer to them. */
function sameRule(one: ClauseReading, other: ClauseReading): boolean {
  if (one.state !== "read" || other.state !== "read") return false;
  return (
    scoring(one.criterion) === scoring(other.criterion) &&
    scoring(one.asks) === scoring(other.asks) &&
    scoring(one.questions) === scoring(other.questions)
  );
}

/** What only quotes the clause, or names in a sentence what its key names already. */
const quoting = new Set(["clause", "clauses", "kept", "met", "missed", "said", "label", "question", "name"]);

function scoring(data: unknown): string {
  const text = JSON.stringify(data, (key, value: unknown) =>
    quoting.has(key) ? undefined : typeof value === "number" ? tidy(value) : value,
  );
  return text.replaceAll('"then":{"points":0}', '"then":{"share":0}');
}
