import type { Settled } from "./choices";
import type { AnnexScoring } from "./criterion";
import { by } from "./expression/build";
import { formulaOf } from "./expression/compileFormula";
import type { Expression } from "./expression/expression";
import { valueOf } from "./expression/formulaTree";
import { ours } from "./formulaText";
import { completionScale } from "./kinds/completion";
import { tierLevels } from "./kinds/levels";
import { ratePoints } from "./kinds/ratio";
import { oncePerObject } from "./oncePerObject";
import type { FactCell, FormulaContext } from "./rule";

/** From a rate to points: the branches of the clause, or in proportion only. */
export const annexScale = oncePerObject((scoring: Settled<AnnexScoring>): Expression => {
  const linear = scoring.scale === "linear";
  return linear ? by(scoring.clauses.linear, ratePoints(false)) : completionScale(scoring);
});

/** The points of a rate as a formula writes them; the rate may stand in it several times. */
export function annexRateFormula(
  scoring: Settled<AnnexScoring>,
  rate: string,
  context: FormulaContext,
): string {
  return formulaOf(annexScale(scoring), { context, it: valueOf(rate) });
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
  return formulaOf({ op: "levels", key: "tier", share: "share", levels }, { context, cells, filled });
}
