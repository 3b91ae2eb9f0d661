import { tidy } from "../quantity/tidy";
import { hidesDeduction } from "../scorecard/shownDecimals";
import { decimalsOfFormat } from "../workbook/snapshot";

/** The decimals to show, and whether the user fixed them. */
interface ShownAs {
  readonly decimals: number;
  readonly fixed: boolean;
}

/**
 * The number format that a score cell needs, or null when its own shows the points well enough: the template's look is
 * only touched where it would hide a deduction, show noise, or keep a formula from being one (a text cell).
 */
export function scoreFormat(
  own: string | undefined,
  points: number | null,
  weight: number | null,
  shown: ShownAs,
): string | null {
  const format = own ?? "General";
  if (format === "@")
    return points === null ? "General" : (scoreFormat("General", points, weight, shown) ?? "General");
  if (points === null) return null;
  const needed = decimalsNeeded(points);
  const ownDecimals = decimalsOfFormat(format);
  const target = shown.decimals === 0 ? "0" : `0.${"0".repeat(shown.decimals)}`;
  if (ownDecimals === null) return needed > shown.decimals ? target : null;
  if (shown.fixed) {
    const alike = ownDecimals === shown.decimals || needed <= Math.min(ownDecimals, shown.decimals);
    return alike ? null : target;
  }
  if (needed <= ownDecimals) return null;
  const coarse = ownDecimals < 2 || (weight !== null && hidesDeduction(points, weight, ownDecimals));
  return coarse && ownDecimals < shown.decimals ? target : null;
}

function decimalsNeeded(points: number): number {
  const digits = String(tidy(points));
  return digits.includes("e") ? 12 : (digits.split(".")[1]?.length ?? 0);
}

/** More would be noise of binary fractions. */
const most = 10;

/**
 * The number format for points that stand as a value: the cell's own unless it would show a lost fraction as full
 * marks (4.99999 of 5 as 5.00); then as many decimals as tell the two apart. null: its own will do.
 */
export function valueFormat(own: string | undefined, points: number, weight: number | null): string | null {
  const decimals = decimalsOfFormat(own ?? "General");
  if (weight === null || decimals === null || !hidesDeduction(points, tidy(weight), decimals)) return null;
  let needed = decimals + 1;
  while (needed < most && hidesDeduction(points, tidy(weight), needed)) needed += 1;
  return `0.${"0".repeat(needed)}`;
}
