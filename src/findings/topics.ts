import { oncePerObject } from "../criteria/oncePerObject";
import type { Edition, EditionRow, Topic } from "../editions/edition";
import type { CheckedRow } from "./finding";

/** The topics that a sentence names; a narrow one hides the wide one that holds it. */
export function topicsOf(text: string, edition: Edition): readonly Topic[] {
  const named = patternsOf(edition).flatMap(({ topic, pattern }) => (pattern.test(text) ? [topic] : []));
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

const patternsOf = oncePerObject(({ topics = [] }: Edition) =>
  topics.map((topic) => ({ topic, pattern: new RegExp(topic.words, "u") })),
);

export function rowsOf(topic: Topic, rows: readonly CheckedRow[]): readonly CheckedRow[] {
  return rows.filter(({ editionRow }) => editionRow !== null && topic.rows.includes(editionRow.id));
}

/** A row whose measure is the rates that were notified month by month. */
export function isMonthly(row: EditionRow): boolean {
  return row.bulletin !== undefined;
}

const purchases = "(?:政府)?采购(?:项目|活动|业务|事项|行为|任务|需求|支出|计划|预算|合同)?";
/** What was not done ends there: "没有采购投诉", "不涉及质疑" speak of something else. */
const end = "(?=$|[，。；、：）,.;:)])";
const nothingBought = new RegExp(
  `(?:没有|未|无)(?:发生|开展|进行|组织|实施|签订)?过?(?:任何)?${purchases}${end}`,
  "u",
);
const notOfThese = new RegExp(
  `不涉及(?:[本此该][项类]?(?:指标|内容|事项|业务|情况)?)?(?:${purchases})?${end}`,
  "u",
);

/** Whether a row says that there was nothing to buy, or that it does not apply. */
export function saysNothingBought(text: string): boolean {
  const flat = text.replace(/\s+/gu, "");
  return nothingBought.test(flat) || notOfThese.test(flat);
}
