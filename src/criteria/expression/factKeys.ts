import type { Expression } from "./expression";

/** Every fact that an expression may need, each once, in the order in which it is met. */
export function factKeys(expression: Expression): readonly string[] {
  const keys = new Set<string>();
  visit(expression, (one) => {
    for (const key of ownKeys(one)) keys.add(key);
  });
  return Array.from(keys);
}

/** Calls for an expression and all that it is made of, outermost first. */
export function visit(expression: Expression, see: (one: Expression) => void): void {
  see(expression);
  for (const part of childrenOf(expression)) visit(part, see);
}

function ownKeys(one: Expression): readonly string[] {
  switch (one.op) {
    case "fact":
    case "share":
    case "failures":
    case "yes":
    case "says":
    case "instead":
    case "answered":
    case "exempt":
      return [one.key];
    case "tally":
      return one.keys;
    case "mean":
      return [one.measure.first, one.measure.count, one.measure.series];
    case "judged":
      return [...one.questions.map(({ key }) => key), one.key];
    case "levels":
      return one.share === null ? [one.key] : [one.key, one.share];
    default:
      return [];
  }
}

export function childrenOf(one: Expression): readonly Expression[] {
  switch (one.op) {
    case "add":
    case "min":
    case "max":
    case "all":
    case "any":
      return one.of;
    case "subtract":
    case "multiply":
    case "divide":
    case "compare":
      return [one.left, one.right];
    case "floor":
    case "ceiling":
    case "abs":
    case "instead":
    case "named":
    case "remarked":
    case "atMost":
    case "inside":
    case "condition":
    case "answered":
    case "unlessNone":
    case "clause":
    case "cap":
    case "own":
      return [one.of];
    case "measured":
      return [one.of, one.then];
    case "scale":
      return one.pieces.map(({ then }) => then);
    case "branches":
      return one.of.flatMap(({ when, then }) => (when === null ? [then] : [when, then]));
    case "deduct":
      return one.items.flatMap(({ count, each }) => [count, each]);
    case "parts":
      return one.of.map(({ of }) => of);
    default:
      return [];
  }
}
