import { areaA1 } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import { grouped } from "../workbook/grouped";
import { findSheet, type ConditionalFormat, type Snapshot } from "../workbook/snapshot";
import { deductionCondition, isOwnHighlight } from "./ownMarks";
import { lost } from "./planReasons";
import type { PlannedScore } from "./plannedScore";

/** A mark on each score cell that shows a deduction; marks of ours that are no longer true go. */
export function planHighlights(snapshot: Snapshot, scores: readonly PlannedScore[]): readonly Edit[] {
  return Array.from(grouped(scores, ({ row }) => row.at.sheet)).flatMap(([sheet, own]) =>
    sheetHighlights(snapshot, sheet, own),
  );
}

function sheetHighlights(
  snapshot: Snapshot,
  sheet: string,
  scores: readonly PlannedScore[],
): readonly Edit[] {
  const wanted = scores.flatMap(({ row, shown, words }): readonly ConditionalFormat[] => {
    if (row.weight === null || words !== null || !lost(row.weight, shown)) return [];
    const { row: top, column: left } = row.at;
    return [
      { area: { top, left, bottom: top, right: left }, formula: deductionCondition(row.at, row.weight) },
    ];
  });
  const own = (findSheet(snapshot, sheet)?.conditionalFormats ?? []).filter(isOwnHighlight);
  const keys = (formats: readonly ConditionalFormat[]): ReadonlySet<string> => new Set(formats.map(keyOf));
  const [wantedKeys, ownKeys] = [keys(wanted), keys(own)];
  return [
    ...own
      .filter((format) => !wantedKeys.has(keyOf(format)))
      .map(({ area, formula }): Edit => ({ kind: "removeHighlight", sheet, area, formula })),
    ...wanted
      .filter((format) => !ownKeys.has(keyOf(format)))
      .map(({ area, formula }): Edit => ({ kind: "highlight", sheet, area, formula, role: "deduction" })),
  ];
}

function keyOf({ area, formula }: ConditionalFormat): string {
  return `${areaA1(area)} ${formula.replace(/[\s$]/gu, "").toUpperCase()}`;
}
