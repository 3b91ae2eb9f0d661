import type { Rule, RuleContext, RuleResult } from "../criteria/rule";
import { percentWords } from "../criteria/words";
import { rowStep } from "./annexRule";
import type { ScoredAnnexRow, ScoringAnnex } from "./scoreAnnex";

/** Far above this the target is asked about, by the name of the option. */
const far: Readonly<Record<string, number>> = { over120: 1.2, over130: 1.3, over150: 1.5, never: Infinity };

/**
 * 按完成率计分: the target and the actual of the row itself. Its formula is that of a row of an annex.
 * @param ofFund what is to be said of the fund block; null: it is another row
 */
export function goalRule(goal: ScoringAnnex, ofFund: readonly string[] | null): Rule {
  return {
    title: "按完成率计分",
    facts: [],
    score: (given, context) => {
      const [scored] = goal.score(given, context).rows;
      return scored === undefined ? { outcome: "missing", needs: [] } : resultOf(scored, context, ofFund);
    },
    formula: () => '""',
  };
}

function resultOf(
  scored: ScoredAnnexRow,
  { settings }: RuleContext,
  ofFund: readonly string[] | null,
): RuleResult {
  const { bound, score } = scored;
  if (score.outcome === "open") {
    const needs = score.needs.map((key) => `${bound.id}.${key}`);
    const why = `${score.why}。`;
    return score.of === "tier"
      ? { outcome: "judgement", needs, why }
      : { outcome: "missing", needs, problem: why };
  }
  const { points, measured, clause, losses, rate } = score;
  const doubt =
    rate === null || ofFund !== null ? null : farDoubt(rate, far[settings["goalFar"] ?? ""] ?? 1.3);
  return {
    outcome: "scored",
    points,
    step: rowStep(scored),
    measured,
    clause,
    losses,
    remarks: [
      ...score.remarks.map((remark) => `${remark}。`),
      ...(doubt === null ? [] : [doubt]),
      ...(ofFund ?? []),
    ],
  };
}

function farDoubt(rate: number, bound: number): string | null {
  if (rate <= bound) return null;
  return `完成率${percentWords(rate)}，高于${percentWords(bound)}，按满分计；待核实：请说明超额的原因，核对目标值是否定低了。`;
}
