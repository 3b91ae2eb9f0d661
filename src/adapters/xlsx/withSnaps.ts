import { tokenize } from "@cj-tech-master/excelts/formula";
import { is, kindOf, spelling } from "./formulaTokens";

/** What compares, or makes a text of a number. */
const telling = /^(?:[<>]=?|=|<>|&)$/;
/** Their results jump at whole numbers, or look at the digits of a number. */
const jumping = new Set(
  (
    "INT TRUNC ROUNDUP ROUNDDOWN MOD QUOTIENT EVEN ODD LEN LENB LEFT RIGHT MID FIND SEARCH SUBSTITUTE REPLACE TRIM " +
    "CONCATENATE EXACT"
  ).split(" "),
);
/** They look for the nearest where their last argument does not forbid it. */
const lookups = new Set("LOOKUP VLOOKUP MATCH".split(" "));
const exact = /^(?:0|FALSE(?:\(\))?)?$/i;

/** What stands in brackets, from the last comma or comparison on. */
interface Part {
  readonly call: string;
  argument: number;
  start: number;
  tells: boolean;
  /** Where the second argument is written. */
  table: readonly [first: number, last: number] | null;
}

/**
 * The formula with what it compares or cuts to whole numbers snapped: 0.1+0.2=0.3 becomes SNAP(0.1+0.2)=SNAP(0.3); and
 * where the nearest is looked for the list must ascend. Excel takes numbers for equal that differ in their last binary
 * digits, but not everywhere, and finds anything in a list out of order: where a formula so written gives something
 * else, only Excel knows its result.
 */
export function withSnaps(formula: string): string {
  const written: string[] = [];
  const parts: Part[] = [{ call: "", argument: 0, start: 0, tells: false, table: null }];
  const wrap = (call: string, first: number, last = written.length - 1): void => {
    written[first] = `${call}(${written[first] ?? ""}`;
    written[last] = `${written[last] ?? ""})`;
  };
  const endOf = (part: Part, closes: boolean): void => {
    if (part.argument === 1) part.table = [part.start, written.length - 1];
    const isExact =
      part.argument > 1 && part.call !== "LOOKUP" && exact.test(written.slice(part.start).join(""));
    if ((part.tells || jumping.has(part.call)) && written.length > part.start) wrap("SNAP", part.start);
    if (closes && lookups.has(part.call) && part.table !== null && !isExact) wrap("ASCENDING", ...part.table);
  };
  let call = "";
  for (const token of tokenize(formula)) {
    const kind = kindOf(token);
    const text = spelling(token);
    const part = parts.at(-1);
    const closes = kind === is.close || kind === is.arrayEnd;
    const tells = kind === is.operator && telling.test(text);
    if (part !== undefined && tells) wrap("SNAP", part.start);
    if (part !== undefined && (closes || kind === is.comma)) endOf(part, closes);
    if (closes) parts.pop();
    written.push(text);
    const start = written.length;
    if (part !== undefined && tells) Object.assign(part, { start, tells });
    if (part !== undefined && kind === is.comma)
      Object.assign(part, { argument: part.argument + 1, start, tells: false });
    if (kind === is.open || kind === is.array)
      parts.push({ call, argument: 0, start, tells: false, table: null });
    call = kind === is.call ? text : "";
  }
  const [whole] = parts;
  if (whole?.tells === true) wrap("SNAP", whole.start);
  return written.join("");
}

/** To twelve digits; what is left of two equal numbers taken from each other is none. */
export function snapped(number: number): number {
  return Math.abs(number) < 1e-9 ? 0 : Number(number.toPrecision(12));
}
