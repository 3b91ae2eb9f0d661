import { plainClause } from "../clause/plainClause";
import type { ClauseContext, ClauseReading } from "../clause/clauseReading";
import { readClause } from "../clause/readClause";

const listMark =
  /^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、,]|\([一二三四五六七八九十]{1,3}\)|[①-⒛])(?![\d.])/gmu;

/** Whether two prints of 评分标准 are one text: white space, widths, list numbers, kinds of stops and 得/计/记 apart. */
export function sameClauseText(one: string, other: string): boolean {
  return one === other || bareClause(one) === bareClause(other);
}

/** The same for every print of one text. */
export function bareClause(text: string): string {
  return plainClause(text)
    .text.replace(listMark, "")
    .replace(/[\n,;。:、]+/gu, ",")
    .replace(/^,|,$/gu, "")
    .replace(/[计记](?=[\d#零满])/gu, "得");
}

/**
 * The text without the numbers by which two clauses of one shape may differ: percents and points where it gives or takes
 * points. Every other number stays: a deadline, or a threshold in its words, makes it another question.
 */
export function clauseShape(printed: string, { pieces }: ClauseReading): string {
  let [shape, at] = ["", 0];
  for (const { from, to, use } of pieces) {
    if (use !== "rule" || from < at) continue;
    shape += printed.slice(at, from) + printed.slice(from, to).replace(parameter, "#");
    at = to;
  }
  return bareClause(shape + printed.slice(at));
}

const parameter = /(?<![\d.])\d{1,9}(?:\.\d{1,9})?(?= ?(?:[%％]|分))/gu;

/** A form is read again with every change; its clauses hardly change. */
const read = new Map<string, ClauseReading>();
const mostRemembered = 400;

export function readingOf(printed: string, context: ClauseContext): ClauseReading {
  const key = JSON.stringify([
    printed,
    context.indicator,
    context.weight,
    context.definition,
    context.hasTarget,
  ]);
  const known = read.get(key);
  if (known !== undefined) return known;
  const reading = readClause(printed, context);
  if (read.size >= mostRemembered) read.clear();
  read.set(key, reading);
  return reading;
}

/** So unlike that what is read alike with each of them does not depend on the weight: 扣分值的2%, and never 得5分. */
export const anyWeights = [1, 7.3, 100] as const;

/** Readings that are the same for every weight. */
const alike = new WeakSet<ClauseReading>();

/** How a clause reads whatever the weight of its row turns out to be; null: that depends. */
export function readingOfAnyWeight(printed: string, context: ClauseContext): ClauseReading | null {
  const readings = anyWeights.map((weight) => readingOf(printed, { ...context, weight }));
  const [first] = readings;
  const rules = readings.map((one) =>
    one.state === "read" ? JSON.stringify([one.criterion, one.asks]) : null,
  );
  if (first === undefined || rules[0] === null || new Set(rules).size > 1) return null;
  alike.add(first);
  return first;
}

export function isOfAnyWeight(reading: ClauseReading): boolean {
  return alike.has(reading);
}
