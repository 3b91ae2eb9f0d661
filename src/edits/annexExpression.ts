import { dateExpression } from "../form/dateCell";
import type { WrittenFigure } from "../form/form";
import { tidy } from "../quantity/tidy";
import { isNearTarget, isZeroedWhenMissed } from "../criteria/annexRow";
import type { Settled } from "../criteria/choices";
import type { AnnexScoring } from "../criteria/criterion";
import type { CompletionRate } from "../criteria/completionRate";
import type { CompletionPart } from "../criteria/figureRate";
import { allOf, compared, operand, ours } from "../criteria/formulaText";
import { largestRate } from "../criteria/readFact";
import type { FormulaContext } from "../criteria/rule";
import { plainDigits } from "../criteria/words";
import { a1 } from "../workbook/cell";

/** What a formula names for a target or an actual. */
interface FigureReference {
  readonly expression: string;
  /** The plain number that stands there, so that Excel's own functions can divide it; null: words. */
  readonly number: number | null;
  /** It is this one cell and nothing else: a blank there is no figure, though Excel on the desktop hands 0 for it. */
  readonly cell: string | null;
}

/** The figure as a formula on its own sheet writes it: "E8", "D8&E8&F8", or the words behind 预期实现值：. */
export function figureReference({ content, at, from }: WrittenFigure): FigureReference {
  switch (from.kind) {
    case "cell":
      return cellReference(a1(at), typeof content === "number" ? content : null);
    case "joined": {
      const parts = from.parts.map((part) => (typeof part === "string" ? `"${part}"` : a1(part)));
      return { expression: parts.join("&"), number: null, cell: null };
    }
    case "date":
      return { expression: dateExpression(a1(at), from.parts), number: null, cell: a1(at) };
    case "behind": {
      const marker = `"${from.marker.replaceAll('"', '""')}"`;
      const expression = `MID(${a1(at)},FIND(${marker},${a1(at)})+${from.marker.length},999)`;
      return { expression, number: null, cell: null };
    }
  }
}

export function cellReference(cell: string, number: number | null): FigureReference {
  return { expression: cell, number, cell };
}

/** "" while one of the cells is blank: `IF(OR(E8="",F8=""),"",JX.COMPLETION(E8,F8))`. */
export function unlessBlank(cells: readonly string[], formula: string): string {
  if (cells.length === 0) return formula;
  return `IF(${allOf(
    "OR",
    cells.map((cell) => `${cell}=""`),
  )},"",${formula})`;
}

/**
 * 完成率 as a formula. Our function reads the words; Excel's own cannot, so that there the numbers as read stand in
 * for words. null: nothing to divide.
 */
export function rateExpression(
  dialect: FormulaContext["dialect"],
  reading: CompletionRate,
  target: FigureReference,
  actual: FigureReference,
): string | null {
  if (dialect === "addin") return ours("COMPLETION", target.expression, actual.expression);
  if (reading.outcome !== "rate") return null;
  const [first, ...more] = reading.parts;
  if (more.length === 0) return partRate(first, target, actual);
  const capped = reading.parts.map((part) => `MIN(1,${partRate(part)})`);
  return `(${capped.join("+")})/${capped.length}`;
}

/** One figure over the other, both in the target's unit, as they were compared; cells: where they stand alone. */
function partRate(
  { kind, rate, compared: figures, ...written }: CompletionPart,
  target?: FigureReference,
  actual?: FigureReference,
): string {
  const t = figureText(figures.target, written.target.value, target);
  const a = figureText(figures.actual, written.actual.value, actual);
  switch (kind) {
    case "atLeast":
    case "approx":
      return tidy(figures.actual / figures.target) === rate
        ? `${operand(a)}/${operand(t)}`
        : plainDigits(rate);
    case "atMost":
      return `IF(${a}<=${t},1,${operand(t)}/${operand(a)})`;
    // A range or an exact value in words cannot follow its cells without our function.
    case "range":
    case "equal":
      return plainDigits(rate);
  }
}

/** The figure in the unit that counts: its cell, where it stands there as a number, times what one of its own unit is. */
function figureText(compared: number, own: number, reference?: FigureReference): string {
  if (reference?.number !== own || own === 0) return plainDigits(compared);
  const factor = tidy(compared / own);
  return factor === 1 ? reference.expression : `${reference.expression}*${plainDigits(factor)}`;
}

/**
 * The rate as a setting wants it counted: 约 within ten percent as reached, a missed 不高于 as nothing.
 * @param handed the rate as our function is given it
 */
export function countedRate(
  rate: string,
  handed: string,
  reading: CompletionRate,
  scoring: Settled<AnnexScoring>,
): { readonly rate: string; readonly zeroWhen: string | null } {
  if (isNearTarget(reading, scoring)) {
    return { rate: `IF(ROUND(ABS(${rate}-1),12)<=0.1,1,${handed})`, zeroWhen: null };
  }
  return { rate: handed, zeroWhen: isZeroedWhenMissed(reading, scoring) ? compared(rate, "<", 1) : null };
}

/**
 * Our functions take a number above 10 for a percent without its sign; 12 of a target of 1 is a rate all the same. What
 * else stands in the 完成率 cell is handed over as it is.
 */
export function handedRate(rate: string, isCell: boolean): string {
  const most = `MIN(${largestRate},${rate})`;
  return isCell ? `IF(ISNUMBER(${rate}),${most},${rate}&"")` : most;
}
