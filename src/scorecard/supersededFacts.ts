import type { GatheredFact, GatheredFacts } from "../facts/gatheredFact";
import { factSet } from "./usedFacts";
import { ruleContext } from "./scoreRow";
import type { RuleResult } from "../criteria/rule";
import type { Settings } from "../editions/settings";
import type { BoundRow } from "./bindRows";

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
    // What was typed and cannot be read has to be put right first: words must not hide it.
    const unread = own.some(({ state, problem }) => state !== "extracted" && problem !== null);
    const result = rule.score(factSet(typed), ruleContext(weight, settings));
    if (!unread && !isDecided(result, givenKeys(typed))) continue;
    for (const fact of standIns) left.set(fact.id, superseded(fact));
  }
  return left;
}

function givenKeys(facts: readonly GatheredFact[]): ReadonlySet<string> {
  return new Set(facts.flatMap(({ spec, value }) => (value === null ? [] : spec.key)));
}

/**
 * Whether the typed facts alone say all there is to say: points, or a doubt about nothing but themselves (a rate in
 * no band of the sheet, four amounts that cannot go together). Words would only paper over that doubt.
 */
function isDecided(result: RuleResult, typed: ReadonlySet<string>): boolean {
  switch (result.outcome) {
    case "scored":
    case "notApplicable":
      return true;
    case "missing":
      return (
        result.problem !== undefined && result.needs.length > 0 && result.needs.every((key) => typed.has(key))
      );
    case "judgement":
      return false;
  }
}

function superseded(fact: GatheredFact): GatheredFact {
  const { value, approximate, source } = fact;
  return {
    ...fact,
    ...(value === null || source === null ? {} : { inWords: { value, approximate, ...source } }),
    value: null,
    state: "missing",
    source: null,
    wordClass: null,
    approximate: false,
    reason: "",
  };
}
