import { bareName } from "../form/normalizeName";
import { paperOf } from "../facts/paperOf";
import { cellKey, type CellAddress } from "../workbook/cell";
import { grouped } from "../workbook/grouped";
import { findSheet, type Snapshot } from "../workbook/snapshot";
import { sheetHomes } from "../workbook/sheetHomes";
import { contentIndex, contentKey, type Indexed } from "./contentIndex";
import { createMoves, type MovedCell, type Moves } from "./movedCells";
import type { TouchedCell } from "./restoreRecord";
import { createRowNames, type RowNames } from "./rowNames";

export interface Located {
  readonly touched: TouchedCell;
  /** Where our formula stands now; null: changed since, or gone. */
  readonly at: CellAddress | null;
}

/** Where everything that we wrote stands now. */
export interface Whereabouts {
  readonly located: readonly Located[];
  /** Our formulas that stand where we wrote none: rows and cells that a person copied. */
  readonly copies: readonly CellAddress[];
  /** The name that a sheet has now; undefined: nothing of ours is on it, and it is gone. */
  readonly sheetNow: (sheet: string) => string | undefined;
  /**
   * The cell where an entry that is not found would stand, moved as its neighbours were; null when nobody can say:
   * its row was deleted, or bears another name and holds nothing else of ours.
   */
  readonly placeOf: (touched: TouchedCell) => CellAddress | null;
}

/**
 * Finds each cell that we wrote: our formula, wherever its row, its column or its sheet was moved or renamed.
 * @param form the sheet where the form stands now
 */
export function locateTouched(
  snapshot: Snapshot,
  cells: readonly TouchedCell[],
  form: string | null,
): readonly Located[] {
  return lookForTouched(snapshot, cells, form).located;
}

export function lookForTouched(
  snapshot: Snapshot,
  cells: readonly TouchedCell[],
  form: string | null,
): Whereabouts {
  const rowNames = createRowNames();
  const homes = homesOf(snapshot, cells, form, rowNames);
  const sheetNow = (sheet: string): string | undefined => homes.get(sheet);
  const index = contentIndex(snapshot, cells, new Set(homes.values()));
  const found = new Map<TouchedCell, CellAddress>();
  const taken = new Set<string>();
  const take = (touched: TouchedCell, at: CellAddress): void => {
    found.set(touched, at);
    taken.add(cellKey(at));
  };
  const free = ({ at }: Indexed): boolean => !taken.has(cellKey(at));
  const moved = (): readonly MovedCell[] => Array.from(found, ([{ at: from }, to]) => ({ from, to }));
  const standing = ({ ours, at }: TouchedCell): readonly Indexed[] =>
    index.get(`${homes.get(at.sheet) ?? ""}\n${contentKey(ours)}`) ?? none;

  // As many in rows of that name as there were: they are these, in their order.
  const named = namedCandidates(rowNames, standing);
  const columns = constantColumns(cells, named);
  for (const alike of alikeIn(cells)) {
    const [first] = alike;
    const column = besides.has(first.role) ? first.at.column : columns.get(columnKey(first));
    const candidates = named(first).filter((one) => free(one) && (column ?? one.at.column) === one.at.column);
    if (candidates.length !== alike.length) continue;
    for (const [order, touched] of alike.entries()) {
      const at = candidates[order]?.at;
      if (at !== undefined) take(touched, at);
    }
  }
  // Where its neighbours moved to.
  const moves = createMoves(moved(), sheetNow);
  for (const touched of downwards(cells.filter((one) => !found.has(one)))) {
    const place = moves.predicted(touched.at);
    const there = standing(touched).find((one) => place !== null && cellKey(one.at) === cellKey(place));
    if (there !== undefined && free(there)) take(touched, there.at);
  }
  // Its row bears another name now, and was moved.
  const names = new Set(cells.flatMap(({ name }) => (name === "" ? [] : bareName(name))));
  const unnamed = ({ sheet, at }: Indexed): boolean =>
    Array.from(rowNames(sheet, at.row)).every((name) => !names.has(name));
  const lost = cells.filter((one) => !found.has(one) && "formula" in one.ours);
  for (const alike of grouped(downwards(lost), entryKey).values()) {
    const candidates = standing(alike[0]).filter((one) => free(one) && unnamed(one));
    if (candidates.length !== alike.length) continue;
    for (const [order, touched] of alike.entries()) {
      const at = candidates[order]?.at;
      if (at !== undefined) take(touched, at);
    }
  }
  // Another formula of ours was put over it: pulled down, or pasted.
  const last = createMoves(moved(), sheetNow);
  const formulas = new Map(
    Array.from(index.values()).flatMap((all) =>
      all.flatMap((one) =>
        "formula" in one.content && free(one) ? [[cellKey(one.at), one.at] as const] : [],
      ),
    ),
  );
  for (const touched of cells.filter((one) => !found.has(one))) {
    const place = placeOf(snapshot, touched, last, rowNames);
    if (place === null || !formulas.delete(cellKey(place))) continue;
    take(touched, place);
  }
  return {
    located: cells.map((touched) => ({ touched, at: found.get(touched) ?? null })),
    copies: Array.from(formulas.values()),
    sheetNow,
    placeOf: (touched) => placeOf(snapshot, touched, last, rowNames),
  };
}

const none: readonly Indexed[] = [];

