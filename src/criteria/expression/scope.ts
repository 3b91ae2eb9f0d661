import type { FactSet, FactSpec } from "../fact";
import type { Known } from "./outcome";

/** What an expression is evaluated with. */
export interface Scope {
  readonly facts: FactSet;
  readonly specs: readonly FactSpec[];
  /** 分 to be had here: the row's weight, or a part's own. */
  readonly weight: number;
  /** Nobody looks at the scale. */
  readonly isUndrawn?: true;
  /** The value of the enclosing "measured". */
  readonly it?: Known;
}
