import { parseA1, type Place } from "./cell";

const token =
  /"(?:[^"]|"")*"|#REF!(?:#REF!|\$?[A-Za-z]{1,3}\$?\d{1,7})?|(?:'(?:[^']|''){0,254}'|[\p{L}\p{N}_.]{1,255})!(?=\$?[A-Za-z]{1,3}\$?\d|#REF!)|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(])|[\p{L}_][\p{L}\p{N}_.]*|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gu;

/**
 * A formula without its references: what stays the same when rows are inserted, a sheet is renamed or deleted, so that
 * a formula of ours is found again. Texts in quotes stay as they are; "@", letter case and spaces do not count.
 * "=IF(COUNTA('评分底稿'!$D$8:$D$19)<2,\"\",F16)" and "=IF(COUNTA(#REF!)<2,\"\",F16)" → "=IF(COUNTA(#)<2,\"\",#)".
 */
export function formulaShape(formula: string): string {
  const shape = rewritten(formula, (part) => {
    if (isCell(part) || part.startsWith("#REF!")) return "#";
    return part.endsWith("!") ? "" : part.toUpperCase();
  });
  return shape.replaceAll("#:#", "#");
}

/**
 * The cells of other sheets that a formula names, in order: of two forms alike, each looks at lines of its own, or at
 * the same lines of a sheet of its own. `known`: the names of sheets that tell; of another one only the cells count.
 */
export function foreignCells(formula: string, known: ReadonlySet<string>): string {
  const found: string[] = [];
  let foreign: string | null = null;
  rewritten(formula, (part) => {
    if (foreign !== null && isCell(part)) {
      found.push(`${known.has(foreign) ? foreign : ""}!${part.replaceAll("$", "").toUpperCase()}`);
    }
    foreign = part.endsWith("!") && !part.startsWith("#") ? sheetOf(part) : null;
    return part;
  });
  return found.join();
}

/** The cells of one other sheet that a formula names; of a range its first. */
export function cellsNamedIn(formula: string, sheet: string): readonly Place[] {
  const cells: Place[] = [];
  let isThere = false;
  rewritten(formula, (part) => {
    const cell = isThere ? parseA1(part) : null;
    if (cell !== null) cells.push(cell);
    isThere = part.endsWith("!") && sheetOf(part) === sheet;
    return part;
  });
  return cells;
}

/** The sheets that a formula names, by their names. */
export function sheetsNamedIn(formula: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!formula.includes("!")) return names;
  rewritten(formula, (part) => {
    if (part.endsWith("!") && !part.startsWith("#")) names.add(sheetOf(part));
    return part;
  });
  return names;
}

/** "'评分底稿'!" → "评分底稿". */
function sheetOf(part: string): string {
  return part.replace(/^'|'?!$/gu, "").replaceAll("''", "'");
}

/** Whether two formulas are the same to Excel, which writes sheet names without needless quotes. */
export function sameFormula(left: string, right: string): boolean {
  const bare = (part: string): string =>
    part.endsWith("!") ? part.replace(/^'|'(?=!$)/gu, "").replaceAll("''", "'") : part.toUpperCase();
  return left === right || rewritten(left, bare) === rewritten(right, bare);
}

/** Every part but the texts in quotes as `change` has it; white space and "@" between them go. */
function rewritten(formula: string, change: (part: string) => string): string {
  let result = "";
  for (const { between, part } of partsOf(formula)) {
    result += between + (part.startsWith('"') ? part : change(part));
  }
  return result;
}

interface Part {
  /** What stands before it, without white space and "@". */
  readonly between: string;
  /** A text in quotes, a sheet, a cell, a name or a number; "" at the end. */
  readonly part: string;
}

/** Of so many formulas the parts are kept. */
const mostKept = 2000;
const known = new Map<string, readonly Part[]>();

/** A formula taken apart, once: every change of a book looks through the same formulas several times. */
function partsOf(formula: string): readonly Part[] {
  const before = known.get(formula);
  if (before !== undefined) return before;
  const parts: Part[] = [];
  let end = 0;
  for (const match of formula.matchAll(token)) {
    parts.push({ between: plain(formula.slice(end, match.index)), part: match[0] });
    end = match.index + match[0].length;
  }
  parts.push({ between: plain(formula.slice(end)), part: "" });
  if (known.size >= mostKept) known.clear();
  known.set(formula, parts);
  return parts;
}

function isCell(part: string): boolean {
  return /^\$?[A-Za-z]{1,3}\$?\d{1,7}$/u.test(part);
}

function plain(between: string): string {
  return between.replace(/[@\s]/gu, "");
}
