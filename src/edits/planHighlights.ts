import { areaOf } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import { grouped } from "../workbook/grouped";
import { findSheet, type ConditionalFormat, type Snapshot } from "../workbook/snapshot";
import { changedMarks, deductionCondition, isOwnHighlight } from "./ownMarks";
import type { PlannedScore } from "./plannedScore";

/** On each score cell a mark that shows as soon as points are lost; a person's words are left alone. */
export function planHighlights(snapshot: Snapshot, scores: readonly PlannedScore[]): readonly Edit[] {
  return Array.from(grouped(scores, ({ row }) => row.at.sheet)).flatMap(([sheet, own]) => {
    const wanted = own.flatMap(({ row, words, weightCell }): readonly ConditionalFormat[] =>
      row.weight === null || words !== null
        ? []
        : [{ area: areaOf(row.at), formula: deductionCondition(row.at, weightCell ?? row.weight) }],
    );
    const marks = (findSheet(snapshot, sheet)?.conditionalFormats ?? []).filter(isOwnHighlight);
    return changedMarks(sheet, "deduction", marks, wanted);
  });
}
