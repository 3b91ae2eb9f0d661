import type { Settled } from "./choices";
import type { AnnexScoring } from "./criterion";
import { compileFormula } from "./expression/compileFormula";
import { by } from "./expression/build";
import type { Expression } from "./expression/expression";
import type { FormulaScope } from "./expression/formulaScope";
import { writeFormula } from "./expression/formulaTree";
import { ours } from "./formulaText";
import { completionScale } from "./kinds/completion";
import { tierLevels } from "./kinds/levels";
import { ratePoints } from "./kinds/ratio";
import type { FactCell, FormulaContext } from "./rule";

/** From a rate to points: the branches of the clause, or in proportion only. */
export function annexScale(scoring: Settled<AnnexScoring>): Expression {
  const known = scales.get(scoring);
  if (known !== undefined) return known;
  const scale = scaleOf(scoring);
  scales.set(scoring, scale);
  return scale;
}

const scales = new WeakMap<object, Expression>();

function scaleOf(scoring: Settled<AnnexScoring>): Expression {
  const linear = scoring.scale === "linear";
  return linear ? by(scoring.clauses.linear, ratePoints(false)) : completionScale(scoring);
}

/** The points of a rate as a formula writes them; the rate may stand in it several times. */
export function annexRateFormula(
  scoring: Settled<AnnexScoring>,
  rate: string,
  context: FormulaContext,
): string {
  const scope = { ...plainScope(context), it: { kind: "value" as const, text: rate } };
  return writeFormula(compileFormula(annexScale(scoring), scope), context.weight);
}

/** The points of a level and the share within it; a share outside its level gives #N/A or #VALUE!. */
export function annexLevelFormula(
  { levels }: Pick<AnnexScoring, "levels">,
  cells: { readonly tier: FactCell; readonly share: FactCell },
  context: FormulaContext,
): string {
  const official = JSON.stringify(levels) === JSON.stringify(tierLevels);
  if (official && context.dialect === "addin")
    return ours("TIERSCORE", cells.tier.value, cells.share.value, context.weight);
  const filled = [cells.tier.value, cells.share.value];
  const expression: Expression = {
    op: "levels",
    key: "tier",
    share: "share",
    levels: levels.map((level) => ({ ...level, fromIncluded: true })),
  };
  return writeFormula(compileFormula(expression, { ...plainScope(context), cells, filled }), context.weight);
}

function plainScope(context: FormulaContext): FormulaScope {
  return { cells: {}, specs: [], context, weight: context.weight, inPart: false, filled: [] };
}
