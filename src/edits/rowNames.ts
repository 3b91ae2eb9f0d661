import { bareName } from "../form/normalizeName";
import { valueAt, type CellValue, type SheetSnapshot } from "../workbook/snapshot";

/** The words that a row may be known by: every short text in it, and those of merged cells that reach into it. */
export type RowNames = (sheet: SheetSnapshot, row: number) => ReadonlySet<string>;

/** Looks each row up once: an annex holds thousands of rows with the same formula. */
export function createRowNames(): RowNames {
  const rows = new Map<SheetSnapshot, Map<number, ReadonlySet<string>>>();
  const merged = new Map<SheetSnapshot, ReadonlyMap<number, readonly string[]>>();
  return (sheet, row) => {
    const known = rows.get(sheet) ?? new Map<number, ReadonlySet<string>>();
    rows.set(sheet, known);
    const found = known.get(row);
    if (found !== undefined) return found;
    const reaching = merged.get(sheet) ?? mergedNames(sheet);
    merged.set(sheet, reaching);
    const own = Array.from(sheet.rows.get(row)?.values() ?? []).flatMap(({ value }) => nameIn(value));
    const names = new Set(["", ...own, ...(reaching.get(row) ?? [])]);
    known.set(row, names);
    return names;
  };
}

const tallestName = 2000;

function mergedNames(sheet: SheetSnapshot): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  for (const { top, left, bottom } of sheet.merges) {
    if (bottom <= top) continue;
    for (const name of nameIn(valueAt(sheet, top, left))) {
      for (let row = top + 1; row <= Math.min(bottom, top + tallestName); row += 1) {
        const list = names.get(row);
        if (list === undefined) names.set(row, [name]);
        else list.push(name);
      }
    }
  }
  return names;
}

function nameIn(value: CellValue): readonly string[] {
  return typeof value === "string" && value.length < 200 ? [bareName(value)] : [];
}
