/** What a reason of ours shows once the score has changed; also how one is known again. */
export const staleReason = "得分已变化，请重新计算得分";

/** Whether a formula is a reason that we wrote (it may stand in 评分依据 and must never be read as evidence). */
export function isOwnReason(formula: string | null | undefined): boolean {
  return formula?.includes(`"${staleReason}"`) === true;
}
