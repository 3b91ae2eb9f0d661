import { tidy } from "../quantity/tidy";
import type { Settings } from "../editions/settings";
import { formatPoints, lostPoints, roundHalfUp } from "./formatPoints";

/** Something that is shown with points out of a weight: a row, a level, the total. */
export interface ShownPoints {
  readonly label: string;
  readonly points: number;
  readonly weight: number;
}

interface ShownDecimals {
  readonly decimals: number;
  /** A sentence in Chinese when these decimals show a lost fraction as full marks; else null. */
  readonly hidden: string | null;
}

const fixedDecimals = { one: 1, two: 2, three: 3, four: 4 } as const;
const fewest = 2;
const most = 4;

/** Whether points that are not the full weight would read as the full weight. */
export function hidesDeduction(points: number, weight: number, decimals: number): boolean {
  return lostPoints(weight, points) > 0 && roundHalfUp(points, decimals) >= tidy(weight);
}

/**
 * Two decimals, raised up to four when fewer would hide a deduction (4.99915 of 5 must not show as 5.00), or as
 * many as the user fixed; what is hidden all the same is said in words.
 */
export function shownDecimals(shown: readonly ShownPoints[], setting: Settings["decimals"]): ShownDecimals {
  const hiddenAt = (decimals: number): readonly ShownPoints[] =>
    shown.filter(({ points, weight }) => hidesDeduction(points, weight, decimals));
  let decimals = setting === "auto" ? fewest : fixedDecimals[setting];
  while (setting === "auto" && decimals < most && hiddenAt(decimals).length > 0) decimals += 1;
  const hidden = hiddenAt(decimals);
  return { decimals, hidden: hidden.length === 0 ? null : sentence(hidden, decimals) };
}

function sentence(hidden: readonly ShownPoints[], decimals: number): string {
  const items = hidden.map(
    ({ label, points, weight }) =>
      `${label}实得${plain(points)}分，显示为${formatPoints(points, decimals)}分（扣${plain(lostPoints(weight, points))}分）`,
  );
  return `按${decimals}位小数显示会掩盖扣分：${items.join("；")}。`;
}

/** Without an exponent. */
function plain(points: number): string {
  return tidy(points)
    .toFixed(10)
    .replace(/\.?(?<!0)0+$/u, "");
}
