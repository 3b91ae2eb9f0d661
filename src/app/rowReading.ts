import type { ChosenOptions } from "../criteria/choices";
import type { ClauseReading } from "../clause/clauseReading";
import { readingOf } from "../scorecard/clauseTexts";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";

/** The 评分标准 of a row as its own words are read. */
export interface RowReading {
  readonly clause: string;
  readonly reading: ClauseReading;
  /** Of what the text leaves open, as the settings of the row have it. */
  readonly options: ChosenOptions;
}

/** Read with all that it is read with to score the row; null: nothing is printed. */
export function rowReading(
  { standard, indicator, weight, definition, settingNames }: ScorecardRow,
  { settings }: Scorecard,
): RowReading | null {
  const clause = standard?.value.trim() ?? "";
  if (clause === "") return null;
  const reading = readingOf(clause, { indicator, weight, definition });
  const options = Object.entries(settingNames).map(([name, setting]) => [name, settings[setting] ?? ""]);
  return { clause, reading, options: Object.fromEntries(options) as ChosenOptions };
}
