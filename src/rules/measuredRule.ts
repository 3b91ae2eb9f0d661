import type { Measure, Taken, Turn } from "./measure";
import type { FormulaContext, Loss, Rule, RuleContext, RuleExample, RuleResult } from "./rule";
import type { SettingName } from "./settings";
import { tidy } from "../quantity/tidy";

/** What a scale says about one value. */
export type Scaled =
  | {
      readonly points: number;
      /** The branch that applied, as the clause has it. */
      readonly clause: string;
      /** Of the points lost, those lost only because of a named setting. */
      readonly bySetting?: { readonly setting: SettingName; readonly points: number };
      readonly scale?: Extract<RuleResult, { outcome: "scored" }>["scale"];
      readonly remarks: readonly string[];
    }
  | { readonly problem: string };

/** From a value to points, in all its readings. */
export interface Scale<T> {
  readonly title: string;
  readonly score: (taken: Extract<Taken<T>, { state: "taken" }>, context: RuleContext) => Scaled;
  /** The expression may stand in the formula several times; typed: it is a cell that may hold text. */
  readonly formula: (expression: string, context: FormulaContext, typed: boolean) => string;
}

/** A rule that measures one value and reads its points off one scale. */
export function measuredRule<T>(
  measure: Measure<T>,
  scale: Scale<T>,
  examples: readonly RuleExample[],
): Rule {
  return {
    title: scale.title,
    facts: measure.facts,
    score: (facts, context) => {
      const taken = measure.take(facts, context);
      if (taken.state === "open") return missing(taken.needs, taken.problem);
      if (taken.state === "notApplicable") return notApplicable(taken.because, taken.step);
      const scaled = scale.score(taken, context);
      if ("problem" in scaled) return missing(givenKeys(measure, facts), scaled.problem);
      return scored(
        {
          points: scaled.points,
          measured: taken.words,
          clause: scaled.clause,
          losses: lossesOf(taken.words, scaled, context.weight),
          ...(scaled.scale === undefined ? {} : { scale: scaled.scale }),
          remarks: [...taken.remarks, ...scaled.remarks],
        },
        [taken.step],
      );
    },
    formula: (cells, context) => turnsFormula(measure.turns(cells, context), scale, context),
    examples,
  };
}

export function turnsFormula<T>(turns: readonly Turn[], scale: Scale<T>, context: FormulaContext): string {
  return turns.reduceRight((rest, turn) => {
    const then = turnFormula(turn.then, scale, context);
    return turn.when === null ? then : `IF(${turn.when},${then},${rest})`;
  }, '""');
}

function turnFormula<T>(then: Turn["then"], scale: Scale<T>, context: FormulaContext): string {
  switch (then.kind) {
    case "blank":
      return '""';
    case "notApplicable":
      return `IF(${then.reason}="","",${context.weight})`;
    case "value":
      return scale.formula(then.expression, context, then.typed);
  }
}

/** A scored result; the root of its Step tree is the score itself. */
export function scored(
  result: Omit<Extract<RuleResult, { outcome: "scored" }>, "outcome" | "step">,
  inputs: readonly import("./rule").Step[],
): RuleResult {
  const step = { label: "得分", value: result.points, unit: "分", clause: result.clause, inputs };
  return { outcome: "scored", ...result, step };
}

export function missing(needs: readonly string[], problem?: string): RuleResult {
  return { outcome: "missing", needs, ...(problem === undefined ? {} : { problem }) };
}

export function notApplicable(because: string, step: import("./rule").Step): RuleResult {
  return { outcome: "notApplicable", because, step };
}

function lossesOf(
  measured: string,
  scaled: Extract<Scaled, { points: number }>,
  weight: number,
): readonly Loss[] {
  const lost = weight - scaled.points;
  const bySetting = Math.min(scaled.bySetting?.points ?? 0, lost);
  const { clause } = scaled;
  return [
    { measured, clause, points: lost - bySetting },
    {
      measured,
      clause,
      points: bySetting,
      ...(scaled.bySetting ? { setting: scaled.bySetting.setting } : {}),
    },
  ].filter((loss) => tidy(weight - loss.points) < tidy(weight));
}

function givenKeys<T>(measure: Measure<T>, facts: Readonly<Record<string, unknown>>): readonly string[] {
  return measure.facts.filter((spec) => facts[spec.key] !== undefined).map((spec) => spec.key);
}
