import { tidy } from "../quantity/tidy";
import { hidesDeduction } from "../scorecard/shownDecimals";
import { decimalsOfFormat } from "./scoreFormat";

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
