import type { BranchExpression, Expression, NodeOf, Sign } from "./expression";

/*
 * Shorter ways to write the nodes of an expression.
 */

export const it: Expression = { op: "it" };
export const weight: Expression = { op: "weight" };

export function number(value: number): Expression {
  return { op: "number", value };
}

export const zero = number(0);

export function fact(key: string, signed = false): Expression {
  return { op: "fact", key, ...(signed ? { signed } : {}) };
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

/** A shorter function of ours for the same number, of the measured value and the points to be had unless told. */
export function own(name: string, of: Expression, args: NodeOf<"own">["args"] = [it, weight]): Expression {
  return { op: "own", name, args, of };
}

export function askFor(keys: readonly string[], problem: string): NodeOf<"ask"> {
  return { op: "ask", keys, problem };
}

/** Of none of them: 不涉及, once the reason is given. */
export function exemptByZero(key: string, label: string): NodeOf<"exempt"> {
  return { op: "exempt", key, problem: `“${label}”为0，视为不涉及，请在口径说明里写明理由。` };
}

/** Points by this clause. */
export function by(clause: string, of: Expression): Expression {
  return { op: "clause", clause, of };
}
