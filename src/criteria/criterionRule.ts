import { tidy } from "../quantity/tidy";
import type { FactSpec } from "./fact";
import type { Loss, Rule, RuleContext, RuleResult } from "./rule";
import { choicesOf, settled, type ChosenOptions } from "./choices";
import type { Criterion } from "./criterion";
import { criterionExpression } from "./criterionExpression";
import { formulaOf } from "./expression/compileFormula";
import type { Labels } from "./expression/compilePrinted";
import { evaluate } from "./expression/evaluate";
import { isLoss, lossesOf } from "./expression/composed";
import type { Expression } from "./expression/expression";
import type { Outcome } from "./expression/outcome";
import { kindOf } from "./kinds/kinds";
import { twofoldsOf } from "./twofold";

/** A criterion as the settings have it. */
interface CriterionReading {
  readonly weight: number;
  /** The options that were picked. */
  readonly options: string;
  readonly expression: Expression;
  readonly remarks: readonly string[];
}

/**
 * A criterion bound to what its row asks: scored, and written as a formula, from its one expression.
 * @param labels what the printed clause calls its questions, where it alone gives the criterion: the formula may then read
 *   the 评分标准 cell itself, unless a setting decides
 */
export function criterionRule(
  criterion: Criterion,
  specs: readonly FactSpec[],
  edition: string,
  labels: Labels | null = null,
): Rule {
  const choices = Array.from(choicesOf(criterion));
  // A function hears nothing of the reason that has to stand beside these.
  const takesFigures = specs.every(({ kind, notApplicable }) => kind !== "points" && notApplicable !== true);
  // The last few readings: one row is scored, compared and written with the same weight and settings.
  const made: CriterionReading[] = [];
  const reading = ({ weight, settings }: RuleContext, over: ChosenOptions = {}): CriterionReading => {
    const options = choices.map(([name]) => over[name] ?? settings[name] ?? "").join("\n");
    const known = made.find((one) => one.weight === weight && one.options === options);
    if (known !== undefined) return known;
    const own: Criterion = settled(criterion, { ...settings, ...over });
    const context = { specs, weight, isWhole: true, edition };
    const remarks = kindOf(own).remarks?.(own, context) ?? [];
    const value = { weight, options, expression: criterionExpression(own, context), remarks };
    if (made.length >= mostRemembered) made.shift();
    made.push(value);
    return value;
  };
  return {
    title: kindOf(criterion).title,
    facts: specs,
    criterion,
    twofold: twofoldsOf(criterion),
    score: (facts, context) => {
      const { weight } = context;
      const resultBy = ({ expression }: CriterionReading): RuleResult =>
        resultOf(evaluate(expression, { facts, specs, weight }), weight, specs);
      const own = reading(context);
      const result = resultBy(own);
      if (result.outcome !== "scored") return result;
      const losses = bySetting(result, choices, context, (over) => resultBy(reading(context, over)));
      return { ...result, losses, remarks: [...result.remarks, ...own.remarks] };
    },
    formula: (cells, context) => {
      const { expression } = reading(context.context);
      if (labels === null) return formulaOf(expression, { cells, specs, context });
      // All of it may be read off the cell, or nothing.
      const { standard } = context;
      const { settings } = context.context;
      const isDefault = choices.every(([name, [, ...others]]) => !others.includes(settings[name] ?? ""));
      const printed = standard !== null && isDefault && takesFigures ? { standard, labels } : null;
      return formulaOf(expression, { cells, specs, context: { ...context, standard: null } }, printed);
    },
  };
}

const mostRemembered = 8;

function resultOf(outcome: Outcome, weight: number, specs: readonly FactSpec[]): RuleResult {
  switch (outcome.state) {
    case "open": {
      const order = specs.map(({ key }) => key);
      const needs = order.filter((key) => outcome.needs.includes(key));
      const { problem } = outcome;
      return { outcome: "missing", needs, ...(problem === undefined ? {} : { problem }) };
    }
    case "judgement":
      return { outcome: "judgement", needs: outcome.needs, why: outcome.why };
    case "notApplicable": {
      const [step = { label: "不涉及", value: "不涉及", unit: "", inputs: [] }] = outcome.steps;
      return { outcome: "notApplicable", because: outcome.because, step };
    }
    case "known": {
      const points = Math.min(weight, Math.max(0, Number(outcome.value)));
      const measured = outcome.words.join("，");
      const clause = outcome.clause ?? "";
      return {
        outcome: "scored",
        points,
        step: { label: "得分", value: points, unit: "分", clause, inputs: outcome.steps },
        measured,
        clause,
        losses: lossesOf(outcome, weight),
        ...(outcome.scale === undefined ? {} : { scale: outcome.scale }),
        remarks: outcome.remarks,
      };
    }
  }
}

type Scored = Extract<RuleResult, { outcome: "scored" }>;

/** Of what is lost, that which another reading of an ambiguous clause would have left, shown apart. */
function bySetting(
  result: Scored,
  choices: readonly (readonly [string, readonly string[]])[],
  { settings }: RuleContext,
  readAs: (over: ChosenOptions) => RuleResult,
): readonly Loss[] {
  if (result.losses.length === 0) return result.losses;
  for (const [setting, options] of choices) {
    const others = options.filter((option) => option !== (settings[setting] ?? ""));
    const lenient = others
      .map((option) => readAs({ [setting]: option }))
      .filter((one) => one.outcome === "scored")
      .reduce((best, one) => (tidy(one.points) > tidy(best.points) ? one : best), result);
    if (lenient !== result) return split(result, lenient, setting);
  }
  return result.losses;
}

function split(result: Scored, lenient: Scored, setting: string): readonly Loss[] {
  const weight = result.points + result.losses.reduce((sum, { points }) => sum + points, 0);
  return result.losses.flatMap((loss) => {
    const same = lenient.losses.find(
      ({ measured, clause }) => measured === loss.measured && clause === loss.clause,
    );
    const kept = Math.min(loss.points, same?.points ?? 0);
    const apart = { ...loss, points: loss.points - kept, setting };
    return [{ ...loss, points: kept }, apart].filter(({ points }) => isLoss(points, weight));
  });
}
