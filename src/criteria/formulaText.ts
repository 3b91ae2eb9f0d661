import { plainDigits } from "./words";

/** Excel takes at most so many characters in one text constant. */
const longestLiteral = 255;

/** A text as a formula writes it: quotes doubled, a long one in pieces joined by &. */
export function quoted(text: string): string {
  return literals(text)
    .map((piece) => `"${piece.replaceAll('"', '""')}"`)
    .join("&");
}

/** Cut between characters, never inside one that takes two units; a doubled quote counts once in Excel, twice here. */
function literals(text: string): readonly string[] {
  const cut: string[] = [];
  let piece = "";
  let length = 0;
  for (const letter of text) {
    const size = letter === '"' ? 2 : letter.length;
    if (length + size > longestLiteral) {
      cut.push(piece);
      piece = "";
      length = 0;
    }
    piece += letter;
    length += size;
  }
  return [...cut, piece];
}

/** One of our functions, as Excel names it. */
export function ours(name: string, ...args: readonly (string | number)[]): string {
  return call(`JX.${name}`, ...args);
}

function call(name: string, ...args: readonly (string | number)[]): string {
  return `${name}(${args.map((arg) => (typeof arg === "number" ? plainDigits(arg) : arg)).join(",")})`;
}

/** IF(a, x, IF(b, y, …, otherwise)). */
export function choose(cases: readonly (readonly [when: string, then: string])[], otherwise: string): string {
  return cases.reduceRight((rest, [when, then]) => `IF(${when},${then},${rest})`, otherwise);
}

/** AND or OR over as many conditions as there are; a single one stands for itself, and of none all hold and not any. */
export function allOf(name: "AND" | "OR", conditions: readonly string[]): string {
  if (conditions.length === 0) return name === "AND" ? "TRUE" : "FALSE";
  return conditions.length === 1 ? (conditions[0] ?? "") : call(name, ...conditions);
}

const rangeShape = /^(.*!)?\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/u;
const cellShape = /^(.*!)?\$?([A-Z]{1,3})\$?(\d{1,7})$/u;

/** Neighbouring cells of one column as one range, others one by one: "A!$D$8:$D$9" or "A!$D$8,A!$D$11". */
export function joined(references: readonly string[]): string {
  const downwards = [...references].sort((one, other) => rowOf(one) - rowOf(other));
  return columnRange(downwards) ?? references.join(",");
}

function rowOf(reference: string): number {
  return Number(cellShape.exec(reference)?.[3]);
}

/** A column range without so many cells at either end: "A!$D$8:$D$19" less 1 at the top is "A!$D$9:$D$19". */
export function shortened(range: string, top: number, bottom: number): string {
  const [, sheet = "", column, first, other, last] = rangeShape.exec(range) ?? [];
  if (column === undefined || column !== other) throw new Error(`no column of cells: ${range}`);
  const name = (row: number): string => `$${column}$${row}`;
  return `${sheet}${name(Number(first) + top)}:${name(Number(last) - bottom)}`;
}

/** The range of neighbouring cells that stand below one another; null when they do not. */
export function columnRange(references: readonly string[]): string | null {
  const cells = references.map((reference) => cellShape.exec(reference));
  const first = cells[0];
  const last = references.at(-1)?.split("!").at(-1);
  if (first?.[2] === undefined || last === undefined) return null;
  const together = cells.every(
    (cell, index) =>
      cell?.[1] === first[1] && cell?.[2] === first[2] && Number(cell?.[3]) === Number(first[3]) + index,
  );
  if (!together) return null;
  return references.length === 1 ? (references[0] ?? null) : `${references[0] ?? ""}:${last}`;
}

export type Comparison = "<" | "<=" | ">" | ">=";

/**
 * Compares an expression with a bound exactly as the rules do (both rounded to 12 significant digits first). How
 * many decimals that are depends on the bound, and, next to a power of ten, on the side that is looked at.
 */
export function compared(expression: string, comparison: Comparison, bound: number): string {
  if (bound === 0) return `${operand(expression)}${comparison}0`;
  const magnitude = Math.floor(Math.log10(Math.abs(bound)));
  const smallerSide = (comparison === "<" || comparison === ">=") === bound > 0;
  const powerOfTen = Number(`1e${magnitude}`) === Math.abs(bound);
  const decimals = 11 - magnitude + (smallerSide && powerOfTen ? 1 : 0);
  return `ROUND(${expression},${decimals})${comparison}${plainDigits(bound)}`;
}

/** Rounded to 12 significant digits; for an expression that is above 0. */
export function tidied(expression: string): string {
  return `ROUND(${expression},11-INT(LOG10(${expression})))`;
}

/** In brackets unless it is one cell, one number or one call. */
export function operand(expression: string): string {
  return loosest(expression) === "nothing" ? expression : `(${expression})`;
}

/** What may be added or subtracted: in brackets unless it is an operand, a product or a quotient. */
export function term(expression: string): string {
  const found = loosest(expression);
  return found === "nothing" || found === "product" ? expression : `(${expression})`;
}

/** The operator that would be worked out last, outside of brackets and quotation marks. */
function loosest(expression: string): "nothing" | "product" | "other" {
  const outside = withoutBrackets(expression.replace(/"[^"]*"|'[^']*'/gu, ""));
  if (/[-+<>=&,]/u.test(outside)) return "other";
  return /[*/]/u.test(outside) ? "product" : "nothing";
}

function withoutBrackets(text: string): string {
  let depth = 0;
  let outside = "";
  for (const letter of text) {
    if (letter === "(" || letter === "{") depth += 1;
    if (depth === 0) outside += letter;
    if (letter === ")" || letter === "}") depth -= 1;
  }
  return outside;
}
