import type { Indicator } from "../form/form";
import { paperNames } from "../facts/workingPaper";
import type { ScorecardRow } from "../scorecard/scorecard";
import { isOwnScore } from "../scorecard/ownFormulas";
import type { CellAddress } from "../workbook/cell";
import { findSheet, mergedArea, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { scoreFormat } from "./scoreFormat";
import { ownEntryAt, formatBefore, isBlank, type WantedCell } from "./editLedger";
import type { HelperCell } from "./helperCells";
import type { Located } from "./locateTouched";
import type { FactCell, FormulaContext } from "../criteria/rule";
import type { Case } from "../scorecard/case";

/** Which typed scores are replaced. */
export type Overwrite = "all" | "none" | ReadonlySet<number>;

/** A score cell of the form or of an annex, as far as its formula, mark and reason depend on it. */
type ScoredCell = Pick<
  ScorecardRow,
  "row" | "at" | "indicator" | "points" | "weight" | "reason" | "compared" | "typed"
>;

export interface PlannedScore {
  readonly row: ScoredCell;
  readonly indicator: Pick<Indicator, "row" | "basis">;
  /** What will stand in the score cell: our formula, what a person typed, or nothing. */
  readonly stands: "formula" | "typed" | "nothing";
  /** The points that will show, as far as known. */
  readonly shown: number | null;
  /** A person's words in the score cell ("9.66 分"); null for a number. */
  readonly words: string | null;
  /** The weight as a formula on its sheet refers to it: "F16", "D6/3"; null: no cell holds it as a number. */
  readonly weightCell: string | null;
  readonly wanted: WantedCell | null;
  /** Where the formula is too long for one cell. */
  readonly helpers?: readonly HelperCell[];
}

/** Something that is not ours stands in the cell: a number, words, a formula of the office. */
export function isTyped(snapshot: Snapshot, located: readonly Located[], at: CellAddress): boolean {
  const cell = snapshotCell(snapshot, at);
  if (isBlank(cell) || ownEntryAt(located, at) !== undefined) return false;
  if (cell?.formula === undefined) return true;
  // Ours even where the record was lost.
  return !isOwnScore(cell.formula, paperNames(snapshot));
}

export function isChosen(overwrite: Overwrite, row: number): boolean {
  return overwrite === "all" || (overwrite !== "none" && overwrite.has(row));
}

/** A cell inside a merged area that is not its first one can hold nothing. */
export function isWritable(snapshot: Snapshot, at: CellAddress): boolean {
  const sheet = findSheet(snapshot, at.sheet);
  if (sheet === undefined) return false;
  const { top, left } = mergedArea(sheet, at.row, at.column);
  return top === at.row && left === at.column;
}

/** What scores, total and grade are planned from, in the form and in its annexes. */
export interface ScoringInput extends Case {
  readonly located: readonly Located[];
  /** By fact id. */
  readonly factCells: ReadonlyMap<string, FactCell>;
  readonly overwrite: Overwrite;
  readonly dialect: FormulaContext["dialect"];
}

/** The format in which the points of a cell show as many decimals as the settings ask. */
export function formatOfPoints(
  { snapshot, located, scorecard }: ScoringInput,
  at: CellAddress,
  points: number | null,
  weight: number | null,
): string | null {
  const shown = { decimals: scorecard.decimals, fixed: scorecard.settings.decimals !== "auto" };
  return scoreFormat(formatBefore(snapshot, located, at), points, weight, shown);
}
