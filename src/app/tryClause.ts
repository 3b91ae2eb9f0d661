import type { ClauseContext, ClauseReading } from "../clause/clauseReading";
import { readClause } from "../clause/readClause";
import type { RuleResult } from "../criteria/rule";
import { tidy } from "../quantity/tidy";
import { contradicting } from "./contradicting";
import type { GivenAnswer } from "./answerTargets";
import { matchAnswers } from "./matchAnswers";
import { tryValues } from "./tryValues";

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
  const { values, unmatched } = matchAnswers(reading.asks, reading.questions, answers, clause);
  const scored = tryValues(reading, values, context.weight);
  const other =
    scored?.outcome === "scored" ? contradicting(clause, unmatched, scored.losses.length === 0) : null;
  const result: RuleResult | null =
    other === null ? scored : { outcome: "missing", needs: [], problem: other };
  return { reading, result, points: result?.outcome === "scored" ? tidy(result.points) : null, unmatched };
}
