import { quoteSheet } from "./cell";
import { scanFormula } from "./formulaScan";

/** A sheet name without quotes and the "!" after it. */
const bareSheet = /[\p{L}_][\p{L}\p{N}_.]{0,254}(?=!)/gu;

/** LibreOffice writes FALSE() where Excel writes FALSE. */
const bareTruth = /\b(TRUE|FALSE)\(\)/g;

/**
 * A formula with every sheet name in quotes: 评分底稿!D8 → '评分底稿'!D8. Excel and LibreOffice take quotes away
 * that a name does not need, so that a formula of ours would not be known again once they have saved it.
 */
export function canonicalFormula(formula: string): string {
  // Longer than Excel allows is not ours, and not worth the time.
  if (formula.length > 10_000 || !/[!)]/.test(formula)) return formula;
  const pieces = scanFormula(formula);
  return pieces
    .map((piece, index) => {
      if (piece.kind !== "code") return piece.text;
      // After [1] of another file, or within a range of sheets (一月:三月!A1), a name cannot be quoted alone.
      const afterBracket = pieces[index - 1]?.kind === "bracket";
      const plain = piece.text.replace(bareTruth, "$1");
      // At the very beginning it follows a name that has its quotes.
      if (plain.lastIndexOf("!") <= 0) return plain;
      return plain.replace(bareSheet, (name, at: number) => {
        const before = at === 0 ? (afterBracket ? "]" : "") : plain.charAt(at - 1);
        return /[:\]\p{L}\p{N}_.#]/u.test(before) ? name : quoteSheet(name);
      });
    })
    .join("");
}
