import { normalizeName } from "../form/normalizeName";
import type { RuleChoice, RuleUse } from "../scorecard/chooseRule";
import { readingOf, sameClauseText } from "../scorecard/clauseTexts";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { saysPoints } from "./ruleEntries";

/** Another row with the same printed 评分标准, which may take the same rule. */
export interface RuleSharer {
  readonly row: ScorecardRow;
  /** The same indicator, of which nobody has said anything yet. */
  readonly alike: boolean;
  /** Why it cannot take the rule; null: it can. */
  readonly why: string | null;
}

/** What is said of one 评分标准 is said once for all rows that print it, as far as the rule fits them. */
export function ruleSharers(
  row: ScorecardRow,
  use: RuleUse | null,
  { rows }: Scorecard,
): readonly RuleSharer[] {
  const text = printedOf(row);
  if (text === "") return [];
  return rows
    .filter((other) => other.ruleKey !== row.ruleKey && sameClauseText(printedOf(other), text))
    .map((other) => ({
      row: other,
      alike: normalizeName(other.indicator) === normalizeName(row.indicator) && other.choice === null,
      why: use === null ? null : whyNot(other, use, row.weight),
    }));
}

/** What is said of a row, of the text that it prints now. */
export function ruleChoice(row: ScorecardRow, use: RuleUse): RuleChoice {
  return { clause: printedOf(row), use };
}

function printedOf({ standard }: ScorecardRow): string {
  return standard?.value.trim() ?? "";
}

function whyNot(row: ScorecardRow, use: RuleUse, weight: number | null): string | null {
  if (use === "judged") return null;
  if (use === "edition") return row.editionRowId === null ? "采用的版本没有这一行" : null;
  if (saysPoints(use) && row.weight !== weight) return "分值不同";
  const words = use === "sheet" ? printedOf(row) : use.words;
  const { indicator, definition, hasTarget } = row;
  const reading = readingOf(words, { indicator, weight: row.weight, definition, hasTarget });
  return reading.state === "read" ? null : "在那一行里没有全部读懂";
}
