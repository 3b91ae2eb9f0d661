import { factStateWords, unusable } from "../facts/gatheredFact";
import { a1, areaA1, parseA1, type CellAddress, type Place } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import { valueAt, type ConditionalFormat, type SheetSnapshot } from "../workbook/snapshot";

/**
 * True where the cell shows fewer points than the weight, whatever stands in it later. `weight`: what stands in its cell
 * ("F16", "D6/3"), or the number where no cell holds it.
 */
export function deductionCondition(score: CellAddress, weight: number | string): string {
  const cell = a1(score);
  if (typeof weight === "string") {
    return `AND(ISNUMBER(${cell}),ISNUMBER(${cellOfWeight(weight)}),ROUND(${cell}-${weight},9)<0)`;
  }
  // A share such as 10/23 is cut where ROUND no longer looks.
  return `AND(ISNUMBER(${cell}),ROUND(${cell}-${String(Number(weight.toFixed(12)))},9)<0)`;
}

/** The cell of a weight that several rows may share: "D6/3" → "D6". */
export function cellOfWeight(weight: string): string {
  return weight.split("/")[0] ?? weight;
}

/** Always true, whatever stands in the cell, and nobody else's words. */
export function findingCondition(cell: Place): string {
  return `ISNUMBER(ROW(${a1(cell)}))`;
}

const missing = factStateWords.missing;

/** True where a figure that is asked for is blank, or stands there and cannot be used, by its 数值 and its 状态. */
export function requiredCondition(value: Place, state: Place): string {
  const [left, isWrong] = [`LEFT(${a1(state)},`, `${unusable("").length})="${unusable("")}"`];
  return `OR(AND(ISBLANK(${a1(value)}),${left}${missing.length})="${missing}"),${left}${isWrong})`;
}

const cell = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
/** Over the number of the weight, or over its cell, also one that was deleted. */
const highlight = new RegExp(
  String.raw`^AND\(ISNUMBER\((${cell})\),(?:ROUND\(\1-(\d{1,6}(?:\.\d{1,12})?)|ISNUMBER\((${cell}|#REF!)\),ROUND\(\1-\3(?:/(\d{1,6}))?),9\)<0\)$`,
  "u",
);
const finding = /^ISNUMBER\(ROW\((\$?[A-Z]{1,3}\$?\d{1,7})\)\)$/u;

/** Older working papers ask for the blanks only. */
const required = new RegExp(
  String.raw`^(?:OR\()?AND\(ISBLANK\(${cell}\),LEFT\((${cell}),\d\)="${missing}"\)(?:,LEFT\(\1,\d\)="${unusable("")}"\))?$`,
  "u",
);

/** The cells to be filled in, or filled in anew, that a mark of ours points at now; none where it is no such mark. */
export function requiredCells(sheet: SheetSnapshot, { area, formula }: ConditionalFormat): readonly Place[] {
  const state = parseA1(required.exec(bare(formula))?.[1]?.replaceAll("$", "") ?? "");
  if (state === null) return [];
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
  return rows.flatMap((row) => {
    const words = String(valueAt(sheet, state.row + row - area.top, state.column) ?? "");
    const isBlank = sheet.rows.get(row)?.get(area.left) === undefined;
    const isWrong = words.startsWith(unusable("")) && formula.includes(unusable(""));
    return isWrong || (isBlank && words.startsWith(missing)) ? { row, column: area.left } : [];
  });
}

export function isOwnHighlight(format: ConditionalFormat): boolean {
  return asksItself(format, highlight);
}

export function isFindingMark(format: ConditionalFormat): boolean {
  return asksItself(format, finding);
}

/** Ours are known by range and formula: one cell, asking about itself in our words. */
function asksItself({ area, formula }: ConditionalFormat, shape: RegExp): boolean {
  if (area.top !== area.bottom || area.left !== area.right) return false;
  const asked = shape.exec(bare(formula))?.[1];
  return asked?.replaceAll("$", "") === a1({ row: area.top, column: area.left });
}

function bare(formula: string): string {
  return formula.replace(/\s/gu, "").toUpperCase();
}

/** The weight that a highlight of ours compares with on its sheet now; null: there is none. */
export function weightOfHighlight(sheet: SheetSnapshot, formula: string): number | null {
  const [, , number, reference = "", rows = "1"] = highlight.exec(bare(formula)) ?? [];
  if (number !== undefined) return Number(number);
  const at = parseA1(reference.replaceAll("$", ""));
  const value = at === null ? null : valueAt(sheet, at.row, at.column);
  return typeof value === "number" ? value / Number(rows) : null;
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
