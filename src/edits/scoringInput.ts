import type { FactCell, FormulaContext } from "../criteria/rule";
import type { Case } from "../scorecard/case";
import type { Located } from "./locateTouched";
import type { Overwrite } from "./plannedScore";

/** What scores, total and grade are planned from, in the form and in its annexes. */
export interface ScoringInput extends Case {
  readonly located: readonly Located[];
  /** By fact id. */
  readonly factCells: ReadonlyMap<string, FactCell>;
  readonly overwrite: Overwrite;
  readonly dialect: FormulaContext["dialect"];
}
