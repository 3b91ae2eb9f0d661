import type { GatheredFact } from "../facts/gatheredFact";
import type { FactSet, Fact } from "../criteria/fact";
import { isAnnexFact } from "./bindAnnex";
import type { Rule, RuleContext, RuleResult } from "../criteria/rule";

/** How a rule knows a fact: by the key of its row, the facts of annex rows by their whole ids. */
export function factKey({ id, spec }: Pick<GatheredFact, "id" | "spec">): string {
  return isAnnexFact(id) ? id : spec.key;
}

/** The facts of one row as its rule sees them; one that is missing or cannot be used is absent. */
export function factSet(facts: readonly GatheredFact[]): FactSet {
  return Object.fromEntries(
    facts.flatMap((fact): readonly [string, Fact][] => {
      if (fact.value === null) return [];
      const { value, at, reason, approximate } = fact;
      return [[factKey(fact), { value, at, reason, ...(approximate ? { approximate } : {}) }]];
    }),
  );
}

/**
 * How many facts taken from words carry the result although nobody has confirmed them: those without which it would
 * be another one; all of them when each has a stand-in among the others.
 */
export function countUnconfirmed(
  rule: Rule,
  facts: readonly GatheredFact[],
  context: RuleContext,
  result: RuleResult,
): number {
  // Figures of an annex row are only written out where the sheet's own function cannot read them: they were sure.
  const taken = facts.filter(
    (fact) => fact.state === "extracted" && fact.value !== null && !isAnnexFact(fact.id),
  );
  if (taken.length === 0 || pointsOf(result) === null) return 0;
  const without = (left: readonly GatheredFact[]): boolean =>
    pointsOf(rule.score(factSet(facts.filter((fact) => !left.includes(fact))), context)) !== pointsOf(result);
  const needed = taken.filter((fact) => without([fact])).length;
  if (needed > 0 || taken.length === 1) return needed;
  return without(taken) ? taken.length : 0;
}

function pointsOf(result: RuleResult): number | "full" | null {
  if (result.outcome === "scored") return result.points;
  return result.outcome === "notApplicable" ? "full" : null;
}
