import { foreignCells, formulaShape, sheetsNamedIn } from "./formulaShape";
import type { SheetSnapshot } from "./snapshot";

/** Formulas that we wrote on one sheet, under the name that it had then. */
export interface WrittenSheet {
  readonly sheet: string;
  /** Each with the name that its row is known by; "" where rows have none. */
  readonly formulas: readonly { readonly formula: string; readonly name: string }[];
}

/** The names that a row is known by; "" is always one. */
type NamesAt = (sheet: SheetSnapshot, row: number) => Iterable<string>;

/**
 * Where what we wrote on each sheet stands now: under its old name where most of it is still there, else on the sheet
 * that holds most of it. So sheets that were renamed, or that swapped their names, keep what is theirs, and a copy takes
 * nothing from its original. No sheet twice; absent: on none.
 */
export function sheetHomes<Key>(
  sheets: readonly SheetSnapshot[],
  written: ReadonlyMap<Key, WrittenSheet>,
  namesAt: NamesAt = () => [""],
): ReadonlyMap<Key, string> {
  const homes = new Map<Key, string>();
  const known = tellingNames(sheets, Array.from(written.values()));
  const taken = new Set<string>();
  const settle = (key: Key, name: string): void => {
    if (homes.has(key) || taken.has(name)) return;
    homes.set(key, name);
    taken.add(name);
  };
  for (const [key, one] of written) {
    const own = sheets.find(({ name }) => name === one.sheet);
    if (own !== undefined && standsOn(own, one, known, namesAt)) settle(key, own.name);
  }
  if (homes.size === written.size) return homes;
  const pairs = sheets
    .filter(({ name }) => !taken.has(name))
    .flatMap((sheet) => {
      const counts = Array.from(written, ([key, one]) => ({
        key,
        one,
        ...countIn(sheet, one, known, namesAt),
      }));
      // A copy of a sheet of somebody else is nobody's.
      const most = Math.max(...counts.map(({ same }) => same));
      return counts
        .filter(({ same, alike }) => same === most && same + alike > 0)
        .map(({ key, one, same, alike }) => {
          // Its old name tells between two that are much alike.
          const points = (same * 100 + alike) * (sheet.name === one.sheet ? 2 : 1);
          return { key, name: sheet.name, points };
        });
    });
  for (const { key, name } of [...pairs].sort((a, b) => b.points - a.points)) settle(key, name);
  for (const [key, { sheet }] of written) {
    if (sheets.some(({ name }) => name === sheet)) settle(key, sheet);
  }
  return homes;
}

/** Names by which formulas of sheets alike are told apart: sheets that they looked at and that are still called so. */
export function tellingNames(
  sheets: readonly SheetSnapshot[],
  written: readonly WrittenSheet[],
): ReadonlySet<string> {
  const named = written.flatMap(({ formulas }) =>
    formulas.flatMap(({ formula }) => Array.from(sheetsNamedIn(formula))),
  );
  const present = new Set(sheets.map(({ name }) => name));
  return new Set(named.filter((name) => present.has(name)));
}

/** Whether most of it stands on a sheet. */
export function standsOn(
  sheet: SheetSnapshot,
  written: WrittenSheet,
  known: ReadonlySet<string>,
  namesAt: NamesAt = () => [""],
): boolean {
  return countIn(sheet, written, known, namesAt).same * 2 > telling(written).length;
}

/** What looks at cells of its own sheet alone stands on every copy: the others tell, where there are any. */
function telling({ formulas }: WrittenSheet): WrittenSheet["formulas"] {
  const abroad = formulas.filter(({ formula }) => sheetsNamedIn(formula).size > 0);
  return abroad.length > 0 ? abroad : formulas;
}

/** How many of the formulas stand on a sheet: looking at the very cells of other sheets, or only of the same shape. */
function countIn(
  sheet: SheetSnapshot,
  written: WrittenSheet,
  known: ReadonlySet<string>,
  namesAt: NamesAt,
): { readonly same: number; readonly alike: number } {
  const shapes = new Set<string>();
  const wanted = new Map<string, number>();
  for (const { formula, name } of telling(written)) {
    const shape = formulaShape(formula);
    shapes.add(shape);
    const key = `${foreignCells(formula, known)}\n${name}\n${shape}`;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  let same = 0;
  let alike = 0;
  if (shapes.size === 0) return { same, alike };
  for (const [row, line] of sheet.rows) {
    for (const { formula } of line.values()) {
      if (formula === undefined) continue;
      const shape = formulaShape(formula);
      if (!shapes.has(shape)) continue;
      alike += 1;
      const cells = foreignCells(formula, known);
      for (const name of namesAt(sheet, row)) {
        const key = `${cells}\n${name}\n${shape}`;
        const left = wanted.get(key) ?? 0;
        if (left === 0) continue;
        same += 1;
        wanted.set(key, left - 1);
        break;
      }
    }
  }
  return { same, alike };
}
