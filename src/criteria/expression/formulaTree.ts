import { longestFormula } from "../../workbook/formulaLimits";
import { allOf } from "../formulaText";
import type { FactSpec } from "../fact";
import type { FactCell, FormulaContext } from "../rule";
import { waitingFor, type AskedCell } from "./askedCells";
import type { Expression } from "./expression";

/** What a formula is written with. */
export interface FormulaScope {
  readonly cells: Readonly<Record<string, FactCell>>;
  readonly specs: readonly FactSpec[];
  readonly context: FormulaContext;
  /** The points to be had here, as the formula writes them. */
  readonly weight: string;
  /** The measured value. */
  readonly it?: FormulaValue;
  /** It is handed to a function of ours that refuses what cannot be a rate. */
  readonly isChecked?: boolean;
  /** 不涉及 earns the part that is being written, and no more. */
  readonly inPart: boolean;
  /** Cells that are filled wherever this stands. */
  readonly filled: readonly string[];
}

/** Writes the formula of an expression inside the one that is being written. */
export type Compile = (expression: Expression, scope: FormulaScope) => Formula;

/**
 * A formula before it is written out. A cell shows nothing while something is missing, the full points where 不涉及 has
 * its reason, else the value.
 */
export type Formula =
  | { readonly kind: "blank" }
  /** 不涉及: full points once the reason cell is filled. */
  | { readonly kind: "exempt"; readonly reason: string }
  | FormulaValue
  /** Any of the conditions. */
  | {
      readonly kind: "if";
      readonly when: readonly string[];
      readonly then: Formula;
      readonly otherwise: Formula;
    }
  /** These cells have to be filled first. */
  | { readonly kind: "needs"; readonly cells: readonly AskedCell[]; readonly of: Formula };

export interface FormulaValue {
  readonly kind: "value";
  readonly text: string;
  /** A cell that holds an answer (是), or that may hold a stretch in words ("≤10%"). */
  readonly typed?: "answer" | "range";
}

export const blank: Formula = { kind: "blank" };

export function valueOf(text: string, typed?: FormulaValue["typed"]): FormulaValue {
  return typed === undefined ? { kind: "value", text } : { kind: "value", text, typed };
}

export function ifThen(when: string | readonly string[], then: Formula, otherwise: Formula): Formula {
  const all = typeof when === "string" ? [when] : when;
  const rest = then.kind === "blank" ? knowing(all, otherwise) : otherwise;
  return { kind: "if", when: all, then, otherwise: rest };
}

/** The same without asking again what does not hold there, as was asked before. */
function knowing(not: readonly string[], formula: Formula): Formula {
  if (formula.kind === "needs") return { ...formula, of: knowing(not, formula.of) };
  if (formula.kind !== "if") return formula;
  const { when, then, otherwise } = formula;
  if (then.kind === "blank" && when.join() === not.join()) return knowing(not, otherwise);
  return { ...formula, then: knowing(not, then), otherwise: knowing(not, otherwise) };
}

export function needing(cells: readonly AskedCell[], of: Formula): Formula {
  if (cells.length === 0 || of.kind === "blank") return of;
  const needs = of.kind === "needs" ? { cells: merged(cells, of.cells), of: of.of } : { cells, of };
  return { kind: "needs", ...needs };
}

/** The same cell is asked for once. */
function merged(one: readonly AskedCell[], other: readonly AskedCell[]): readonly AskedCell[] {
  return [...one, ...other.filter(({ value }) => !one.some((cell) => cell.value === value))];
}

/** Puts something else in the place of every value, and keeps all that stands before it. */
export function substitute(formula: Formula, by: (value: FormulaValue) => Formula): Formula {
  switch (formula.kind) {
    case "blank":
    case "exempt":
      return formula;
    case "value":
      return by(formula);
    case "if":
      return ifThen(formula.when, substitute(formula.then, by), substitute(formula.otherwise, by));
    case "needs":
      return needing(formula.cells, substitute(formula.of, by));
  }
}

/** One value out of several: what each of them needs comes first, 不涉及 in one of them is 不涉及 for all. */
export function combine(formulas: readonly Formula[], build: (texts: readonly string[]) => Formula): Formula {
  return step(formulas, [], [], build);
}

function step(
  left: readonly Formula[],
  texts: readonly string[],
  needs: readonly AskedCell[],
  build: (texts: readonly string[]) => Formula,
): Formula {
  // 不涉及 is looked at before anything else.
  const at = left.findIndex((one) => one.kind === "if" && one.then.kind === "exempt");
  const none = left[at];
  if (none?.kind === "if") {
    const rest = step(
      left.map((one, index) => (index === at ? none.otherwise : one)),
      texts,
      [],
      build,
    );
    return needing(needs, ifThen(none.when, none.then, rest));
  }
  const [first, ...others] = left;
  if (first === undefined) return needing(needs, build(texts));
  switch (first.kind) {
    case "blank":
    case "exempt":
      return first;
    case "value": {
      const rest = step(others, [...texts, first.text], first.typed === "range" ? [] : needs, build);
      // Nothing can be worked out from a stretch in words.
      return first.typed === "range" ? needing(needs, ifThen(`ISTEXT(${first.text})`, blank, rest)) : rest;
    }
    case "needs":
      return step([first.of, ...others], texts, merged(needs, first.cells), build);
    case "if": {
      const branch = (one: Formula): Formula => step([one, ...others], texts, [], build);
      return needing(needs, ifThen(first.when, branch(first.then), branch(first.otherwise)));
    }
  }
}

