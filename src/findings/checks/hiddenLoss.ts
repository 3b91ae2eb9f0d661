import { sumOf, tidy } from "../../quantity/tidy";
import { roundHalfUp, sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type Found } from "../finding";
import { adoptedScore } from "../rightScore";

/** Rounding that makes a loss vanish from sight: 4.99915 written as 5. */
export const hiddenLoss: Check = {
  id: "hiddenLoss",
  title: "扣分没有因四舍五入而看不见",
  severity: "待核实",
  find: ({ rows, scorecard, total }) => {
    const found = rows.flatMap((row): readonly Found[] => {
      const { card } = row;
      const { typed, points, weight } = card;
      if (typed === null || points === null || weight === null) return [];
      const hidden =
        tidy(typed) === tidy(weight) && tidy(points) < tidy(weight) && roundHalfUp(points, 2) === tidy(typed);
      const fix = adoptedScore(row, scorecard.decimals, "写足小数位");
      return hidden ? [{ ...rounded(card.indicator, card.at, typed, points), ...fix }] : [];
    });
    const typed = rows.map(({ card }) => card.typed);
    if (total === null || typed.includes(null) || rows.length === 0) return found;
    const sum = sumOf(typed);
    const hidden =
      tidy(total.value) === tidy(scorecard.weight) &&
      sum < tidy(total.value) &&
      roundHalfUp(sum, 2) === tidy(total.value);
    const fix = [{ at: total.at, after: sum, label: "写足小数位" }];
    return hidden ? [...found, { ...rounded("总分", total.at, total.value, sum), fix }] : found;
  },
};

function rounded(subject: string, at: Parameters<typeof inCell>[0], typed: number, points: number): Found {
  return {
    at: inCell(at),
    subject,
    essence: `${typed}≠${points}`,
    what: `“${subject}”写满分${sayPoints(typed)}分，实际为${sayPoints(points, 6)}分，扣分被四舍五入掩盖。`,
    why: "四舍五入后写成满分，审核时会认为漏扣。",
    todo: `请写足小数位，填${sayPoints(points, 6)}分，并说明扣分原因。`,
  };
}
