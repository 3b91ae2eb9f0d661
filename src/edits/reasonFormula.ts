import { tidy } from "../quantity/tidy";
import { isErrorValue } from "../workbook/snapshot";
import { staleReason } from "../scorecard/ownReason";
import { longestFormula } from "../workbook/formulaLimits";
import { textFormula } from "./textFormula";

/** What the score cell showed when the reason was given. */
export type ShownScore = { readonly points: number } | { readonly text: string } | "blank";

/** Every quote may be doubled, so this many characters always fit into one formula. */
const longestReason = 3500;

/**
 * A reason that is never stale: the sentence while the score is what it was, else the wish to compute again.
 * `score` is the reference to the score cell.
 */
export function reasonFormula(score: string, shown: ShownScore, reason: string): string {
  const made = `=IF(${condition(score, shown)},${textFormula(shorten(reason))},${textFormula(staleReason)})`;
  return made.length <= longestFormula
    ? made
    : `=IF(${condition(score, shown)},${textFormula(reason.slice(0, 200))},${textFormula(staleReason)})`;
}

function condition(score: string, shown: ShownScore): string {
  // An error value (a rate in no band, a typed #N/A) shows no score, and must not become the reason's own.
  if (shown === "blank") return `IF(ISERROR(${score}),TRUE,${score}="")`;
  if ("text" in shown) {
    if (isErrorValue(shown.text)) return `ISERROR(${score})`;
    return `IF(ISERROR(${score}),FALSE,${score}=${textFormula(shown.text.slice(0, 200))})`;
  }
  // A text or an error value in the cell is a changed score, not an error in the reason.
  return `IF(ISNUMBER(${score}),ROUND(${score}-${decimal(tidy(shown.points))},9)=0,FALSE)`;
}

function shorten(reason: string): string {
  const letters = Array.from(reason);
  return letters.length <= longestReason ? reason : `${letters.slice(0, longestReason).join("")}……（以下略）`;
}

/** Without an exponent, which is legal in a formula but not readable. */
function decimal(points: number): string {
  const text = String(points);
  return text.includes("e") ? points.toFixed(12) : text;
}
