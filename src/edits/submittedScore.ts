import { plainDigits } from "../criteria/words";
import { tidy } from "../quantity/tidy";
import type { Step } from "../criteria/rule";
import { roundHalfUp } from "../scorecard/formatPoints";
import type { ScorecardRow } from "../scorecard/scorecard";
import { a1 } from "../workbook/cell";
import type { CellContent } from "../workbook/edit";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";

/** Longer sums tell a reader nothing. */
const mostLosses = 8;
/** Beyond these a difference is what binary fractions leave behind. */
const lossDecimals = 10;

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
  const gives = (points: number): boolean => roundHalfUp(points - value, 9) === 0;
  if (gives(weight)) return { formula: `=${reference}` };
  const rate = ratesOf(row).find((one) => gives(one * weight));
  if (rate !== undefined) return { formula: `=${reference}*${plainDigits(rate)}` };
  const losses = row.losses.map(({ points }) => roundHalfUp(points, lossDecimals));
  const left = losses.reduce((rest, loss) => rest - loss, weight);
  if (losses.length === 0 || losses.length > mostLosses || !gives(left)) return { value };
  return { formula: `=${reference}${losses.map((loss) => `-${plainDigits(loss)}`).join("")}` };
}

/** Rates between nothing and all that the points may be in proportion to. */
function ratesOf({ step, result }: ScorecardRow): readonly number[] {
  const measured =
    result.outcome === "scored" && result.scale?.unit === "%" ? [tidy(result.scale.value)] : [];
  return [...measured, ...(step === null ? [] : ratesIn(step))].filter((rate) => rate > 0 && rate < 1);
}

function ratesIn({ unit, value, inputs }: Step): readonly number[] {
  const own = unit === "%" && typeof value === "number" ? [tidy(value)] : [];
  return [...own, ...inputs.flatMap(ratesIn)];
}