/** Written sheet → its name now. The working paper holds hardly a formula: it is known by its titles. */
function homesOf(
  snapshot: Snapshot,
  cells: readonly TouchedCell[],
  form: string | null,
  rowNames: RowNames,
): ReadonlyMap<string, string> {
  const written = Array.from(
    grouped(cells, ({ at }) => at.sheet),
    ([sheet, all]) => {
      const formulas = all.flatMap(({ ours, name }) =>
        "formula" in ours ? [{ formula: ours.formula, name: bareName(name) }] : [],
      );
      return [sheet, { sheet, formulas }] as const;
    },
  );
  const homes = new Map(sheetHomes(snapshot.sheets, new Map(written), rowNames));
  const own = formIn(cells);
  if (own !== undefined && form !== null) homes.set(own, form);
  const homeless = cells.filter(({ role, at }) => role === "fact" && !homes.has(at.sheet));
  const paper = homeless.length === 0 ? undefined : paperOf(snapshot, form)?.sheet.name;
  if (paper !== undefined) for (const { at } of homeless) homes.set(at.sheet, paper);
  return homes;
}

/** Where the form stood when it was scored: where there are results, and no 完成率 of an annex. */
function formIn(cells: readonly TouchedCell[]): string | undefined {
  const annexes = new Set(cells.flatMap(({ role, at }) => (role === "rate" ? [at.sheet] : [])));
  const ofForm: ReadonlySet<string> = new Set(["score", "total", ...besides]);
  return cells.find(({ role, at }) => ofForm.has(role) && !annexes.has(at.sheet))?.at.sheet;
}

/** What holds the content of an entry in a row with its name; thousands of rows of an annex hold the same. */
function namedCandidates(
  rowNames: RowNames,
  standing: (touched: TouchedCell) => readonly Indexed[],
): (touched: TouchedCell) => readonly Indexed[] {
  const byName = new Map<readonly Indexed[], ReadonlyMap<string, readonly Indexed[]>>();
  return (touched) => {
    const all = standing(touched);
    let names = byName.get(all);
    if (names === undefined) {
      const pairs = all.flatMap((one) =>
        Array.from(rowNames(one.sheet, one.at.row), (name) => ({ name, one })),
      );
      const lists = grouped(pairs, ({ name }) => name);
      names = new Map(Array.from(lists, ([name, list]) => [name, list.map(({ one }) => one)] as const));
      byName.set(all, names);
    }
    return names.get(bareName(touched.name)) ?? [];
  };
}

/**
 * A number (转为数值) may stand in its row twice, as weight and as score: it counts in the column that holds most of
 * them, its own where two hold as many.
 */
function constantColumns(
  cells: readonly TouchedCell[],
  named: (touched: TouchedCell) => readonly Indexed[],
): ReadonlyMap<string, number> {
  const constants = cells.filter(({ ours, role }) => !("formula" in ours) && results.has(role));
  return new Map(
    Array.from(grouped(constants, columnKey), ([key, [first, ...more]]) => {
      const own = first.at.column;
      const counts = new Map([[own, 0.5]]);
      for (const touched of [first, ...more]) {
        for (const column of new Set(named(touched).map(({ at }) => at.column))) {
          counts.set(column, (counts.get(column) ?? 0) + 1);
        }
      }
      const [best = [own]] = Array.from(counts).sort((a, b) => b[1] - a[1]);
      return [key, best[0]] as const;
    }),
  );
}

const results: ReadonlySet<string> = new Set(["score", "rate", "total"]);

function columnKey({ ours, role, at }: TouchedCell): string {
  return "formula" in ours || !results.has(role) ? "" : `${at.sheet}\n${at.column}`;
}

function nameKey(one: TouchedCell): string {
  return `${entryKey(one)}\n${one.name}\n${besides.has(one.role) ? one.at.column : ""}`;
}

function entryKey({ at, ours }: TouchedCell): string {
  return `${at.sheet}\n${contentKey(ours)}`;
}

/** Values that are written beside the results: the same may stand in their row in another column. */
const besides: ReadonlySet<string> = new Set(["fund", "basis", "mend"]);

/** Entries of one sheet with the same content and name, from top to bottom; amounts of one line, which may be the same,
 * column by column. */
function alikeIn(cells: readonly TouchedCell[]): readonly (readonly [TouchedCell, ...TouchedCell[]])[] {
  return Array.from(grouped(downwards(cells), nameKey).values());
}

function downwards(cells: readonly TouchedCell[]): readonly TouchedCell[] {
  return [...cells].sort((a, b) => a.at.row - b.at.row);
}

function placeOf(
  snapshot: Snapshot,
  touched: TouchedCell,
  moves: Moves,
  rowNames: RowNames,
): CellAddress | null {
  const place = moves.predicted(touched.at);
  const sheet = place === null ? undefined : findSheet(snapshot, place.sheet);
  if (place === null || sheet === undefined) return null;
  const name = bareName(touched.name);
  const isNamed = (row: number): boolean => rowNames(sheet, row).has(name);
  if (moves.isSure(touched.at) || isNamed(place.row)) return place;
  const rows = name === "" ? [] : Array.from(sheet.rows.keys()).filter(isNamed);
  const [only] = rows.length === 1 ? rows : [];
  return only === undefined ? null : { ...place, row: only };
}
