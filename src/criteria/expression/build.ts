import type { BranchExpression, Expression, Sign } from "./expression";

/*
 * Shorter ways to write the nodes of an expression.
 */

export const it: Expression = { op: "it" };
export const weight: Expression = { op: "weight" };

export function number(value: number): Expression {
  return { op: "number", value };
}

export const zero = number(0);

export function fact(key: string): Expression {
  return { op: "fact", key };
}

export function subtract(left: Expression, right: Expression): Expression {
  return { op: "subtract", left, right };
}

export function multiply(left: Expression, right: Expression): Expression {
  return { op: "multiply", left, right };
}

/** Compares whole numbers: nothing is to be rounded. */
export function compareWhole(left: Expression, sign: Sign, right: Expression): Expression {
  return { op: "compare", left, sign, right, whole: true };
}

/** The first branch that holds, else the rest. */
export function branches(held: readonly BranchExpression[], otherwise: Expression): Expression {
  return { op: "branches", of: [...held, { when: null, then: otherwise }] };
}

/** Points of a measured value. */
export function measured(of: Expression, then: Expression): Expression {
  return { op: "measured", of, then };
}

/** Points by this clause. */
export function by(clause: string, of: Expression): Expression {
  return { op: "clause", clause, of };
}
