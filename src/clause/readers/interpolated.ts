import type { CriterionBand, Points } from "../../criteria/criterion";
import type { Interval } from "../../criteria/interval";
import type { Measured } from "../measures";

/** A band between two others, on the straight line from the points of the one to those of the other. */
interface Between extends Interval {
  readonly clause: string;
}

/**
 * ≤10%得满分；≥50%不得分；10%至50%之间按线性插值法计算: what stands at both ends must be points that do not
 * change; null otherwise.
 */
export function interpolated(
  between: Between,
  others: readonly CriterionBand[],
  { measure }: Measured,
  weight: number | null,
): CriterionBand | null {
  const { from, to, clause } = between;
  if (from === null || to === null || from >= to) return null;
  const low = others.find((band) => band.to === from);
  const high = others.find((band) => band.from === to);
  const [start, end] = [shareAt(low, weight), shareAt(high, weight)];
  if (low === undefined || high === undefined || start === null || end === null || start === end) return null;
  const slope = (end - start) / (to - from);
  return {
    from,
    fromIncluded: !low.toIncluded,
    to,
    toIncluded: !high.fromIncluded,
    then: {
      criterion: { kind: "linear", measure, offset: start - slope * from, slope, of: "share", clause },
    },
    clause,
  };
}

function shareAt(band: CriterionBand | undefined, weight: number | null): number | null {
  const then: Points | undefined = band?.then;
  if (then === undefined || "criterion" in then) return null;
  if ("share" in then) return then.share;
  return weight === null || weight <= 0 ? null : then.points / weight;
}
