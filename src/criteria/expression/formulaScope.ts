import type { FactSpec } from "../fact";
import type { FactCell, FormulaContext } from "../rule";
import type { Expression } from "./expression";
import type { Formula } from "./formulaTree";

/** What a formula is written with. */
export interface FormulaScope {
  readonly cells: Readonly<Record<string, FactCell>>;
  readonly specs: readonly FactSpec[];
  readonly context: FormulaContext;
  /** The points to be had here, as the formula writes them. */
  readonly weight: string;
  /** The measured value. */
  readonly it?: Extract<Formula, { kind: "value" }>;
  /** It is handed to a function of ours that refuses what cannot be a rate. */
  readonly isChecked?: boolean;
  /** 不涉及 earns the part that is being written, and no more. */
  readonly inPart: boolean;
  /** Cells that are filled wherever this stands. */
  readonly filled: readonly string[];
}

/** Writes the formula of an expression inside the one that is being written. */
export type Compile = (expression: Expression, scope: FormulaScope) => Formula;
