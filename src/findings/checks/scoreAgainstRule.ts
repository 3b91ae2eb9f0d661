import { decimalPlaces, tidy } from "../../quantity/tidy";
import { roundHalfUp, sayPoints } from "../../scorecard/formatPoints";
import { percentWords } from "../../criteria/words";
import { inCell, type Check, type CheckedRow, type Found } from "../finding";
import { adoptedScore, contradictsItself, isSure, pointsByStatedRate } from "../rightScore";

/** The typed score against the one that the clause gives. 须更正 only where the form itself shows it to be wrong. */
export const scoreAgainstRule: Check = {
  id: "scoreAgainstRule",
  title: "填报得分与按评分标准计算的得分一致",
  severity: "须更正",
  find: ({ rows, scorecard }) => {
    // Who writes 4.97 elsewhere rounds nothing to whole points.
    const wholePoints = rows.every(({ card }) => card.typed === null || decimalPlaces(card.typed) === 0);
    return rows.flatMap((row) => {
      const { card } = row;
      const { typed, points, weight } = card;
      if (points === null && typed !== null) return againstRate(row, typed);
      if (card.compared !== "differs" || typed === null || points === null || weight === null) return [];
      // A loss that only rounding hides is told by its own check.
      const decimals = decimalPlaces(typed);
      if (tidy(typed) === tidy(weight) && roundHalfUp(points, 2) === tidy(typed)) return [];
      const sure = (isSure(row) || contradictsItself(row)) && card.settingLoss === null;
      return {
        at: inCell(card.at),
        subject: card.indicator,
        essence: `${typed}≠${tidy(points)}`,
        severity: sure ? "须更正" : "待核实",
        what: `“${card.indicator}”填报${sayPoints(typed)}分，按评分标准为${sayPoints(points)}分，${causeOf(row, points, typed, wholePoints)}`,
        why: card.reason === "" ? `按评分标准计算，${measuredOf(row)}。` : card.reason,
        todo: sure
          ? `请核对${isSure(row) ? "评分底稿的数据" : "评分依据写的数"}；无误的，改为${sayPoints(points, Math.max(decimals, scorecard.decimals))}分。`
          : "计算所依据的数据有待确认，请先确认评分底稿，再核对得分。",
        ...adoptedScore(row, scorecard.decimals, "采用计算得分"),
      };
    });
  },
};

/** The figures are not read or not there, the rate that they come to is: a score that it does not give is asked about. */
function againstRate(row: CheckedRow, typed: number): Found | [] {
  const { card } = row;
  const stated = pointsByStatedRate(row);
  // Rounded to what is typed it is the same.
  const decimals = Math.max(1, decimalPlaces(typed));
  if (stated === null || tidy(roundHalfUp(stated.points, decimals)) === tidy(typed)) return [];
  const [rate, points] = [percentWords(stated.rate), sayPoints(stated.points)];
  return {
    at: inCell(card.at),
    subject: card.indicator,
    essence: `${rate}≠${typed}`,
    severity: "待核实",
    what: `“${card.indicator}”填报${sayPoints(typed)}分，评分依据写的${rate}按评分标准为${points}分。`,
    why: "评分依据写的比率和填报的得分应当对得上。",
    todo: "请在评分底稿填写计算比率的两个数，再核对得分。",
  };
}

function causeOf(
  { card, editionRow, ruleRow }: CheckedRow,
  points: number,
  typed: number,
  wholePoints: boolean,
): string {
  const weight = card.weight ?? 0;
  const decimals = decimalPlaces(typed);
  const step = 10 ** decimals;
  if (decimals > 0 && tidy(Math.floor(tidy(points * step)) / step) === tidy(typed)) {
    return "填报数是截去后面的小数，没有四舍五入。";
  }
  if (wholePoints && isContinuous(ruleRow) && Math.round(points) === typed) return "填报数是四舍五入到整数。";
  const branches = card.result.outcome === "scored" ? (card.result.scale?.branches ?? []) : [];
  const branch = branches.find(
    (one) => !one.applies && one.points !== null && tidy(one.points) === tidy(typed),
  );
  if (branch !== undefined) return `填报数是另一档（“${branch.clause}”）的得分。`;
  const edition = editionRow?.weight ?? weight;
  if (edition !== weight && weight > 0 && tidy((points / weight) * edition) === tidy(typed)) {
    return `填报数是按分值${sayPoints(edition)}分计算的，本表分值为${sayPoints(weight)}分。`;
  }
  return typed > points ? `多计${sayPoints(typed - points)}分。` : `少计${sayPoints(points - typed)}分。`;
}

/** Points in proportion to what was measured: those of a band or a deduction are not rounded by anybody. */
function isContinuous(rule: CheckedRow["ruleRow"]): boolean {
  return ["ratio", "linear"].includes(rule?.criterion.kind ?? "") || rule?.annex !== undefined;
}

function measuredOf({ card }: CheckedRow): string {
  if (card.result.outcome !== "scored") return "此项不涉及，得满分";
  return card.result.measured === ""
    ? `适用“${card.result.clause}”`
    : `${card.result.measured}，适用“${card.result.clause}”`;
}
