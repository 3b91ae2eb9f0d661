import { tidy } from "../quantity/tidy";
import { fullWidth, shortNumber } from "./words";
import { settingSpecs } from "./settings";
import type { Loss } from "./rule";

/**
 * Why points are lost, one sentence per cause: 合同签订及时率95%，适用“90%≤合同签订及时率＜100%，得2分”，扣1分。
 * @param decimals of the points, as the sheet shows them; a loss that they would hide is shown with more
 */
export function lossSentence(losses: readonly Loss[], decimals: number): string {
  return losses.map((loss) => sentence(loss, decimals)).join("");
}

function sentence(loss: Loss, decimals: number): string {
  const points = pointsWords(loss.points, decimals);
  const main = `${loss.measured}，适用“${fullWidth(loss.clause)}”，扣${points}分`;
  return loss.setting === undefined
    ? `${main}。`
    : `${main}，系按设置“${settingSpecs[loss.setting].title}”的口径测算，可在设置中调整。`;
}

/** 0.00085 at two decimals is 0.00085, not 0. */
export function pointsWords(points: number, decimals: number): string {
  const exact = tidy(points);
  for (let digits = decimals; digits <= 10; digits += 1) {
    const shown = Number(halfUp(exact, digits));
    if (shown !== 0 || exact === 0) return String(shown);
  }
  return shortNumber(exact);
}

/** Rounded half up at so many decimals, by the decimal digits (1.005 → 1.01). */
function halfUp(value: number, decimals: number): string {
  const shifted = Math.round(Number(`${value.toFixed(12)}e${decimals}`));
  return (shifted / 10 ** decimals).toFixed(decimals);
}
