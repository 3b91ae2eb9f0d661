import type { ChosenOptions } from "../criteria/choices";
import type { ClauseReading } from "../clause/clauseReading";
import { readingOf } from "../scorecard/clauseTexts";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";

/** The 评分标准 of a row as its own words are read: the printed one, or that which a person put in its place. */
export interface RowReading {
  readonly clause: string;
  /** Whose words they are. */
  readonly by: "sheet" | "person";
  readonly reading: ClauseReading;
  /** Of what the text leaves open, as the settings of the row have it. */
  readonly options: ChosenOptions;
}

/** Read with all that it is read with to score the row; null: nothing is printed. */
export function rowReading(row: ScorecardRow, { settings }: Scorecard): RowReading | null {
  const { standard, indicator, weight, definition, hasTarget, settingNames, origin, choice } = row;
  const own = origin === "person" && typeof choice?.use === "object" ? choice.use.words : null;
  const clause = own ?? standard?.value.trim() ?? "";
  if (clause === "") return null;
  const reading = readingOf(clause, { indicator, weight, definition, hasTarget });
  const options = Object.entries(settingNames).map(([name, setting]) => [name, settings[setting] ?? ""]);
  return {
    clause,
    by: own === null ? "sheet" : "person",
    reading,
    options: Object.fromEntries(options) as ChosenOptions,
  };
}
