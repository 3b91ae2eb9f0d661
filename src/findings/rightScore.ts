import type { GatheredFact } from "../facts/gatheredFact";
import { decimalPlaces, tidy } from "../quantity/tidy";
import { compareTyped } from "../scorecard/compareTyped";
import { roundHalfUp } from "../scorecard/formatPoints";
import { cellKey } from "../workbook/cell";
import type { CellFix, CheckedRow } from "./finding";

/** Nothing unconfirmed, no points of a person, no summary in the place of its parts, no approximate figure. */
export function isSure(row: CheckedRow): boolean {
  const { card } = row;
  return (
    card.unconfirmed === 0 && !usedFacts(row).some((fact) => fact.state === "extracted" || isVague(fact, row))
  );
}

/**
 * The row contradicts itself: what its score rests on is a person's, or a figure that stands in its own 评分依据, named and
 * read wholly. Words that only say that a condition is met are not enough.
 */
export function contradictsItself(row: CheckedRow): boolean {
  const { basis } = row.indicator;
  return (
    row.card.questions.length === 0 &&
    usedFacts(row).every((fact) => {
      if (isVague(fact, row)) return false;
      if (fact.state !== "extracted") return true;
      const at = fact.source?.at;
      const isHere = at !== undefined && basis !== null && cellKey(at) === cellKey(basis.at);
      return isHere && fact.wordClass === "figure" && fact.problem === null && fact.inWords === undefined;
    })
  );
}

function usedFacts({ card }: CheckedRow): readonly GatheredFact[] {
  return card.facts.filter(({ value }) => value !== null);
}

function isVague({ approximate, spec }: GatheredFact, { card, ruleRow }: CheckedRow): boolean {
  const summary = ruleRow?.annex !== undefined && card.annexRows.length === 0;
  return approximate || spec.kind === "points" || (summary && spec.kind === "rate");
}

/** The points with so many decimals that no loss is hidden: at least those that were typed. null: none will do. */
function shownPoints(points: number, weight: number | null, least: number): number | null {
  for (let decimals = least; decimals <= 12; decimals += 1) {
    const shown = roundHalfUp(points, decimals);
    if (compareTyped(shown, shown.toFixed(decimals), points, weight) === "same") return shown;
  }
  return null;
}

/** A slip of the last digit: a figure that was misread or mistyped would hardly lead so near to what was typed. */
function isNearMiss(row: CheckedRow, typed: number, points: number): boolean {
  const { weight } = row.card;
  return weight !== null && Math.abs(typed - points) <= weight * 0.005 + 1e-9 && contradictsItself(row);
}

/** 采用计算得分, of one row: none where what it rests on is not sure, or no decimals tell it. */
export function adoptedScore(row: CheckedRow, leastDecimals: number, label: string): Fix {
  const { typed, points, weight, at, settingLoss } = row.card;
  if (typed === null || points === null || settingLoss !== null) return {};
  if (!isSure(row) && !isNearMiss(row, typed, points)) return {};
  const after = shownPoints(points, weight, Math.max(decimalPlaces(typed), leastDecimals));
  return after === null || tidy(after) === tidy(typed) ? {} : { fix: [{ at, after, label }] };
}

/** What the rate that the row itself states would give, while the figures that it is made of are still asked for; null where
 * there is none, or it is only about so much. Bands of another weight than the printed one say nothing. */
export function pointsByStatedRate({
  card,
  ruleRow,
  editionRow,
}: CheckedRow): { readonly rate: number; readonly points: number } | null {
  const criterion = ruleRow?.criterion;
  const { weight, facts } = card;
  if (weight === null || (criterion?.kind !== "ratio" && criterion?.kind !== "bands")) return null;
  const { measure } = criterion;
  if (measure.of !== "ratio" || measure.excess === true || measure.absolute === true) return null;
  const said = facts.find(({ spec }) => spec.key === measure.standIn)?.inWords;
  const rate = said?.value;
  if (said === undefined || said.approximate || typeof rate !== "number" || rate < 0 || rate > 1) return null;
  if (criterion.kind === "ratio") return { rate, points: tidy(rate * weight) };
  const band = criterion.bands.find(
    ({ from, fromIncluded, to, toIncluded }) =>
      (from === null || rate > from || (fromIncluded && rate === from)) &&
      (to === null || rate < to || (toIncluded && rate === to)),
  );
  const isSameWeight = editionRow !== null && tidy(editionRow.weight) === tidy(weight);
  return band !== undefined && "points" in band.then && isSameWeight
    ? { rate, points: band.then.points }
    : null;
}

interface Fix {
  readonly fix?: readonly Omit<CellFix, "before">[];
}
