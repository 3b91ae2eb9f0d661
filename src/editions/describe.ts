import type { CriterionBand } from "../criteria/criterion";
import type { FactSpec, FactValue } from "../criteria/fact";
import type { EditionRow, UnnumberedRow, WordPattern } from "./edition";

/*
 * Shorter ways to write what an edition holds; every one of them gives plain data.
 */

export const yesNo = "是／否";
export const yesNoNa = "是／否／不涉及";
/** May be answered 不涉及. */
export const na = { notApplicable: true } as const;
/** Takes the place of other facts of its row and is never asked by itself. */
export const standIn = { standIn: true } as const;

/** A clause of several printed lines. */
export function lines(...printed: readonly string[]): string {
  return printed.join("\n");
}

/** One fact, as the working paper prints it: 数据项, 单位, 来源, and the question while it is missing. */
export function ask(
  kind: FactSpec["kind"],
  key: string,
  label: string,
  unit: string,
  source: string,
  question: string,
  options: Pick<FactSpec, "notApplicable" | "range" | "standIn"> = {},
): FactSpec {
  return { key, label, kind, unit, source, question, ...options };
}

/** A number with its own measure named. */
export function figure(key: string, pattern: string, example: string): WordPattern {
  return { key, wordClass: "figure", pattern, example };
}

/** Words that name the clause's own condition. */
export function statement(key: string, fixed: FactValue, pattern: string, example: string): WordPattern {
  return { key, wordClass: "statement", pattern, fixed, example };
}

/** Only a score of the finance bureau: offered in the question, never a fact. */
export function offer(key: string, fixed: FactValue, pattern: string, example: string): WordPattern {
  return { ...statement(key, fixed, pattern, example), offered: true };
}

/** A band that the words only repeat, open ("≤10%") or closed ("90%≤及时率<100%"): a statement too. */
export function repeatedBand(key: string, name: string, example: string): readonly WordPattern[] {
  const bound = "\\d{1,3}(?:\\.\\d{1,4})?%";
  // Only where no closed band stands: of "90%≤及时率<100%" half would be another band.
  const open = "^(?!.*%[<≤>≥][^,:;0-9]{0,20}[<≤>≥])";
  const patterns = [`${open}.*?${name}(?:为|在|是|达到?|约)?{rng}`, `(${bound}[≤<>≥]${name}[≤<>≥]${bound})`];
  return patterns.map((pattern) => ({ key, wordClass: "statement", pattern, example }));
}

/** One stretch of 分档 as it is read: 10% < 结余结转率 ≤ 20%. */
export function band(
  from: number | null,
  lower: "<" | "≤",
  upper: "<" | "≤",
  to: number | null,
  points: number,
  clause: string,
): CriterionBand {
  return { from, fromIncluded: lower === "≤", to, toIncluded: upper === "≤", then: { points }, clause };
}

/** Rows in the order of the form, from 1. */
export function numbered(rows: readonly UnnumberedRow[]): readonly EditionRow[] {
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}
