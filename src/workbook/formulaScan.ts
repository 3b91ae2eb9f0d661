/** A piece of a formula: words in quotes and sheet names in quotes are kept apart from the rest, where
 * references and function names stand. */
interface FormulaPiece {
  readonly kind: "text" | "sheet" | "bracket" | "code";
  readonly text: string;
}

/** Cuts a formula so that nothing inside "…", '…' or […] is taken for a reference. Joined, the pieces give
 * the formula back. */
export function scanFormula(formula: string): readonly FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  let at = 0;
  let start = 0;
  const flush = (): void => {
    if (at > start) pieces.push({ kind: "code", text: formula.slice(start, at) });
  };
  while (at < formula.length) {
    const character = formula[at];
    if (character !== '"' && character !== "'" && character !== "[") {
      at++;
      continue;
    }
    flush();
    const end = character === "[" ? bracketEnd(formula, at) : quoteEnd(formula, at, character);
    const kind = character === '"' ? "text" : character === "'" ? "sheet" : "bracket";
    pieces.push({ kind, text: formula.slice(at, end) });
    at = end;
    start = end;
  }
  flush();
  return pieces;
}

function quoteEnd(formula: string, at: number, quote: string): number {
  for (let index = at + 1; index < formula.length; index++) {
    if (formula[index] !== quote) continue;
    if (formula[index + 1] !== quote) return index + 1;
    index++;
  }
  return formula.length;
}

function bracketEnd(formula: string, at: number): number {
  let depth = 0;
  for (let index = at; index < formula.length; index++) {
    if (formula[index] === "[") depth++;
    else if (formula[index] === "]" && --depth === 0) return index + 1;
  }
  return formula.length;
}
