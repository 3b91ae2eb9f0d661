import { a1 } from "../workbook/cell";
import type { ConditionalFormat } from "../workbook/snapshot";

/** Always true, whatever stands in the cell, and nobody else's words. */
export function findingCondition(cell: { readonly row: number; readonly column: number }): string {
  return `ISNUMBER(ROW(${a1(cell)}))`;
}

const shape = /^ISNUMBER\(ROW\((\$?[A-Z]{1,3}\$?\d{1,7})\)\)$/u;

/** The mark of a finding is known by range and formula: one cell, asking about itself in our words. */
export function isFindingMark({ area, formula }: ConditionalFormat): boolean {
  if (area.top !== area.bottom || area.left !== area.right) return false;
  const cell = shape.exec(formula.replace(/\s/gu, "").toUpperCase())?.[1];
  return cell?.replaceAll("$", "") === a1({ row: area.top, column: area.left });
}
