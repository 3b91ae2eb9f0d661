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
