import type { Rubric, RubricRow, Topic } from "../rubric/rubric";
import type { CheckedRow } from "./finding";

/** The topics that a sentence names; a narrow one hides the wide one that holds it. */
export function topicsOf(text: string, { topics = [] }: Rubric): readonly Topic[] {
  const named = topics.filter(({ words }) => new RegExp(words, "u").test(text));
  return named.filter(
    (topic) =>
      !named.some(
        (other) =>
          other !== topic &&
          other.rows.length < topic.rows.length &&
          other.rows.every((row) => topic.rows.includes(row)),
      ),
  );
}

export function rowsOf(topic: Topic, rows: readonly CheckedRow[]): readonly CheckedRow[] {
  return rows.filter(({ rubricRow }) => rubricRow !== null && topic.rows.includes(rubricRow.id));
}

/** A row whose measure is the rates that were notified month by month. */
export function isMonthly(row: RubricRow): boolean {
  return row.rule.facts.some(({ bulletin }) => bulletin === "rates");
}
