import type { FactCell, FormulaContext, RuleContext, Step } from "./rule";
import type { FactSet, FactSpec } from "./fact";
import type { Open } from "./readFact";

/** What a measure makes of the facts. */
export type Taken<T> =
  | {
      readonly state: "taken";
      readonly value: T;
      /** "合同签订及时率95%" */
      readonly words: string;
      readonly step: Step;
      /** Given in words as about so much. */
      readonly approximate: boolean;
      readonly remarks: readonly string[];
    }
  | { readonly state: "notApplicable"; readonly because: string; readonly step: Step }
  | Open;

/**
 * One turn of a written formula, tried in order: blank leaves the score empty, a reason cell gives full marks when
 * it is filled (不涉及), an expression is scored. The last turn has no condition.
 */
export interface Turn {
  readonly when: string | null;
  readonly then:
    | { readonly kind: "blank" }
    | { readonly kind: "notApplicable"; readonly reason: string }
    | { readonly kind: "value"; readonly expression: string; readonly typed: boolean };
}

export type FactCells = Readonly<Record<string, FactCell>>;

/** Facts made into one value with its reasons, in the same order of decisions as its formula. */
export interface Measure<T> {
  /** 合同签订及时率 */
  readonly name: string;
  readonly unit: string;
  readonly facts: readonly FactSpec[];
  readonly take: (facts: FactSet, context: RuleContext) => Taken<T>;
  readonly turns: (cells: FactCells, context: FormulaContext) => readonly Turn[];
}

/** The cell of a fact; a working paper without it is our own mistake. */
export function cellOf(cells: FactCells, key: string): FactCell {
  const cell = cells[key];
  if (cell === undefined) throw new Error(`no cell for fact ${key}`);
  return cell;
}

export function blankWhen(when: string): Turn {
  return { when, then: { kind: "blank" } };
}

/** Full marks for 不涉及 once its reason is written. */
export function notApplicableWhen(when: string, reason: string): Turn {
  return { when, then: { kind: "notApplicable", reason } };
}

/** typed: the expression is a cell that may hold text ("≤10%"). */
export function valueWhen(when: string | null, expression: string, typed = false): Turn {
  return { when, then: { kind: "value", expression, typed } };
}
