import { quoteSheet, type Area } from "../../src/workbook/cell";
import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { onSheet } from "./memoryWorkbook";

/*
 * What Excel does to a workbook behind our back: rows inserted, a sheet renamed; formulas, merged cells, conditional
 * formats and print areas follow.
 */

const token =
  /"(?:[^"]|"")*"|('(?:[^']|'')*'!|[\p{L}\p{N}_.]+!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(])/gu;

/** Blank rows inserted before a row. */
export function insertRows(snapshot: Snapshot, sheet: string, before: number, count: number): Snapshot {
  const down = (row: number): number => (row >= before ? row + count : row);
  const shift = (formula: string, own: string): string =>
    formula.replace(token, (match, ...groups: (string | undefined)[]) => {
      const [name, d1 = "", c1, r1 = "", n1, d2 = "", c2, r2 = "", n2] = groups;
      if (c1 === undefined || n1 === undefined) return match;
      const target =
        name === undefined ? own : name.slice(0, -1).replace(/^'|'$/gu, "").replaceAll("''", "'");
      if (target !== sheet) return match;
      const first = `${name ?? ""}${d1}${c1}${r1}${down(Number(n1))}`;
      return c2 === undefined ? first : `${first}:${d2}${c2}${r2}${down(Number(n2))}`;
    });
  const area = (one: Area): Area => ({ ...one, top: down(one.top), bottom: down(one.bottom) });
  const moved = onSheet(snapshot, sheet, (from) => ({
    ...from,
    rows: new Map(Array.from(from.rows, ([row, cells]) => [down(row), cells])),
    merges: from.merges.map(area),
    printArea: from.printArea?.map(area) ?? null,
    conditionalFormats: from.conditionalFormats.map((format) => ({
      area: area(format.area),
      formula: shift(format.formula, sheet),
    })),
  }));
  return mapFormulas(moved, shift);
}

/** A sheet under another name, everywhere. */
export function renameSheet(snapshot: Snapshot, from: string, to: string): Snapshot {
  const renamed = onSheet(snapshot, from, (sheet) => ({ ...sheet, name: to }));
  return mapFormulas(renamed, (formula) => formula.replaceAll(`${quoteSheet(from)}!`, `${quoteSheet(to)}!`));
}

function mapFormulas(snapshot: Snapshot, change: (formula: string, own: string) => string): Snapshot {
  const mapCell = (cell: CellSnapshot, own: string): CellSnapshot =>
    cell.formula === undefined ? cell : { ...cell, formula: change(cell.formula, own) };
  const mapSheet = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    rows: new Map(
      Array.from(sheet.rows, ([row, cells]) => [
        row,
        new Map(Array.from(cells, ([column, cell]) => [column, mapCell(cell, sheet.name)])),
      ]),
    ),
  });
  return { ...snapshot, sheets: snapshot.sheets.map(mapSheet) };
}
