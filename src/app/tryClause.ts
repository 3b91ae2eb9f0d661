import type { ClauseContext, ClauseReading } from "../clause/clauseReading";
import { readClause } from "../clause/readClause";
import type { Criterion } from "../criteria/criterion";
import { criterionRule } from "../criteria/criterionRule";
import type { Fact, FactSet, FactValue } from "../criteria/fact";
import type { MeanMeasure } from "../criteria/measure";
import type { RuleResult } from "../criteria/rule";
import { tidy } from "../quantity/tidy";
import { matchAnswers, type GivenAnswer } from "./matchAnswers";

export type ClauseReader = (text: string, context: ClauseContext) => ClauseReading;

/** A 评分标准 tried on answers. */
export interface ClauseTrial {
  readonly reading: ClauseReading;
  /** null where there is no rule, or nobody knows of how many points. */
  readonly result: RuleResult | null;
  /** 分; null unless the rule gives them for sure. */
  readonly points: number | null;
  readonly unmatched: readonly GivenAnswer[];
}

/** What a printed 评分标准 gives for these answers, by its words alone. */
export function tryClause(
  clause: string,
  context: ClauseContext,
  answers: readonly GivenAnswer[],
  read: ClauseReader = readClause,
): ClauseTrial {
  const reading = read(clause, context);
  if (reading.state !== "read") return { reading, result: null, points: null, unmatched: answers };
  const { asks, questions, criterion } = reading;
  const { values, unmatched } = matchAnswers(asks, questions, answers);
  const facts = factsOf(withMonthCounts(criterion, values));
  const rule = criterionRule(criterion, asks, "");
  const score = (weight: number): RuleResult => rule.score(facts, { weight, settings: {} });
  const result = context.weight === null ? ofOwnPoints(score) : score(context.weight);
  return { reading, result, points: result?.outcome === "scored" ? tidy(result.points) : null, unmatched };
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
