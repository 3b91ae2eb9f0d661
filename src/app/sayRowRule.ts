import type { RowReading } from "./rowReading";
import { sameClauseText } from "../scorecard/clauseTexts";
import { originWords } from "../scorecard/originWords";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";

/** Which rule counts for a row, as the row itself says it; "": none. */
export function sayRowRule(row: ScorecardRow, scorecard: Scorecard): string {
  const words = originWords(row, scorecard);
  if (row.origin !== "person") return row.unread.length > 0 ? `${words}，没有全部读懂，由人工评定` : words;
  const use = row.choice?.use;
  if (use === "judged") return `${words}：以人工评定为准`;
  if (use === "edition") return `${words}：按${scorecard.shortTitle}`;
  if (use === "sheet") return `${words}：按表中文字`;
  return row.unread.length > 0 ? `${words}的文字，没有全部读懂，由人工评定` : `${words}的文字`;
}

/** The printed 评分标准 was changed after a person said which rule counts: what he said counts no more. */
export function isOutdatedChoice({ choice, standard }: ScorecardRow): boolean {
  return choice !== null && !sameClauseText(choice.clause, standard?.value.trim() ?? "");
}

/** What else counts for a row than the reading that is shown; null: nothing else. */
export function sayOtherRule(
  row: ScorecardRow,
  scorecard: Scorecard,
  { reading, by }: RowReading,
): string | null {
  if (by === "person") return null;
  const use = row.origin === "person" ? row.choice?.use : null;
  if (use === "judged") return "已选定由人工评定，本行不按以下读法计分。";
  if (use === "edition") return `已选定按${scorecard.shortTitle}计分，本行不按以下读法计分。`;
  return reading.state === "unread" && row.unread.length === 0 && row.origin !== null
    ? `与${scorecard.shortTitle}的原文相同，已按它计分。单凭表中文字的读法：`
    : null;
}
