import type { CellAddress } from "../workbook/cell";
import { grouped } from "../workbook/grouped";

/** A cell that was found again. */
export interface MovedCell {
  readonly from: CellAddress;
  readonly to: CellAddress;
}

/** Where cells went that are not found themselves, by those that are. */
export interface Moves {
  /** As its nearest neighbours moved; null: its sheet is gone. */
  readonly predicted: (from: CellAddress) => CellAddress | null;
  /** Another cell of its row was found. */
  readonly isSure: (from: CellAddress) => boolean;
}

export function createMoves(
  moved: readonly MovedCell[],
  sheetNow: (sheet: string) => string | undefined,
): Moves {
  const bySheet = new Map(
    Array.from(
      grouped(moved, ({ from }) => from.sheet),
      ([sheet, cells]) => [
        sheet,
        {
          rows: shifts(cells.map(({ from, to }) => [from.row, to.row])),
          columns: shifts(cells.map(({ from, to }) => [from.column, to.column])),
        },
      ],
    ),
  );
  return {
    predicted: ({ sheet, row, column }) => {
      const name = sheetNow(sheet);
      if (name === undefined) return null;
      const now = (at: number, known: readonly Shift[] = []): number =>
        Math.max(1, at + (nearest(known, at)?.by ?? 0));
      const here = bySheet.get(sheet);
      return { sheet: name, row: now(row, here?.rows), column: now(column, here?.columns) };
    },
    isSure: ({ sheet, row }) => {
      const rows = bySheet.get(sheet)?.rows ?? [];
      return rows[upTo(rows, row) - 1]?.at === row;
    },
  };
}

/** How far a row or a column moved. */
interface Shift {
  readonly at: number;
  readonly by: number;
}

/** One for each row or column, as most of its cells moved, in ascending order. */
function shifts(pairs: readonly (readonly [from: number, to: number])[]): readonly Shift[] {
  return Array.from(
    grouped(pairs, ([from]) => from),
    ([at, all]) => {
      const [most = []] = Array.from(grouped(all, ([, to]) => to).values()).sort(
        (a, b) => b.length - a.length,
      );
      return { at, by: (most[0]?.[1] ?? at) - at };
    },
  ).sort((one, other) => one.at - other.at);
}

/** How many of them are not beyond a place. */
function upTo(known: readonly Shift[], place: number): number {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearest(known: readonly Shift[], place: number): Shift | undefined {
  const count = upTo(known, place);
  const [before, after] = [known[count - 1], known[count]];
  if (before === undefined || after === undefined) return before ?? after;
  return after.at - place < place - before.at ? after : before;
}
