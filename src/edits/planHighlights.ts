import { areaOf } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import { grouped } from "../workbook/grouped";
import { findSheet, type ConditionalFormat, type Snapshot } from "../workbook/snapshot";
import { changedMarks, deductionCondition, isOwnHighlight } from "./ownMarks";
import { lost } from "./planReasons";
import type { PlannedScore } from "./plannedScore";

/** A mark on each score cell that shows a deduction; marks of ours that are no longer true go. */
export function planHighlights(snapshot: Snapshot, scores: readonly PlannedScore[]): readonly Edit[] {
  return Array.from(grouped(scores, ({ row }) => row.at.sheet)).flatMap(([sheet, own]) => {
    const wanted = own.flatMap(({ row, shown, words }): readonly ConditionalFormat[] =>
      row.weight === null || words !== null || !lost(row.weight, shown)
        ? []
        : [{ area: areaOf(row.at), formula: deductionCondition(row.at, row.weight) }],
    );
    const marks = (findSheet(snapshot, sheet)?.conditionalFormats ?? []).filter(isOwnHighlight);
    return changedMarks(sheet, "deduction", marks, wanted);
  });
}
