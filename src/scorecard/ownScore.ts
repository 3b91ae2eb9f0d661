import type { Form } from "../form/form";
import { quoteSheet } from "../workbook/cell";

/** Whether a score formula is ours: it calls our functions or reads the working paper, whatever that is called now. */
export function isOwnScore(formula: string | null | undefined, paper: string | null): boolean {
  if (formula === null || formula === undefined) return false;
  if (/\bJX\.|_xldudf_JX_/iu.test(formula)) return true;
  // Excel leaves needless quotes out.
  return paper !== null && (formula.includes(`${quoteSheet(paper)}!`) || formula.includes(`${paper}!`));
}

/** The form without our own results among the typed scores. */
export function withoutOwnScores(form: Form, paper: string | null): Form {
  const indicators = form.indicators.map((indicator) =>
    isOwnScore(indicator.selfScore.formula, paper)
      ? { ...indicator, selfScore: { ...indicator.selfScore, typed: null } }
      : indicator,
  );
  return { ...form, indicators };
}
