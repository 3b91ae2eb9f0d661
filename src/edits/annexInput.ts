import type { Form } from "../form/form";
import type { FactCell, FormulaContext } from "../rules/rule";
import type { BoundRow } from "../scorecard/evaluate";
import type { Scorecard } from "../scorecard/scorecard";
import type { Snapshot } from "../workbook/snapshot";
import type { Located } from "./locateTouched";
import type { Overwrite } from "./plannedScore";

/** What the annexes' formulas are planned from. */
export interface AnnexInput {
  readonly snapshot: Snapshot;
  readonly form: Form;
  readonly scorecard: Scorecard;
  readonly bound: readonly BoundRow[];
  readonly located: readonly Located[];
  /** By fact id. */
  readonly factCells: ReadonlyMap<string, FactCell>;
  readonly overwrite: Overwrite;
  readonly dialect: FormulaContext["dialect"];
}
