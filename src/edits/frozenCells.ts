import { tidy } from "../quantity/tidy";
import type { Scorecard } from "../scorecard/scorecard";
import { sameAddress, type CellAddress } from "../workbook/cell";
import { formatAt, isErrorValue, snapshotCell, type CellValue, type Snapshot } from "../workbook/snapshot";
import { locateTouched } from "./locateTouched";
import type { RestoreRecord, TouchedCell } from "./restoreRecord";
import { valueFormat } from "./scoreFormat";

/** A result of ours as it will stand without its formula. */
export interface FrozenCell {
  readonly touched: TouchedCell;
  readonly at: CellAddress;
  readonly value: CellValue;
  /** The format in which the value hides no loss. */
  readonly format: string | undefined;
}

/**
 * What the formulas of ours show: scores, 完成率, total, grade, in the form and in annexes. Not those that show nothing
 * yet or an error, which stay formulas, and not 扣分说明.
 */
export function frozenCells(
  snapshot: Snapshot,
  record: RestoreRecord,
  scorecard: Scorecard,
): readonly FrozenCell[] {
  const results = record.cells.filter(
    ({ role }) => role !== "reason" && role !== "heading" && role !== "fact",
  );
  return locateTouched(snapshot, results, scorecard.sheet).flatMap(
    ({ touched, at }): readonly FrozenCell[] => {
      const cell = at === null ? undefined : snapshotCell(snapshot, at);
      const shown = cell?.value ?? null;
      if (
        at === null ||
        cell?.formula === undefined ||
        shown === null ||
        shown === "" ||
        isErrorValue(shown)
      ) {
        return [];
      }
      const value = typeof shown === "number" ? tidy(shown) : shown;
      const own = formatAt(snapshot, at);
      const raised =
        typeof value === "number" ? valueFormat(own, value, weightOf(scorecard, touched, at)) : null;
      return [{ touched, at, value, format: raised ?? own }];
    },
  );
}

/** 分 that the cell can reach at most; null where it holds no points. */
function weightOf(scorecard: Scorecard, { role }: TouchedCell, at: CellAddress): number | null {
  if (role === "total") return scorecard.weight;
  if (role !== "score") return null;
  const row = scorecard.rows.find((one) => sameAddress(one.at, at));
  if (row !== undefined) return row.weight;
  const annexRow = scorecard.rows
    .flatMap(({ annexRows }) => annexRows)
    .find(({ nameAt }) => nameAt.sheet === at.sheet && nameAt.row === at.row);
  return annexRow?.annexWeight ?? null;
}
