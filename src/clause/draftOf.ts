import type { ClauseContext, ClauseReading } from "./clauseReading";
import type { RuleDraft } from "./drafts/ruleDraft";
import { takeDraft } from "./drafts/takeDraft";
import { tidy } from "../quantity/tidy";
import { readBack } from "./wordDraft";

/** The draft that says all of a clause that was read; null: a person rewrites the text. */
export function draftOf(clause: string, reading: ClauseReading, context: ClauseContext): RuleDraft | null {
  const draft = takeDraft(clause, reading, context.weight);
  const back = draft === null ? null : readBack(draft, context);
  return back !== null && "words" in back && sameRule(reading, back.reading) ? draft : null;
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
  return JSON.stringify(data, (key, value: unknown) =>
    quoting.has(key) ? undefined : typeof value === "number" ? tidy(value) : value,
  );
}
