import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { defaultSettings } from "../../src/editions/settings";
import type { Fact, FactSet, FactValue } from "../../src/criteria/fact";
import type { FactCell, FormulaContext, Rule, RuleContext, RuleResult } from "../../src/criteria/rule";
import type { CellValue } from "../../src/workbook/snapshot";
import { evaluateFormula } from "./evaluateFormula";

/** Figures as an example gives them. */
export type Given = Readonly<
  Partial<Record<string, { readonly value: FactValue; readonly reason?: string }>>
>;

export interface TrialOptions {
  readonly weight: number;
  /** The 评分标准 cell, which the formula may name: it says what the rule says. */
  readonly standard?: string | null;
  readonly settings?: Readonly<Record<string, string>>;
  /** The form prints "10 分" for 10. */
  readonly textWeight?: boolean;
  /** Blank rows of the working paper between its figures; none unless told. */
  readonly gap?: number;
}

const sheet = "评分底稿";
const defaults = defaultSettings(guangzhou2023);

export function contextOf(options: TrialOptions): RuleContext {
  return {
    weight: options.weight,
    settings: { ...defaults, ...options.settings },
  };
}

export function factsOf(given: Given): FactSet {
  return Object.fromEntries(
    Object.entries(given).map(([key, one]): readonly [string, Fact] => [
      key,
      { value: one?.value ?? "", at: null, reason: one?.reason ?? "" },
    ]),
  );
}

export function scoreOf(rule: Rule, given: Given, options: TrialOptions): RuleResult {
  return rule.score(factsOf(given), contextOf(options));
}

/** What stands for a result in a score cell: points, the weight for 不涉及, nothing while it is open. */
export function shownBy(result: RuleResult, weight: number): number | null {
  if (result.outcome === "scored") return result.points;
  return result.outcome === "notApplicable" ? weight : null;
}

/** The working paper with every fact of the rule in column D, its reason in column H; weight F1, standard H1. */
export function paperOf(
  rule: Rule,
  given: Given,
  gap = 0,
): {
  readonly cells: Readonly<Record<string, FactCell>>;
  readonly values: Readonly<Record<string, CellValue>>;
} {
  const cells: Record<string, FactCell> = {};
  const values: Record<string, CellValue> = {};
  let row = 4;
  for (const spec of rule.facts) {
    const one = given[spec.key];
    const height = spec.kind === "months" ? 12 : 1;
    const range = `'${sheet}'!$D$${row}${height > 1 ? `:$D$${row + height - 1}` : ""}`;
    cells[spec.key] = { value: range, reason: `'${sheet}'!$H$${row}` };
    const content: readonly CellValue[] =
      one === undefined ? [] : typeof one.value === "object" ? one.value : [one.value];
    content.forEach((value, index) => {
      values[`D${row + index}`] = value;
    });
    if (one?.reason !== undefined) values[`H${row}`] = one.reason;
    row += height + gap;
  }
  return { cells, values };
}

export function writtenFormula(
  rule: Rule,
  cells: Readonly<Record<string, FactCell>>,
  dialect: FormulaContext["dialect"],
  options: TrialOptions,
): string {
  const context = contextOf(options);
  return rule.formula(cells, {
    dialect,
    weight: options.textWeight === true ? `IF(ISNUMBER(F1),F1,${options.weight})` : "F1",
    standard: (options.standard ?? null) === null ? null : "H1",
    context,
  });
}

/** What the written formula shows for these figures. */
export function formulaShows(
  rule: Rule,
  given: Given,
  dialect: FormulaContext["dialect"],
  options: TrialOptions,
): CellValue {
  const { cells, values } = paperOf(rule, given, options.gap);
  return evaluateFormula(
    writtenFormula(rule, cells, dialect, options),
    {
      ...values,
      F1: options.textWeight === true ? `${options.weight} 分` : options.weight,
      H1: options.standard ?? null,
    },
    sheet,
  );
}
