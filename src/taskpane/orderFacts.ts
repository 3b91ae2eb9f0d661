import type { GatheredFact } from "../facts/gatheredFact";
import type { ScorecardRow } from "../scorecard/scorecard";
import type { FactDraft } from "./factDraft";

interface OrderedFacts {
  /** Asked right now, or being typed. */
  readonly asked: readonly GatheredFact[];
  /** Given already: shown, with a way to correct them. */
  readonly known: readonly GatheredFact[];
  /** Neither asked nor given: stand-ins, and questions that another answer has settled. */
  readonly instead: readonly GatheredFact[];
}

export function orderFacts(row: ScorecardRow, drafts: Readonly<Record<string, FactDraft>>): OrderedFacts {
  const questions = row.questions.map((question) => question.factId);
  const isAsked = (fact: GatheredFact) =>
    questions.includes(fact.id) ||
    fact.problem !== null ||
    (Object.hasOwn(drafts, fact.id) && fact.value !== null);
  const asked = row.facts.filter(isAsked);
  const known = row.facts.filter((fact) => !isAsked(fact) && fact.value !== null);
  const instead = row.facts.filter((fact) => !isAsked(fact) && fact.value === null);
  return { asked, known, instead };
}
