import { columnRange, joined } from "../formulaText";

/** A cell that a row asks for, as a formula names it. */
export interface AskedCell {
  readonly value: string;
  readonly reason: string;
  /** number: words there are of no use to a formula; words: 是／否, which may also be a completeness. */
  readonly holds: "number" | "words";
  /** May be answered 不涉及 with a reason. */
  readonly mayBeNone: boolean;
}

/** How many of the cells hold this word: one COUNTIF where they stand together. */
export function countOf(references: readonly string[], word: string): string {
  const range = columnRange(references);
  if (range !== null && references.length > 1) return `COUNTIF(${range},"${word}")`;
  // N: a single comparison is true or false, and no number equals that.
  const [only] = references;
  if (references.length === 1) return `N(${only ?? ""}="${word}")`;
  return references.map((reference) => `(${reference}="${word}")`).join("+");
}

/** The sum of cells that hold a number or 不涉及, which counts as 0. */
export function sumOf(references: readonly string[]): string {
  const range = columnRange(references);
  return range === null ? references.map((reference) => `N(${reference})`).join("+") : `SUM(${range})`;
}

/** Any of these is true while a row waits: a cell is blank, holds words for a number, or 不涉及 without its reason. Where
 * nothing is asked, or all of it is filled already, there is nothing to wait for. */
export function waitingFor(cells: readonly AskedCell[]): readonly string[] {
  if (cells.length === 0) return [];
  const numbers = cells.filter(({ holds }) => holds === "number");
  const words = cells.filter(({ holds }) => holds === "words");
  const counted = [
    ...(numbers.length > 0 ? [`COUNT(${joined(numbers.map(({ value }) => value))})`] : []),
    ...explained(numbers.filter(({ mayBeNone }) => mayBeNone)),
    ...(words.length > 0 ? [`COUNTA(${joined(words.map(({ value }) => value))})`] : []),
  ];
  const waiting =
    cells.length === 1 && counted.length === 1
      ? `${counted.join("")}=0`
      : `${counted.join("+")}<${cells.length}`;
  const unexplained = words
    .filter(({ mayBeNone }) => mayBeNone)
    .map(({ value, reason }) => `AND(${value}="不涉及",${reason}="")`);
  return [waiting, ...unexplained];
}

/** How many of the cells say 不涉及 and why. */
function explained(cells: readonly AskedCell[]): readonly string[] {
  const values = columnRange(cells.map(({ value }) => value));
  const reasons = columnRange(cells.map(({ reason }) => reason));
  if (cells.length > 1 && values !== null && reasons !== null)
    return [`COUNTIFS(${values},"不涉及",${reasons},"<>")`];
  return cells.map(({ value, reason }) => `AND(${value}="不涉及",${reason}<>"")`);
}
