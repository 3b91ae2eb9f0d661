import type { Form } from "../form/form";
import { tidy } from "../quantity/tidy";
import type { CellAddress, Cited } from "../workbook/cell";
import { compareTyped } from "./compareTyped";
import { isOwnScore } from "./ownFormulas";

/** 填报: what stands in the score cells, apart from anything of ours. */
export interface FilledTotal {
  /** Sum of the typed scores, 分, unrounded; null unless every scored row holds one. */
  readonly points: number | null;
  /** How many rows hold a number. */
  readonly rows: number;
  /** Score cells without a number, and those with something that is no score: never counted as 0. */
  readonly blank: readonly CellAddress[];
  readonly unread: readonly Cited<string>[];
  /** The number in the total's cell, where it is another one than this sum. */
  readonly unlikeTotal: Cited<number> | null;
}

/**
 * The typed scores added up. null: nobody has typed one, or only formulas stand there, which a template may bring
 * along; so, too, once results of ours stand among them, or where points are printed that no row counts
 * (`isOpen`): the sum would be no one's.
 * @param papers the names of the working papers, by which our formulas are known
 */
export function filledTotal(
  form: Form,
  rows: readonly { readonly row: number; readonly at: CellAddress; readonly typed: number | null }[],
  papers: readonly string[],
  isOpen: boolean,
): FilledTotal | null {
  const cells = new Map(form.indicators.map(({ row, selfScore }) => [row, selfScore]));
  const scores = rows.map((row) => ({ text: "", formula: null, ...cells.get(row.row), ...row }));
  const isTyped = scores.some(({ typed, formula }) => typed !== null && formula === null);
  if (isOpen || !isTyped || scores.some(({ formula }) => isOwnScore(formula, papers))) return null;
  const filled = scores.filter(({ typed }) => typed !== null);
  const others = scores.filter(({ typed }) => typed === null);
  const points = tidy(filled.reduce((sum, { typed }) => sum + (typed ?? 0), 0));
  const isWhole = others.length === 0;
  return {
    points: isWhole ? points : null,
    rows: filled.length,
    blank: others.filter(({ text }) => text.trim() === "").map(({ at }) => at),
    unread: others
      .filter(({ text }) => text.trim() !== "")
      .map(({ at, text }) => ({ at, value: text.trim() })),
    unlikeTotal: isWhole ? otherTotal(form, points) : null,
  };
}

function otherTotal({ total }: Form, points: number): Cited<number> | null {
  const { typed = null, text = "", at } = total?.score ?? {};
  if (typed === null || at === undefined) return null;
  return compareTyped(typed, text, points, null) === "differs" ? { value: typed, at } : null;
}
