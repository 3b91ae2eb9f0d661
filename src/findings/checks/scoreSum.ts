import { decimalPlaces, sumOf, tidy } from "../../quantity/tidy";
import { roundHalfUp, sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check } from "../finding";

/** The typed total against the scores above it; rows are read once through repeated headers and merged cells. */
export const scoreSum: Check = {
  id: "scoreSum",
  title: "总分等于各项得分之和",
  severity: "须更正",
  find: ({ rows, scorecard }) => {
    const { typedTotal } = scorecard;
    const typed = rows.map(({ card }) => card.typed);
    if (typedTotal === null || rows.length === 0 || typed.includes(null)) return [];
    const sum = sumOf(typed);
    const decimals = decimalPlaces(typedTotal.value);
    // Nobody rounds a form with rows of 0.5 to whole points.
    const shown = decimals === 0 ? sum : roundHalfUp(sum, decimals);
    if (shown === tidy(typedTotal.value)) return [];
    return {
      at: inCell(typedTotal.at),
      subject: "总分",
      essence: `${typedTotal.value}≠${sum}`,
      what: `总分填报${sayPoints(typedTotal.value)}分，各项得分合计${sayPoints(sum)}分。`,
      why: "总分应等于各项得分之和。",
      todo: `请核对各项得分；无误的，总分改为${sayPoints(sum)}分。`,
      fix: [{ at: typedTotal.at, after: sum, label: "改为各项得分之和" }],
    };
  },
};
