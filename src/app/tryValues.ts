import type { ClauseReading } from "../clause/clauseReading";
import type { ChosenOptions } from "../criteria/choices";
import type { Criterion } from "../criteria/criterion";
import { criterionRule } from "../criteria/criterionRule";
import type { Fact, FactSet, FactSpec, FactValue } from "../criteria/fact";
import type { MeanMeasure } from "../criteria/measure";
import { specOf } from "../criteria/readFact";
import type { RuleResult } from "../criteria/rule";
import { tidy } from "../quantity/tidy";

/** A 评分标准 that was read wholly. */
export type ReadClause = Extract<ClauseReading, { state: "read" }>;

/** What is asked first, in the order of the text; what may stand in for it is not among them. */
export function askedFirst({ asks, questions }: ReadClause): readonly FactSpec[] {
  return questions.map(({ key }) => specOf(asks, key));
}

/**
 * What a rule gives for these values by its own words.
 * @param weight null: unknown
 * @param options of what the text leaves open; the default of each unless told
 * @returns null where it rests on the weight and that is unknown
 */
export function tryValues(
  { criterion, asks }: ReadClause,
  values: ReadonlyMap<string, FactValue>,
  weight: number | null,
  options: ChosenOptions = {},
): RuleResult | null {
  const facts = factsOf(withMonthCounts(criterion, values));
  // Whether it goes beyond is all that was said of it: a stretch, in words.
  const specs = asks.map((spec): FactSpec =>
    spec.kind === "rate" && typeof values.get(spec.key) === "string" ? { ...spec, range: true } : spec,
  );
  const rule = criterionRule(criterion, specs, "");
  const score = (of: number): RuleResult => rule.score(facts, { weight: of, settings: options });
  return weight === null ? ofOwnPoints(score) : score(weight);
}

/** A clause that says its points itself gives the same whatever the weight is; without one, any other gives nothing. */
function ofOwnPoints(score: (weight: number) => RuleResult): RuleResult | null {
  const [some, other] = [score(1e4), score(2e4)];
  const differ =
    some.outcome === "scored" && (other.outcome !== "scored" || tidy(some.points) !== tidy(other.points));
  return differ ? null : some;
}

function factsOf(values: ReadonlyMap<string, FactValue>): FactSet {
  const fact = (value: FactValue): Fact => ({ value, at: null, reason: "" });
  return Object.fromEntries(Array.from(values, ([key, value]) => [key, fact(value)]));
}

/** The months that were given are those that were notified. */
function withMonthCounts(
  criterion: Criterion,
  values: ReadonlyMap<string, FactValue>,
): ReadonlyMap<string, FactValue> {
  const counted = new Map(values);
  for (const { series, first, count } of meansIn(criterion)) {
    const months = values.get(series);
    if (!Array.isArray(months) || values.has(count)) continue;
    const from = months.findIndex((month) => month !== null);
    if (from < 0) continue;
    counted.set(count, months.length - from);
    if (!values.has(first)) counted.set(first, from + 1);
  }
  return counted;
}

function meansIn(data: unknown): readonly MeanMeasure[] {
  if (typeof data !== "object" || data === null) return [];
  const inner = Object.values(data).flatMap(meansIn);
  return "of" in data && data.of === "mean" ? [data as MeanMeasure, ...inner] : inner;
}
