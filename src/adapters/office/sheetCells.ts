import { contains, type Area, type Place } from "../../workbook/cell";
import type { CellSnapshot, CellValue, SheetSnapshot } from "../../workbook/snapshot";
import { shownFormula } from "../xlsx/formulaSpelling";

interface SheetCells extends Required<Pick<SheetSnapshot, "rows" | "blankFormats">> {
  /** Where a formula of ours stands that Excel has lost. */
  readonly broken: readonly Place[];
}

/** A rectangle of a sheet that was asked. */
export interface Band {
  readonly area: Area;
  readonly range: Excel.Range;
}

/** Cells that hold something, from bands of one sheet. `whole`: formulas and formats were asked, too. */
export function sheetCells(bands: readonly Band[], merges: readonly Area[], whole = true): SheetCells {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  const blankFormats = new Map<number, Map<number, string>>();
  const broken: Place[] = [];
  const covered = coveredBy(merges);
  for (const { area, range } of bands) {
    const { values } = range;
    const formulas: readonly (readonly unknown[])[] = whole ? range.formulas : [];
    const numberFormat: readonly (readonly unknown[])[] = whole ? range.numberFormat : [];
    values.forEach((line: readonly unknown[], y) => {
      const row = area.top + y;
      const cells = rows.get(row) ?? new Map<number, CellSnapshot>();
      const blanks = blankFormats.get(row) ?? new Map<number, string>();
      line.forEach((value, x) => {
        const column = area.left + x;
        const formula: unknown = formulas[y]?.[x];
        const format: unknown = numberFormat[y]?.[x];
        const cell = cellSnapshot(value, formula, format);
        if (cell === null && typeof format === "string" && format !== "General") blanks.set(column, format);
        if (cell === null || covered(row, column)) return;
        cells.set(column, cell);
        if (cell.formula !== undefined && isBroken(String(formula), value)) broken.push({ row, column });
      });
      if (cells.size > 0) rows.set(row, cells);
      if (blanks.size > 0) blankFormats.set(row, blanks);
    });
  }
  return { rows: inOrder(rows), blankFormats: inOrder(blankFormats), broken };
}

function inOrder<T>(rows: ReadonlyMap<number, T>): ReadonlyMap<number, T> {
  return new Map(Array.from(rows).sort(([a], [b]) => a - b));
}

/** One cell; null when it is blank. */
export function cellSnapshot(value: unknown, formula: unknown, format: unknown): CellSnapshot | null {
  const own = ownFormulaOf(value, formula);
  const shown = plainValue(value);
  if (own === null && shown === null) return null;
  return {
    value: shown,
    ...(own === null ? {} : { formula: own }),
    ...(typeof format === "string" && format !== "General" ? { format } : {}),
  };
}

/** null for a constant. A text that starts with "=" comes back as its own formula. */
function ownFormulaOf(value: unknown, formula: unknown): string | null {
  if (typeof formula !== "string" || !formula.startsWith("=") || formula === value) return null;
  return normalFormula(formula);
}

function plainValue(value: unknown): CellValue {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Of a merged area only the first cell counts. */
function coveredBy(merges: readonly Area[]): (row: number, column: number) => boolean {
  return (row, column) =>
    merges.some((area) => contains(area, { row, column }) && (area.top !== row || area.left !== column));
}

/** The formula with our functions spelt JX.NAME, whatever Excel made of them; quoted texts stay as they are. */
export function normalFormula(formula: string): string {
  return formula.startsWith("=") ? shownFormula(formula.slice(1)) : formula;
}

/** Excel lost our function: the name stands under its file spelling, or it shows #NAME? although it is ours.
 * Writing the formula again is the reliable repair (office-js #4185, #6355). */
export function isBroken(formula: string, value: unknown): boolean {
  const normal = normalFormula(formula);
  return /_xldudf_JX_/i.test(formula) ? normal !== formula : value === "#NAME?" && /\bJX\.[A-Z]/.test(normal);
}
