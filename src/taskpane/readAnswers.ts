import type { FactAnswer } from "../edits/planFact";
import type { GatheredFact } from "../facts/gatheredFact";
import { readDraft, type FactDraft } from "./factDraft";

/** All that was typed into one form: the answers, or null with what is wrong by fact id. What was not touched is
 * left open. */
export function readAnswers(
  facts: readonly GatheredFact[],
  drafts: Readonly<Record<string, FactDraft>>,
  weight: number | null,
): {
  readonly answers: readonly FactAnswer[] | null;
  readonly problems: Readonly<Record<string, string>>;
} {
  const answers: FactAnswer[] = [];
  const problems: Record<string, string> = {};
  for (const fact of facts) {
    const draft = drafts[fact.id];
    if (draft === undefined || isBlank(draft)) continue;
    const reading = readDraft(fact.spec, draft, weight);
    if ("problem" in reading) problems[fact.id] = reading.problem;
    else answers.push({ factId: fact.id, value: reading.value, reason: reading.reason });
  }
  const [first] = facts;
  if (answers.length === 0 && Object.keys(problems).length === 0 && first !== undefined) {
    problems[first.id] = "还没有填写。";
  }
  return { answers: Object.keys(problems).length > 0 ? null : answers, problems };
}

function isBlank(draft: FactDraft): boolean {
  return (
    !draft.notApplicable && draft.text.trim() === "" && draft.months.every((month) => month.trim() === "")
  );
}
