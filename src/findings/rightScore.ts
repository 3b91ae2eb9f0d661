import { decimalPlaces, tidy } from "../quantity/tidy";
import { compareTyped } from "../scorecard/compareTyped";
import { roundHalfUp } from "../scorecard/formatPoints";
import type { CellFix, CheckedRow } from "./finding";

/** Nothing unconfirmed, no points of a person, no summary in the place of its parts, no approximate figure. */
export function isSure({ card, ruleRow }: CheckedRow): boolean {
  if (card.unconfirmed > 0 || card.facts.some(({ spec, value }) => spec.kind === "points" && value !== null))
    return false;
  const used = card.facts.filter(({ value }) => value !== null);
  const summary = ruleRow?.annex !== undefined && card.annexRows.length === 0;
  return !used.some(
    ({ state, approximate, spec }) =>
      state === "extracted" || approximate || (summary && spec.kind === "rate"),
  );
}

/** The points with so many decimals that no loss is hidden: at least those that were typed. null: none will do. */
function shownPoints(points: number, weight: number | null, least: number): number | null {
  for (let decimals = least; decimals <= 12; decimals += 1) {
    const shown = roundHalfUp(points, decimals);
    if (compareTyped(shown, shown.toFixed(decimals), points, weight) === "same") return shown;
  }
  return null;
}

/** 采用计算得分, of one row: none where what it rests on is not sure, or no decimals tell it. */
export function adoptedScore(row: CheckedRow, leastDecimals: number, label: string): Fix {
  const { typed, points, weight, at, settingLoss } = row.card;
  if (typed === null || points === null || settingLoss !== null || !isSure(row)) return {};
  const after = shownPoints(points, weight, Math.max(decimalPlaces(typed), leastDecimals));
  return after === null || tidy(after) === tidy(typed) ? {} : { fix: [{ at, after, label }] };
}

interface Fix {
  readonly fix?: readonly Omit<CellFix, "before">[];
}
