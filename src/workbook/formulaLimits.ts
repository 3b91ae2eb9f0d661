import { scanFormula } from "./formulaScan";

/** Excel takes at most so many characters in one formula. */
export const longestFormula = 8_192;
/** What a person can still look through, and what Excel nests at most is 64. */
const comfortable = { length: 8000, levels: 60 };

/** Whether a formula of ours may stand in one cell. */
export function fitsIntoCell(formula: string): boolean {
  return formula.length <= comfortable.length && nestingOf(formula) <= comfortable.levels;
}

/** How deep the brackets of a formula stand in one another; those in words do not count. */
function nestingOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const { kind, text } of scanFormula(formula)) {
    if (kind !== "code") continue;
    for (const letter of text) {
      if (letter === "(") depth += 1;
      if (letter === ")") depth -= 1;
      deepest = Math.max(deepest, depth);
    }
  }
  return deepest;
}
