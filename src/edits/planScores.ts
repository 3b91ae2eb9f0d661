import type { BoundRow } from "../scorecard/bindRows";
import type { ScorecardRow } from "../scorecard/scorecard";
import { a1 } from "../workbook/cell";
import { snapshotCell, type CellSnapshot, type Snapshot } from "../workbook/snapshot";
import { type WantedCell } from "./editLedger";
import type { PlannedAnnexes } from "./planAnnex";
import { formatOfPoints, isChosen, isTyped, isWritable, type PlannedScore } from "./plannedScore";
import { rowFormula, type RowFormulaInput } from "./rowFormula";
import type { SummedScore } from "./totalFormula";

interface ScoresInput extends RowFormulaInput {
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
  const common = { row, indicator: bound.indicator, weightCell: weightCell(snapshot, row) };
  const kept = typed && !isChosen(overwrite, row.row);
  if (kept) {
    const words = cell?.formula === undefined && typeof cell?.value === "string" ? cell.value : null;
    return { ...common, stands: "typed", shown: row.typed, words, wanted: null };
  }
  const planned = isWritable(snapshot, row.at) ? rowFormula(input, bound, row) : null;
  if (planned === null) {
    const wanted = astray(cell, row) ? cleared(row) : null;
    return { ...common, stands: "nothing", shown: null, words: null, wanted };
  }
  const typedBelow = input.annexes.shown.get(bound.wish.id);
  const points = typedBelow === undefined ? row.points : typedBelow;
  const wanted: WantedCell = {
    role: "score",
    name: row.indicator,
    at: row.at,
    content: { formula: planned.formula },
    format: formatOfPoints(input, row.at, points, row.weight),
    gives: points,
    reason: typed ? "按您的选择，以计算得分覆盖手工填写的得分" : "按评分标准计算得分",
  };
  return { ...common, stands: "formula", shown: points, words: null, wanted, helpers: planned.helpers };
}

/** As the formulas of scores refer to it. */
function weightCell(snapshot: Snapshot, { weight, weightAt }: ScorecardRow): string | null {
  const printed = snapshotCell(snapshot, weightAt)?.value;
  const isWeight = typeof printed === "number" && weight !== null && Math.abs(printed - weight) < 1e-9;
  return isWeight ? a1(weightAt) : null;
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

/** The score cells as the total adds them up. */
export function summedScores(scores: readonly PlannedScore[]): readonly SummedScore[] {
  return scores.map(({ row, words, shown }) => ({
    at: row.at,
    written: words === null || shown === null ? null : { text: words, points: shown },
  }));
}
