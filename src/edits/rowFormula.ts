import type { FactCell } from "../criteria/rule";
import type { BoundRow } from "../scorecard/bindRows";
import { rowDecimals } from "../scorecard/rowDecimals";
import type { ScorecardRow } from "../scorecard/scorecard";
import { weightKey } from "../scorecard/askedWeights";
import { anyWeights } from "../scorecard/clauseTexts";
import { isWeightless, ruleContext } from "../scorecard/scoreRow";
import { a1, quoteSheet, type CellAddress } from "../workbook/cell";
import { snapshotCell, type CellValue } from "../workbook/snapshot";
import { plainDigits } from "../criteria/words";
import { tidy } from "../quantity/tidy";
import { heldOpen } from "./heldOpen";
import { helperReference, type HelperCell, type HelperPlaces } from "./helperCells";
import type { PlannedAnnexes } from "./planAnnex";
import { goalFormula, onceWeighed } from "./planAnnexRow";
import type { ScoringInput } from "./plannedScore";
import { roundedFormula } from "./roundedFormula";
import { fitsIntoCell } from "../workbook/formulaLimits";

export interface RowFormulaInput extends ScoringInput {
  readonly annexes: Pick<PlannedAnnexes, "cells">;
  readonly helperPlaces: HelperPlaces;
}

interface RowFormula {
  /** With "=". */
  readonly formula: string;
  readonly helpers: readonly HelperCell[];
}

/**
 * The row's formula over the working paper and the sheet's own weight; its parts in helper cells where it is too long
 * for one cell. null when there is none to write.
 */
export function rowFormula(input: RowFormulaInput, bound: BoundRow, row: ScorecardRow): RowFormula | null {
  const decimals = rowDecimals(input.form, input.scorecard.settings);
  const asked = input.factCells.get(`${bound.wish.id}.${weightKey}`)?.value ?? null;
  if (bound.annex?.own === true) {
    const own = goalFormula(input, bound.annex, row, asked);
    if (own === null) return null;
    const formula = `=${roundedFormula(own, decimals)}`;
    return fitsIntoCell(formula) ? { formula, helpers: [] } : null;
  }
  const cells = cellsOf(input, bound);
  if (cells === null) return null;
  const weight = row.weight ?? (asked === null ? null : anyWeight(input, bound, row, cells));
  if (weight === null) return null;
  const whole = written(input, bound, row, { weight, cells, nameOf: a1 });
  if (fitsIntoCell(whole)) return { formula: whole, helpers: [] };
  const parts = new Map<string, HelperCell>();
  const helper = (part: string): string => {
    const number = parts.size + 1;
    const cell = parts.get(part) ?? {
      title: bound.wish.title,
      sheet: row.at.sheet,
      part: number,
      at: input.helperPlaces(bound.wish, row.at.sheet, number),
      formula: `=${part}`,
    };
    parts.set(part, cell);
    return helperReference(cell.at);
  };
  // On another sheet a reference needs the name of its own.
  const nameOf = (at: CellAddress): string => `${quoteSheet(at.sheet)}!${a1(at)}`;
  const named = Object.entries(cells).map(([key, { value, reason }]): [string, FactCell] => [
    key,
    { value: value.includes("!") ? value : `${quoteSheet(row.at.sheet)}!${value}`, reason },
  ]);
  const formula = written(input, bound, row, { weight, cells: Object.fromEntries(named), nameOf, helper });
  const helpers = Array.from(parts.values());
  return [formula, ...helpers.map((one) => one.formula)].every(fitsIntoCell) ? { formula, helpers } : null;
}

/** One weight is as good as another where the formula takes it from its cell and says the same with each; else null. */
function anyWeight(
  input: RowFormulaInput,
  bound: BoundRow,
  row: ScorecardRow,
  cells: Writing["cells"],
): number | null {
  if (!bound.anyWeight) return null;
  const formulas = anyWeights.map((weight) => written(input, bound, row, { weight, cells, nameOf: a1 }));
  return new Set(formulas).size === 1 ? anyWeights[0] : null;
}

interface Writing {
  readonly weight: number;
  readonly cells: Readonly<Record<string, FactCell>>;
  readonly nameOf: (at: CellAddress) => string;
  readonly helper?: (part: string) => string;
}

function written(
  { snapshot, dialect, form, scorecard, factCells }: RowFormulaInput,
  { indicator, rule, readsCell, wish }: BoundRow,
  row: ScorecardRow,
  { weight, cells, nameOf, helper }: Writing,
): string {
  const asked = factCells.get(`${wish.id}.${weightKey}`)?.value ?? null;
  const cell = asked ?? nameOf(indicator.weight.at);
  const reference =
    asked ?? weightReference(snapshotCell(snapshot, indicator.weight.at)?.value, cell, weight);
  const formula = rule.formula(cells, {
    dialect,
    weight: reference,
    standard:
      indicator.standard !== null && indicator.standard.spread !== true && readsCell()
        ? nameOf(indicator.standard.at)
        : null,
    context: ruleContext(weight, scorecard.settings),
    ...(helper === undefined ? {} : { helper }),
  });
  const rounded = roundedFormula(formula, rowDecimals(form, scorecard.settings));
  const held = heldOpen(snapshot, row, onceWeighed(asked, rounded));
  return isWeightless(weight) ? `=IF(${reference}=0,0,${held})` : `=${held}`;
}

/**
 * A weight that is printed as text ("10 分") counts as it was read until a number stands there; 权重 as a share of the hundred
 * (0.2, 20%) is a hundredth of its 分.
 */
function weightReference(printed: CellValue | undefined, cell: string, weight: number): string {
  if (typeof printed !== "number") return `IF(ISNUMBER(${cell}),${cell},${plainDigits(weight)})`;
  return tidy(printed) !== tidy(weight) && tidy(printed * 100) === tidy(weight) ? `(${cell}*100)` : cell;
}

/** The cells of all that the row asks and sums up; null when one of them cannot be named. */
function cellsOf(
  { factCells, annexes }: RowFormulaInput,
  { wish, annex }: BoundRow,
): Readonly<Record<string, FactCell>> | null {
  const named = [
    ...wish.specs.map(({ key }) => [key, factCells.get(`${wish.id}.${key}`)] as const),
    ...(annex?.rows ?? []).map(({ id }) => [`${id}.score`, annexes.cells.get(`${id}.score`)] as const),
  ];
  const amounts = (annex?.funds ?? []).map(
    ({ id }) => [`${id}.amount`, factCells.get(`${id}.amount`)] as const,
  );
  const cells: Record<string, FactCell> = {};
  for (const [key, cell] of [...named, ...amounts.filter(([, amount]) => amount !== undefined)]) {
    if (cell === undefined) return null;
    cells[key] = cell;
  }
  return cells;
}
