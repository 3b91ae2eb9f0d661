import type { GatheredFact, GatheredFacts } from "../facts/gatheredFact";
import { factSet } from "./usedFacts";
import { ruleContext } from "./scoreRow";
import type { Settings } from "../rules/settings";
import type { BoundRow } from "./evaluate";

/**
 * A typed fact wins over an extracted one: where a person has typed the figures themselves (two amounts), the summary
 * that was only read from words ("≤10%") no longer stands in for them. It counts as missing then.
 */
export function withoutSuperseded(
  bound: readonly BoundRow[],
  facts: GatheredFacts,
  settings: Settings,
): GatheredFacts {
  const left = new Map(facts);
  for (const { indicator, rule, wish } of bound) {
    const own = wish.specs.flatMap(({ key }) => facts.get(`${wish.id}.${key}`) ?? []);
    const standIns = own.filter(({ spec, state }) => spec.standIn === true && state === "extracted");
    const weight = indicator.weight.value;
    if (standIns.length === 0 || weight === null) continue;
    const typed = own.filter(({ state }) => state !== "extracted");
    const { outcome } = rule.score(factSet(typed), ruleContext(indicator, weight, settings));
    if (outcome !== "scored" && outcome !== "notApplicable") continue;
    for (const fact of standIns) left.set(fact.id, superseded(fact));
  }
  return left;
}

function superseded(fact: GatheredFact): GatheredFact {
  return {
    ...fact,
    value: null,
    state: "missing",
    source: null,
    wordClass: null,
    approximate: false,
    reason: "",
  };
}
