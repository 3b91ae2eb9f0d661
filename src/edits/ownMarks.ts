import { a1, type CellAddress } from "../workbook/cell";
import type { ConditionalFormat } from "../workbook/snapshot";

/** True where the cell shows fewer points than the weight, whatever stands in it later. */
export function deductionCondition(score: CellAddress, weight: number): string {
  // A share such as 10/23 is cut where ROUND no longer looks.
  const bound = String(Number(weight.toFixed(12)));
  return `AND(ISNUMBER(${a1(score)}),ROUND(${a1(score)}-${bound},9)<0)`;
}

/** Always true, whatever stands in the cell, and nobody else's words. */
export function findingCondition(cell: { readonly row: number; readonly column: number }): string {
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
