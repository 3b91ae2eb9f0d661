import type { Form } from "../form/form";
import { quoteSheet } from "../workbook/cell";

/** Whether a score formula is ours: it calls our functions or reads a working paper, whatever that is called now. */
export function isOwnScore(formula: string | null | undefined, papers: readonly string[]): boolean {
  if (formula === null || formula === undefined) return false;
  if (/\bJX\.|_xldudf_JX_/iu.test(formula)) return true;
  // Excel leaves needless quotes out.
  return papers.some((paper) => formula.includes(`${quoteSheet(paper)}!`) || formula.includes(`${paper}!`));
}

/** The form without our own results among the typed scores. */
export function withoutOwnScores(form: Form, papers: readonly string[]): Form {
  const indicators = form.indicators.map((indicator) =>
    isOwnScore(indicator.selfScore.formula, papers)
      ? { ...indicator, selfScore: { ...indicator.selfScore, typed: null } }
      : indicator,
  );
  return { ...form, indicators };
}

/** What a reason of ours shows once the score has changed; also how one is known again. */
export const staleReason = "得分已变化，请重新计算得分";

/** Whether a formula is a reason that we wrote (it may stand in 评分依据 and must never be read as evidence). */
export function isOwnReason(formula: string | null | undefined): boolean {
  return formula?.includes(`"${staleReason}"`) === true;
}
