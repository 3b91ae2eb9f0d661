import { decimalPlaces, sumOf, tidy } from "../../quantity/tidy";
import { roundHalfUp, sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check } from "../finding";

/** The total, typed or by a formula, against the scores above it; rows are read once through repeated headers and merged cells. */
export const scoreSum: Check = {
  id: "scoreSum",
  title: "总分等于各项得分之和",
  severity: "须更正",
  find: ({ rows, total }) => {
    const typed = rows.map(({ card }) => card.typed);
    if (total === null || rows.length === 0 || typed.includes(null)) return [];
    const sum = sumOf(typed);
    const decimals = decimalPlaces(tidy(total.value));
    // Nobody rounds a form with rows of 0.5 to whole points.
    const shown = decimals === 0 ? sum : roundHalfUp(sum, decimals);
    if (shown === tidy(total.value)) return [];
    // The total of the right scores: what is wrong is a row, which has a finding of its own.
    const right = rows.map(({ card }) =>
      card.compared === "differs" ? (card.points ?? 0) : (card.typed ?? 0),
    );
    const isRight = roundHalfUp(sumOf(right), Math.max(decimals, 2)) === tidy(total.value);
    return {
      at: inCell(total.at),
      subject: "总分",
      essence: `${total.value}≠${sum}`,
      what: `总分填报${sayPoints(total.value)}分，各项得分合计${sayPoints(sum)}分。`,
      why: "总分应等于各项得分之和。",
      todo: isRight
        ? "总分与按评分标准计算的各项得分之和一致，请先核对得分不符的行。"
        : `请核对各项得分；无误的，总分改为${sayPoints(sum)}分。`,
      ...(isRight ? {} : { fix: [{ at: total.at, after: sum, label: "改为各项得分之和" }] }),
    };
  },
};
