import type { CriterionBand, CriterionPart } from "../criteria/criterion";
import type { Condition } from "../criteria/condition";
import type { FactSpec, FactValue } from "../criteria/fact";
import type { EditionRow, WordPattern } from "./edition";

/*
 * Shorter ways to write what an edition holds; every one of them gives plain data.
 */

/** May be answered 不涉及. */
export const na = { notApplicable: true } as const;
/** A month of the year, or how many of them. */
export const calendar = { calendar: true } as const;
/** Takes the place of other facts of its row and is never asked by itself. */
export const standIn = { standIn: true } as const;
export const rangeStandIn = { standIn: true, range: true } as const;

/** A clause of several printed lines. */
export function lines(...printed: readonly string[]): string {
  return printed.join("\n");
}

const units = {
  amount: "万元",
  rate: "%",
  months: "%",
  answer: "是／否",
  answerOrShare: "是／否",
  date: "日期",
  points: "分",
  weight: "分",
  figure: "",
  tier: "",
  text: "",
} as const;

/**
 * One fact, as the working paper prints it: 数据项, 来源, and the question while it is missing.
 * @param kind with the unit of what is counted: { count: "项" }
 * @param question unless the label itself asks, once what stands in its brackets is left out
 */
export function ask(
  kind: keyof typeof units | { readonly count: string },
  key: string,
  label: string,
  source: string,
  question: string | null = null,
  options: Pick<FactSpec, "notApplicable" | "range" | "calendar" | "standIn" | "choices" | "says"> = {},
): FactSpec {
  const asked = question ?? label.replace(/（[^（）]*）$/u, "");
  if (typeof kind === "object") {
    return { key, label, kind: "count", unit: kind.count, source, question: asked, ...options };
  }
  const unit = `${units[kind]}${units[kind] === units.answer && options.notApplicable === true ? "／不涉及" : ""}`;
  const ending = { amount: "是多少万元？", rate: "是多少？" }[kind as string] ?? "？";
  return { key, label, kind, unit, source, question: question ?? `${asked}${ending}`, ...options };
}

/** Patterns by an example of theirs from a form. */
type Patterns = Readonly<Record<string, string>>;

/** A number with its own measure named. */
export function figures(key: string, patterns: Patterns): readonly WordPattern[] {
  return Object.entries(patterns).map(([example, pattern]) => ({
    key,
    wordClass: "figure",
    pattern,
    example,
  }));
}

/** Words that name the clause's own condition. "但未公开": what is wrong may be set against the rest. */
export function statements(key: string, fixed: FactValue, patterns: Patterns): readonly WordPattern[] {
  return figures(key, patterns).map((one) => {
    const pattern = fixed === "否" ? `(?:但是?)?(?:${one.pattern})` : one.pattern;
    return { ...one, pattern, wordClass: "statement", fixed };
  });
}

/** Only a score of the finance bureau: offered in the question, never a fact. */
export function offers(key: string, fixed: FactValue, patterns: Patterns): readonly WordPattern[] {
  return statements(key, fixed, patterns).map((one) => ({ ...one, offered: true }));
}

/** A band that the words only repeat, open ("≤10%") or closed ("90%≤及时率<100%"): a statement too. */
export function repeatedBand(
  key: string,
  name: string,
  [openExample, closedExample]: readonly [open: string, closed: string],
): readonly WordPattern[] {
  const bound = "\\d{1,3}(?:\\.\\d{1,4})?%";
  // Only where no closed band stands: of "90%≤及时率<100%" half would be another band.
  const open = "(?<![<≤>≥][^,:;0-9]{0,20})";
  return figures(key, {
    [openExample]: `${open}${name}(?:为|在|是|达到?|约)?{rng}`,
    [closedExample]: `(${bound}[≤<>≥]${name}[≤<>≥]${bound})`,
  }).map((one) => ({ ...one, wordClass: "statement" }));
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

/** A row as it is written down: where it stands, its number and its part follow from the others. */
type WrittenRow = Omit<EditionRow, "level1" | "level2" | "number" | "part" | "words"> & {
  readonly words: readonly (readonly WordPattern[])[];
};

/** The rows of one 二级指标. */
export function rowsUnder(
  level1: string,
  level2: string,
  rows: readonly WrittenRow[],
): readonly Omit<EditionRow, "number" | "part">[] {
  return rows.map((row) => ({ ...row, level1, level2, words: row.words.flat() }));
}

/** A part that is earned where one answer is 是. */
export function answeredPart(
  share: number,
  key: string,
  name: string,
  [met, missed]: readonly [met: string, missed: string],
  clause: string,
): CriterionPart {
  const condition: Condition = { of: "yes", name, answers: [{ key, met, missed }] };
  return { share, criterion: { kind: "meet", condition, clause } };
}

/** Rows in the order of the form, from 1; a second row of one name is its second part. */
export function numbered(rows: readonly Omit<EditionRow, "number" | "part">[]): readonly EditionRow[] {
  return rows.map((row, index) => ({
    ...row,
    number: index + 1,
    part: row.name === rows[index - 1]?.name ? 2 : 1,
  }));
}
