import { a1, type CellAddress } from "../workbook/cell";
import type { ConditionalFormat } from "../workbook/snapshot";

/** True where the cell shows fewer points than the weight, whatever stands in it later. */
export function deductionCondition(score: CellAddress, weight: number): string {
  // A share such as 10/23 is cut where ROUND no longer looks.
  const bound = String(Number(weight.toFixed(12)));
  return `AND(ISNUMBER(${a1(score)}),ROUND(${a1(score)}-${bound},9)<0)`;
}

const shape = /^AND\(ISNUMBER\((\$?[A-Z]{1,3}\$?\d{1,7})\),ROUND\(\1-(\d{1,6}(?:\.\d{1,12})?),9\)<0\)$/u;

/** Ours are known by range and formula: one cell, asking about itself in our words. */
export function isOwnHighlight({ area, formula }: ConditionalFormat): boolean {
  if (area.top !== area.bottom || area.left !== area.right) return false;
  const cell = shape.exec(formula.replace(/\s/gu, "").toUpperCase())?.[1];
  return cell?.replaceAll("$", "") === a1({ row: area.top, column: area.left });
}
