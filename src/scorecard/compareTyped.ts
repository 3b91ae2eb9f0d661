import { tidy } from "../quantity/tidy";
import { roundHalfUp } from "./formatPoints";
import { hidesDeduction } from "./shownDecimals";

/**
 * What a person typed against what was computed, at the decimals that he typed: 9.66 is 9.657, 9.65 is not
 * (cut off, not rounded). Two cases are never "same": full marks typed where points are lost, since rounding may not
 * hide a deduction, and a whole number typed for a fraction, since nobody rounds a form with rows of 0.5 to whole
 * points. null: nothing typed, or nothing to compare with.
 */
export function compareTyped(
  typed: number | null,
  text: string,
  points: number | null,
  weight: number | null,
): "same" | "differs" | null {
  if (typed === null || points === null) return null;
  const decimals = decimalsOf(typed, text);
  if (decimals === 0) return tidy(points) === tidy(typed) ? "same" : "differs";
  if (weight !== null && hidesDeduction(points, weight, decimals)) return "differs";
  return roundHalfUp(points, decimals) === tidy(typed) ? "same" : "differs";
}

/** Decimals as written: of the text where it still has them ("9.60 分"), else of the number. */
function decimalsOf(typed: number, text: string): number {
  const written = /[.．]([0-9０-９]{1,12})/u.exec(text)?.[1]?.length ?? 0;
  const digits = String(tidy(typed));
  const own = digits.includes("e") ? 12 : (digits.split(".")[1]?.length ?? 0);
  return Math.max(written, own);
}
