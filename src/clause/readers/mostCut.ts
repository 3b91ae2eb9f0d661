import type { Criterion, DeductCriterion, SteppedCriterion } from "../../criteria/criterion";
import type { Built } from "../built";

/** 最多扣3分 of 6: what one kind of cut may cost; null for any other rule. */
export function withMost(built: Built, most: number): Built | null {
  const { criterion } = built;
  return isOneKind(criterion) ? { ...built, criterion: { ...criterion, most } } : null;
}

/** Of several kinds the text does not say whose end it is. */
function isOneKind(criterion: Criterion): criterion is SteppedCriterion | DeductCriterion {
  // 低于60%不得分 beside 最多扣3分: which of the two?
  return (
    (criterion.kind === "stepped" && criterion.nothingBeyond === undefined) ||
    (criterion.kind === "deduct" && criterion.items.length === 1)
  );
}