/** A formula as an operand: its text, valid where `unknown` is not true, and the cells that it needs. */
interface Operand {
  readonly text: string;
  readonly unknown: string | null;
  readonly cells: readonly AskedCell[];
}

/** full: the points that 不涉及 gives here. */
export function operandOf(formula: Formula, full: string): Operand {
  const { text, unknown, cells } = unboundedOperand(formula, full);
  return { text: bounded(text), unknown: unknown === null ? null : bounded(unknown), cells };
}

/** Parts within parts name their cells again and again: a text too long for any cell is not carried further, and
 * whatever it stands in is too long, too. */
function bounded(text: string): string {
  return text.length <= longestFormula ? text : tooLong;
}

const tooLong = "?".repeat(longestFormula + 1);

function unboundedOperand(formula: Formula, full: string): Operand {
  switch (formula.kind) {
    case "blank":
      return { text: "0", unknown: "TRUE", cells: [] };
    case "exempt":
      return { text: full, unknown: `${formula.reason}=""`, cells: [] };
    case "value":
      return { text: formula.text, unknown: null, cells: [] };
    case "needs": {
      const of = operandOf(formula.of, full);
      return { ...of, cells: merged(formula.cells, of.cells) };
    }
    case "if": {
      const then = guarded(operandOf(formula.then, full));
      const otherwise = guarded(operandOf(formula.otherwise, full));
      const when = allOf("OR", formula.when);
      const text =
        then.unknown === "TRUE"
          ? otherwise.text
          : otherwise.unknown === "TRUE"
            ? then.text
            : `IF(${when},${then.text},${otherwise.text})`;
      return { text, unknown: eitherUnknown(when, then.unknown, otherwise.unknown), cells: [] };
    }
  }
}

/** What is needed in one branch only is part of that branch. */
function guarded({ text, unknown, cells }: Operand): Operand {
  const asked = cells.length === 0 ? [] : waitingFor(cells);
  if (unknown === null) return { text, unknown: asked.length === 0 ? null : allOf("OR", asked), cells: [] };
  if (asked.length === 0 || isSafe(unknown))
    return { text, unknown: allOf("OR", [...asked, unknown]), cells: [] };
  return { text, unknown: `IF(${allOf("OR", asked)},TRUE,${unknown})`, cells: [] };
}

/** Never an error while a cell is blank, so that it may stand in one OR with the test for that. */
function isSafe(condition: string): boolean {
  return !/\/|JX\./u.test(condition);
}

function eitherUnknown(when: string, then: string | null, otherwise: string | null): string | null {
  if (then === null && otherwise === null) return null;
  if (then === otherwise) return then;
  if (otherwise === null) return then === "TRUE" ? when : `AND(${when},${then ?? "FALSE"})`;
  if (then === null) return otherwise === "TRUE" ? `NOT(${when})` : `IF(${when},FALSE,${otherwise})`;
  return `IF(${when},${then},${otherwise})`;
}

/** A value made of operands that may each be unknown for reasons of their own. */
export function combineOperands(
  operands: readonly Operand[],
  build: (texts: readonly string[]) => string,
): Formula {
  const unknown = operands.flatMap((one) => one.unknown ?? []);
  const value = valueOf(build(operands.map(({ text }) => text)));
  const cells = operands.reduce<readonly AskedCell[]>((all, one) => merged(all, one.cells), []);
  return needing(cells, unknown.length === 0 ? value : ifThen(unknown, blank, value));
}

/** The text of a cell's formula, without "=". full: the points that 不涉及 gives. */
export function writeFormula(formula: Formula, full: string): string {
  switch (formula.kind) {
    case "blank":
      return '""';
    case "exempt":
      return `IF(${formula.reason}="","",${full})`;
    case "value":
      return formula.text;
    case "needs": {
      // What else leaves the cell blank joins the first condition.
      const { of } = formula;
      const waiting = waitingFor(formula.cells);
      return of.kind === "if" && of.then.kind === "blank" && of.when.every(isSafe)
        ? write([...waiting, ...of.when], '""', writeFormula(of.otherwise, full))
        : write(waiting, '""', writeFormula(of, full));
    }
    case "if":
      return write(formula.when, writeFormula(formula.then, full), writeFormula(formula.otherwise, full));
  }
}

function write(when: readonly string[], then: string, otherwise: string): string {
  return `IF(${allOf("OR", when)},${then},${otherwise})`;
}
