import type { CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, type GridOptions } from "./grid";

/** A sheet from lines as a reader sees them: cells parted by "|", "" blank; a number is a number. */
export function linesSheet(name: string, lines: string, options: GridOptions = {}): SheetSnapshot {
  const grid = lines
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cellOf(cell.trim())));
  return gridSheet(grid, { ...options, name });
}

function cellOf(text: string): CellValue {
  if (text === "") return null;
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}

/** The workbook with other annexes: its first sheet, the form, and these. */
export function withAnnexes(workbook: Snapshot, annexes: readonly SheetSnapshot[]): Snapshot {
  return { ...workbook, sheets: [...workbook.sheets.slice(0, 1), ...annexes] };
}
