import { plainDigits } from "../rules/words";
import { tidy } from "../quantity/tidy";
import type { Step } from "../rules/rule";
import type { ScorecardRow } from "../scorecard/scorecard";
import { a1 } from "../workbook/cell";
import type { CellContent } from "../workbook/edit";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";

/** Longer sums tell a reader nothing. */
const mostLosses = 8;

/**
 * A score of the 报送版 in functions of Excel itself. 评分底稿 does not go with the form, so a reviewer gets the shortest
 * true account over the printed weight: "=F16" full marks, "=F16*0.99983" in proportion, "=F30-1-0.5" the weight less
 * what each cause costs. The value where none of these gives the points exactly.
 */
export function submittedScore(snapshot: Snapshot, row: ScorecardRow, value: number): CellContent {
  const { weight, weightAt } = row;
  if (weight === null) return { value };
  const printed = snapshotCell(snapshot, weightAt)?.value;
  const reference = typeof printed === "number" ? a1(weightAt) : plainDigits(weight);
  const gives = (points: number): boolean => tidy(points) === tidy(value);
  if (gives(weight)) return { formula: `=${reference}` };
  const rate = row.step === null ? undefined : ratesIn(row.step).find((one) => gives(one * weight));
  if (rate !== undefined) return { formula: `=${reference}*${plainDigits(rate)}` };
  const losses = row.losses.map(({ points }) => tidy(points));
  const left = losses.reduce((rest, loss) => rest - loss, weight);
  if (losses.length === 0 || losses.length > mostLosses || !gives(left)) return { value };
  return { formula: `=${reference}${losses.map((loss) => `-${plainDigits(loss)}`).join("")}` };
}

/** Rates between nothing and all, the nearest to the points first; rounded to the digits that a formula shows. */
function ratesIn(step: Step): readonly number[] {
  const own = step.unit === "%" && typeof step.value === "number" && step.value > 0 && step.value < 1;
  return [...(own ? [tidy(Number(step.value))] : []), ...step.inputs.flatMap(ratesIn)];
}
