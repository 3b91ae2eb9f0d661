import { contains, isWithin, type Area, type Place } from "../../workbook/cell";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { areaSize, cellBlocks, headOf, headSize, indexesOf } from "./cellBlocks";
import type { ChangeMarks } from "./changeMarks";
import type { KeptSheet } from "./readMemory";
import { sheetCells, type Band } from "./sheetCells";

/** More changed cells than these are read faster with all others. */
const mostCells = 20_000;
/** A sheet of no more cells than these is read anew as soon as anything in it changed: no event is taken at its word. */
const smallSheet = 5_000;

/** A sheet with the ranges of it that were asked anew; null: to be read from the beginning. */
type AskedChanges = { readonly sheet: KeptSheet; readonly bands: readonly Band[] } | null;

/**
 * Asks what changed, with the next sync: of a sheet that matters the changed cells and every formula, because results
 * change anywhere, and references where cells were moved; of another one the changed values.
 */
export function askChanges(
  context: Excel.RequestContext,
  sheets: readonly KeptSheet[],
  marks: ChangeMarks,
): readonly AskedChanges[] {
  const matters = sheets.some((sheet) => isWhole(sheet) && marks.sheets.has(sheet.id));
  return sheets.map((sheet) => {
    const changed = marks.sheets.get(sheet.id);
    const areas = isWhole(sheet)
      ? wholeAreas(sheet, changed, matters)
      : (changed ?? []).map((area) => headOf(area, headSize));
    const { used } = sheet;
    const isInside =
      !isWhole(sheet) || (changed ?? []).every((area) => used !== null && isWithin(area, used));
    if (!isInside || areas.reduce((sum, area) => sum + areaSize(area), 0) > mostCells) return null;
    const proxy = areas.length === 0 ? null : context.workbook.worksheets.getItem(sheet.id);
    const wanted = isWhole(sheet) ? "values,formulas,numberFormat" : "values";
    const bands = areas.flatMap((area) =>
      proxy === null ? [] : [{ area, range: proxy.getRangeByIndexes(...indexesOf(area)).load(wanted) }],
    );
    return { sheet, bands };
  });
}

export function isWhole({ snapshot }: KeptSheet): boolean {
  return snapshot.partial === undefined;
}

function wholeAreas({ used, snapshot }: KeptSheet, changed: readonly Area[] | undefined, matters: boolean) {
  if (changed !== undefined && used !== null && areaSize(used) <= smallSheet) return [used];
  return [...(changed ?? []), ...(matters ? formulaAreas(snapshot) : [])];
}

function formulaAreas({ rows }: SheetSnapshot): readonly Area[] {
  const places = Array.from(rows).flatMap(([row, cells]) =>
    Array.from(cells).flatMap(([column, { formula }]): Place[] =>
      formula === undefined ? [] : [{ row, column }],
    ),
  );
  return cellBlocks(places, false).map(({ area }) => area);
}

/** The sheet as it is with what was answered. */
export function withChanges({ sheet, bands }: Exclude<AskedChanges, null>): KeptSheet {
  if (bands.length === 0) return sheet;
  const { snapshot } = sheet;
  const areas = bands.map(({ area }) => area);
  const read = sheetCells(bands, snapshot.merges, isWhole(sheet));
  return {
    ...sheet,
    snapshot: {
      ...snapshot,
      rows: replaced(snapshot.rows, areas, read.rows),
      ...(isWhole(sheet)
        ? { blankFormats: replaced(snapshot.blankFormats ?? new Map(), areas, read.blankFormats) }
        : {}),
    },
    broken: [...sheet.broken.filter((place) => !areas.some((area) => contains(area, place))), ...read.broken],
  };
}

type Grid<T> = ReadonlyMap<number, ReadonlyMap<number, T>>;

/** Within the areas what was read, elsewhere what was known; rows and columns in ascending order. */
function replaced<T>(before: Grid<T>, areas: readonly Area[], read: Grid<T>): Grid<T> {
  const rows = new Map(before);
  const touched = new Set(
    areas.flatMap(({ top, bottom }) => Array.from({ length: bottom - top + 1 }, (_, y) => top + y)),
  );
  for (const row of touched) {
    const kept = Array.from(before.get(row) ?? []).filter(
      ([column]) => !areas.some((area) => contains(area, { row, column })),
    );
    const cells = [...kept, ...(read.get(row) ?? [])].sort(([a], [b]) => a - b);
    if (cells.length > 0) rows.set(row, new Map(cells));
    else rows.delete(row);
  }
  return new Map(Array.from(rows).sort(([a], [b]) => a - b));
}
