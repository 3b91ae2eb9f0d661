import { a1, areaA1, type CellAddress, type Place } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import type { ConditionalFormat } from "../workbook/snapshot";

/** True where the cell shows fewer points than the weight, whatever stands in it later. */
export function deductionCondition(score: CellAddress, weight: number): string {
  // A share such as 10/23 is cut where ROUND no longer looks.
  const bound = String(Number(weight.toFixed(12)));
  return `AND(ISNUMBER(${a1(score)}),ROUND(${a1(score)}-${bound},9)<0)`;
}

/** Always true, whatever stands in the cell, and nobody else's words. */
export function findingCondition(cell: Place): string {
  return `ISNUMBER(ROW(${a1(cell)}))`;
}

const highlight = /^AND\(ISNUMBER\((\$?[A-Z]{1,3}\$?\d{1,7})\),ROUND\(\1-(\d{1,6}(?:\.\d{1,12})?),9\)<0\)$/u;
const finding = /^ISNUMBER\(ROW\((\$?[A-Z]{1,3}\$?\d{1,7})\)\)$/u;

export function isOwnHighlight(format: ConditionalFormat): boolean {
  return asksItself(format, highlight);
}

export function isFindingMark(format: ConditionalFormat): boolean {
  return asksItself(format, finding);
}

/** Ours are known by range and formula: one cell, asking about itself in our words. */
function asksItself({ area, formula }: ConditionalFormat, shape: RegExp): boolean {
  if (area.top !== area.bottom || area.left !== area.right) return false;
  const cell = shape.exec(formula.replace(/\s/gu, "").toUpperCase())?.[1];
  return cell?.replaceAll("$", "") === a1({ row: area.top, column: area.left });
}

/** Makes the marks of one kind on a sheet those that are wanted. */
export function changedMarks(
  sheet: string,
  role: "deduction" | "finding",
  own: readonly ConditionalFormat[],
  wanted: readonly ConditionalFormat[],
): readonly Edit[] {
  const keys = (formats: readonly ConditionalFormat[]): ReadonlySet<string> => new Set(formats.map(markKey));
  const [wantedKeys, ownKeys] = [keys(wanted), keys(own)];
  return [
    ...own
      .filter((format) => !wantedKeys.has(markKey(format)))
      .map(({ area, formula }): Edit => ({ kind: "removeHighlight", sheet, area, formula })),
    ...wanted
      .filter((format) => !ownKeys.has(markKey(format)))
      .map(({ area, formula }): Edit => ({ kind: "highlight", sheet, area, formula, role })),
  ];
}

function markKey({ area, formula }: ConditionalFormat): string {
  return `${areaA1(area)} ${formula.replace(/[\s$]/gu, "").toUpperCase()}`;
}
