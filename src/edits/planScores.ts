import type { FactCell } from "../criteria/rule";
import type { BoundRow } from "../scorecard/bindRows";
import type { ScorecardRow } from "../scorecard/scorecard";
import { isWeightless, ruleContext } from "../scorecard/scoreRow";
import { a1, type CellAddress } from "../workbook/cell";
import { formatAt, snapshotCell, type CellSnapshot, type Snapshot } from "../workbook/snapshot";
import { entryAt, type WantedCell } from "./editLedger";
import type { PlannedAnnexes } from "./planAnnex";
import { isChosen, isTyped, isWritable, type PlannedScore, type ScoringInput } from "./plannedScore";
import { scoreFormat } from "./scoreFormat";
import { longestFormula } from "./textFormula";
import type { SummedScore } from "./totalFormula";

interface ScoresInput extends ScoringInput {
  /** The score cells of annexes, and what the form shows where scores typed there are kept. */
  readonly annexes: Pick<PlannedAnnexes, "cells" | "shown">;
}

/** What each score cell is to hold. A score that a person typed stays unless he chose otherwise. */
export function planScores(input: ScoresInput): readonly PlannedScore[] {
  return input.rows.flatMap((bound, index) => {
    const row = input.scorecard.rows[index];
    return row === undefined ? [] : [planScore(input, bound, row)];
  });
}

function planScore(input: ScoresInput, bound: BoundRow, row: ScorecardRow): PlannedScore {
  const { snapshot, located, overwrite } = input;
  const cell = snapshotCell(snapshot, row.at);
  const typed = isTyped(snapshot, located, row.at);
  const common = { row, indicator: bound.indicator };
  const kept = typed && !isChosen(overwrite, row.row);
  if (kept) {
    const words = cell?.formula === undefined && typeof cell?.value === "string" ? cell.value : null;
    return { ...common, stands: "typed", shown: row.typed, words, wanted: null };
  }
  const formula = isWritable(snapshot, row.at) ? rowFormula(input, bound, row) : null;
  if (formula === null) {
    const wanted = astray(cell, row) ? cleared(row) : null;
    return { ...common, stands: "nothing", shown: null, words: null, wanted };
  }
  const shown = { decimals: input.scorecard.decimals, fixed: input.scorecard.settings.decimals !== "auto" };
  const typedBelow = input.annexes.shown.get(bound.wish.id);
  const points = typedBelow === undefined ? row.points : typedBelow;
  const first = entryAt(located, row.at);
  const own = first?.ourFormat === undefined ? formatAt(snapshot, row.at) : first.formatBefore;
  const wanted: WantedCell = {
    role: "score",
    name: row.indicator,
    at: row.at,
    content: { formula },
    format: scoreFormat(own, points, row.weight, shown),
    gives: points,
    reason: typed ? "按您的选择，以计算得分覆盖手工填写的得分" : "按评分标准计算得分",
  };
  return { ...common, stands: "formula", shown: points, words: null, wanted };
}

/** The months were sorted apart, so that no formula can name them, and ours of before now looks at other cells. */
function astray(cell: CellSnapshot | undefined, { points }: ScorecardRow): boolean {
  if (cell?.formula === undefined || cell.value === null || cell.value === "") return false;
  return typeof cell.value !== "number" || points === null || Math.abs(cell.value - points) > 1e-9;
}

function cleared({ at, indicator: name }: ScorecardRow): WantedCell {
  const reason = "评分底稿的行序变了，原公式取数不对，请把十二个月的行按月份排好再计算";
  return { role: "score", name, at, content: { value: null }, format: null, reason };
}

/** The row's formula over the working paper and the sheet's own weight; null when there is none to write. */
function rowFormula(
  { snapshot, factCells, annexes, dialect, scorecard }: ScoresInput,
  bound: BoundRow,
  row: ScorecardRow,
): string | null {
  const { indicator, rule, wish, annex } = bound;
  if (row.weight === null) return null;
  const cells: Record<string, FactCell> = {};
  for (const { key } of wish.specs) {
    const cell = factCells.get(`${wish.id}.${key}`);
    if (cell === undefined) return null;
    cells[key] = cell;
  }
  for (const { id } of annex?.rows ?? []) {
    const cell = annexes.cells.get(`${id}.score`);
    if (cell === undefined) return null;
    cells[`${id}.score`] = cell;
  }
  for (const { id } of annex?.funds ?? []) {
    const amount = factCells.get(`${id}.amount`);
    if (amount !== undefined) cells[`${id}.amount`] = amount;
  }
  const { standard, weight } = indicator;
  const reference = weightReference(snapshot, weight.at, row.weight);
  const formula = `=${isWeightless(row.weight) ? `IF(${reference}=0,0,` : ""}${rule.formula(cells, {
    dialect,
    weight: reference,
    standard: standard === null || standard.value === "" ? null : a1(standard.at),
    context: ruleContext(indicator, row.weight, scorecard.settings),
  })}${isWeightless(row.weight) ? ")" : ""}`;
  return formula.length <= longestFormula ? formula : null;
}

/** The printed weight; one that is printed as text ("10 分") counts as it was read until a number stands there. */
function weightReference(snapshot: Snapshot, at: CellAddress, weight: number): string {
  const cell = a1(at);
  return typeof snapshotCell(snapshot, at)?.value === "number"
    ? cell
    : `IF(ISNUMBER(${cell}),${cell},${weight})`;
}

/** The score cells as the total adds them up. */
export function summedScores(scores: readonly PlannedScore[]): readonly SummedScore[] {
  return scores.map(({ row, words, shown }) => ({
    at: row.at,
    written: words === null || shown === null ? null : { text: words, points: shown },
  }));
}
