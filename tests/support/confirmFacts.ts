import { asSeen, type SeenFact } from "../../src/facts/gatheredFact";
import { planReview } from "../../src/edits/planFact";
import type { Case } from "../../src/scorecard/case";
import type { Scorecard } from "../../src/scorecard/scorecard";
import type { EditPlan } from "../../src/workbook/edit";

/** These facts as they are shown. */
function seenFacts({ rows }: Scorecard, factIds: readonly string[]): readonly SeenFact[] {
  return rows
    .flatMap((row) => row.facts)
    .flatMap((fact) => (factIds.includes(fact.id) ? (asSeen(fact) ?? []) : []));
}

/** 确认 of facts as they are shown. */
export function planConfirm(formCase: Case, factIds: readonly string[]): EditPlan {
  const seen = seenFacts(formCase.scorecard, factIds);
  return planReview(formCase, { seen, refused: [], answers: [] }).plan;
}
