import type { ClauseReading } from "../clause/clauseReading";
import type { EditionRow } from "../editions/edition";
import type { Indicator } from "../form/form";
import { clauseShape, readingOf } from "./clauseTexts";
import { readChineseNumeral } from "../quantity/writtenNumber";
import { measuresIn, withEditionFacts, type EditionFit } from "./editionFacts";

type Read = Extract<ClauseReading, { state: "read" }>;

/**
 * A printed clause that asks what the row of the edition asks, of other numbers: its criterion over the facts of the
 * edition. null: it asks something else, and is asked by its own words.
 */
export function fitEdition({ standard, definition, weight }: Indicator, row: EditionRow): EditionFit | null {
  const printed = standard?.value ?? "";
  const { clauseKeys } = row;
  if (clauseKeys === undefined) return null;
  // Both by the same name, so that only the texts differ.
  const context = { indicator: row.name, definition: definition?.value ?? null };
  const own = readingOf(printed, { ...context, weight: weight.value });
  const its = readingOf(row.clause, { ...context, weight: row.weight });
  if (own.state !== "read") return null;
  const alike =
    its.state === "read" && sameAsks(own, its) && clauseShape(printed, own) === clauseShape(row.clause, its);
  const fits =
    alike ||
    (deadlines(printed) === deadlines(row.clause) &&
      own.questions.every(({ key }) => isDefined(key, own, its, clauseKeys)));
  return fits ? withEditionFacts(own, row, clauseKeys, its) : null;
}

/** 三十日, 30日, 15个工作日, wherever a text has them: the questions of the edition name its own. */
function deadlines(clause: string): string {
  const found = clause.normalize("NFKC").match(deadline) ?? [];
  return found
    .map((one) => one.replace(numeral, (digits) => String(readChineseNumeral(digits) ?? digits)))
    .join();
}

const numeral = /^[一二三四五六七八九十百]+/u;
const deadline = /(?:\d{1,4}|[一二三四五六七八九十百]{1,5})个?(?:工作日|自然日|日|天|月)/gu;

function sameAsks(one: Read, other: Read): boolean {
  const words = ({ asks }: Read): string =>
    JSON.stringify(asks.map(({ key, kind, unit }) => [key, kind, unit]));
  return words(one) === words(other);
}

/** A rate of the same figures in both texts; or one that the edition knows the figures of and the text only names. */
function isDefined(
  key: string,
  own: Read,
  its: ClauseReading,
  keys: NonNullable<EditionRow["clauseKeys"]>,
): boolean {
  const known = keys[key];
  return (
    measuresIn(own.criterion, key).every((measure) => {
      if (measure.of === "fact") return typeof known === "object" && "part" in known;
      const [same] = its.state === "read" ? measuresIn(its.criterion, key) : [];
      return measure.of === "ratio" && JSON.stringify(measure) === JSON.stringify(same);
    }) && measuresIn(own.criterion, key).length > 0
  );
}
