import type { GatheredFact } from "../facts/gatheredFact";
import type { Indicator } from "../form/form";
import { tidy } from "../quantity/tidy";
import type { RuleContext, RuleResult } from "../criteria/rule";
import type { Settings } from "../editions/settings";
import { compareTyped } from "./compareTyped";
import { lostPoints } from "./formatPoints";
import { roundedResult } from "./rowDecimals";
import { rowRemarks } from "./rowRemarks";
import type { Question, ScorecardRow } from "./scorecard";
import { hasTarget } from "./chooseRule";
import { isAnnexFact } from "./bindAnnex";
import { annexRowResults, type UnwordedAnnexRow } from "./annexRows";
import type { RowInput } from "./bindRows";
import { countUnconfirmed, factKey, factSet } from "./usedFacts";

/** A row before its reason is put in words, which depends on the decimals of the whole card. */
export type UnwordedRow = Omit<ScorecardRow, "reason" | "annexRows" | "basis"> & {
  readonly annexRows: readonly UnwordedAnnexRow[];
};

/**
 * The outcome of one row: its own printed weight, its facts, its rule.
 * @param decimals to which the row is rounded; null: not at all
 */
export function scoreRow(input: RowInput, settings: Settings, decimals: number | null): UnwordedRow {
  const { indicator, editionRow, rule, annex, facts } = input;
  const weight = indicator.weight.value;
  const context = weight === null ? null : ruleContext(weight, settings);
  const result = roundedResult(resultOf(input, context, settings), decimals);
  const computed = pointsOf(result, weight);
  const points = computed === null ? null : tidy(computed);
  const losses = result.outcome === "scored" ? result.losses : [];
  const { typed, text, at } = indicator.selfScore;
  return {
    row: indicator.row,
    at,
    level1: indicator.level1,
    level2: indicator.level2,
    indicator: indicator.name.value,
    nameAt: indicator.name.at,
    editionRowId: editionRow?.id ?? null,
    ruleKey: input.key,
    choice: input.choice,
    origin: input.origin,
    unread: input.unread,
    weight,
    weightAt: indicator.weight.at,
    standard: indicator.standard,
    definition: indicator.definition?.value ?? null,
    hasTarget: hasTarget(indicator),
    criterion: rule.criterion ?? null,
    settingNames: input.settingNames,
    outcome: result.outcome,
    points,
    deduction: points === null || weight === null ? null : lostPoints(weight, points),
    losses,
    step: result.outcome === "scored" || result.outcome === "notApplicable" ? result.step : null,
    result,
    facts,
    unused: input.unused,
    annexRows:
      annex === null || context === null
        ? []
        : annexRowResults(annex, annex.score(factSet(facts), context), context).map((one) =>
            annex.own === true && points !== null ? { ...one, points, annexPoints: points, losses } : one,
          ),
    questions: questionsOf(result, facts, indicator),
    unconfirmed:
      context === null || isWeightless(context.weight) ? 0 : countUnconfirmed(rule, facts, context, result),
    remarks: rowRemarks(input, result),
    typed,
    compared: compareTyped(typed, text, points, weight),
    settingLoss: settingLossOf(losses),
  };
}

/** What a rule is told about its row; shared with whoever writes the row's formula. */
export function ruleContext(weight: number, settings: Settings): RuleContext {
  return { weight, settings };
}

function resultOf(input: RowInput, context: RuleContext | null, settings: Settings): RuleResult {
  const { rule, facts } = input;
  if (context === null) return facts.some(isAskedWeight) ? weightAsked(input, settings) : weightMissing;
  if (isWeightless(context.weight)) return weightless;
  const result = rule.score(factSet(facts), context);
  const unread = facts.filter(isUnread).map(factKey);
  if (unread.length === 0) return result;
  const needs = "needs" in result ? result.needs : [];
  return { outcome: "missing", needs: Array.from(new Set([...unread, ...needs])) };
}

/** Something stands in 评分底稿 (or in a facts file) that cannot be used: nothing is sure until it is put right. */
function isUnread({ value, problem, source }: GatheredFact): boolean {
  return value === null && problem !== null && source === null;
}

/** A department whom a block does not concern may print 0 分 in it: there is nothing to ask, nothing to lose. */
export function isWeightless(weight: number): boolean {
  return tidy(weight) === 0;
}

const weightless: RuleResult = {
  outcome: "notApplicable",
  because: "本表分值为0分，不计分",
  step: { label: "得分", value: 0, unit: "分", clause: "本表分值为0分，不计分", inputs: [] },
};

const weightMissing: RuleResult = {
  outcome: "missing",
  needs: [],
  problem: "待补充：本行分值空白或无法识别，请先填写分值。",
};

function isAskedWeight({ spec }: GatheredFact): boolean {
  return spec.kind === "weight";
}

/** With all else that is open: a person answers it in one go. */
function weightAsked({ rule, facts, anyWeight }: RowInput, settings: Settings): RuleResult {
  const open = facts.filter((fact) => fact.value === null && (isAskedWeight(fact) || isAnnexFact(fact.id)));
  // What else the rule asks is the same for every weight, or not known yet.
  const own = anyWeight ? rule.score(factSet(facts), ruleContext(1, settings)) : null;
  const needs = own !== null && "needs" in own ? own.needs : [];
  const problem = "待补充：表中没有本行的分值，请在评分底稿填写。";
  return { outcome: "missing", needs: Array.from(new Set([...open.map(factKey), ...needs])), problem };
}

function pointsOf(result: RuleResult, weight: number | null): number | null {
  if (result.outcome === "scored") return result.points;
  return result.outcome === "notApplicable" ? weight : null;
}

function questionsOf(
  result: RuleResult,
  facts: readonly GatheredFact[],
  indicator: Indicator,
): readonly Question[] {
  if (result.outcome !== "missing" && result.outcome !== "judgement") return [];
  if (indicator.weight.value === null && !facts.some(isAskedWeight)) {
    const question = `请填写“${indicator.name.value}”的分值。`;
    return [{ factId: `row${indicator.row}.weight`, question, unit: "分", at: indicator.weight.at }];
  }
  const byKey = new Map(facts.map((fact) => [factKey(fact), fact]));
  return result.needs.flatMap((key) => {
    const fact = byKey.get(key);
    if (fact === undefined) return [];
    const { question, unit } = fact.spec;
    return [{ factId: fact.id, question: fact.problem ?? question, unit, at: fact.at }];
  });
}

function settingLossOf(losses: ScorecardRow["losses"]): ScorecardRow["settingLoss"] {
  const setting = losses.find((loss) => loss.setting !== undefined)?.setting;
  if (setting === undefined) return null;
  const own = losses.filter((loss) => loss.setting === setting);
  return { setting, points: tidy(own.reduce((sum, { points }) => sum + points, 0)) };
}
