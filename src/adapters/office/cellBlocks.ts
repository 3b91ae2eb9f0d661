import { areaOf, around, type Area, type Place } from "../../workbook/cell";

/** A rectangle to be read or written as one array, with the cells in it that are meant. */
export interface Block<T extends Place> {
  readonly area: Area;
  readonly cells: readonly T[];
}

/** Rectangles that together hold every cell. `exact`: nothing but the cells, as a protected sheet needs; otherwise
 * near ones are put together and the cells between stay out by a null in the array. Each place only once. */
export function cellBlocks<T extends Place>(cells: readonly T[], exact: boolean): readonly Block<T>[] {
  const blocks: Block<T>[] = [];
  for (const run of stacked(rowRuns(cells))) {
    const last = blocks.at(-1);
    const joined = last === undefined || exact ? null : joinedIfDense(last, run);
    if (joined === null) blocks.push(run);
    else blocks[blocks.length - 1] = joined;
  }
  return blocks;
}

export function areaSize(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** Cells side by side in one row. */
function rowRuns<T extends Place>(cells: readonly T[]): readonly Block<T>[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Block<T>[] = [];
  for (const cell of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.area.top === cell.row && last.area.right + 1 === cell.column) {
      runs[runs.length - 1] = { area: { ...last.area, right: cell.column }, cells: [...last.cells, cell] };
    } else {
      runs.push({ area: areaOf(cell), cells: [cell] });
    }
  }
  return runs;
}

/** Runs of the same columns in rows that follow each other become one rectangle. */
function stacked<T extends Place>(runs: readonly Block<T>[]): readonly Block<T>[] {
  const open = new Map<string, { area: Area; readonly cells: T[] }>();
  const done: { area: Area; readonly cells: T[] }[] = [];
  for (const run of runs) {
    const key = `${run.area.left}:${run.area.right}`;
    const above = open.get(key);
    if (above !== undefined && above.area.bottom + 1 === run.area.top) {
      above.area = { ...above.area, bottom: run.area.bottom };
      above.cells.push(...run.cells);
    } else {
      const block = { area: run.area, cells: [...run.cells] };
      open.set(key, block);
      done.push(block);
    }
  }
  return done;
}

function joinedIfDense<T extends Place>(a: Block<T>, b: Block<T>): Block<T> | null {
  const area = around(a.area, b.area);
  const wanted = a.cells.length + b.cells.length;
  return areaSize(area) <= Math.max(64, wanted * 4) ? { area, cells: [...a.cells, ...b.cells] } : null;
}

/** The array that Excel takes for a block: the wanted contents, and null, "leave as it is", between them. */
export function gridArray<T extends Place, V>(
  block: Block<T>,
  content: (cell: T) => V | null,
): (V | null)[][] {
  const { area } = block;
  const rows = Array.from({ length: area.bottom - area.top + 1 }, () =>
    Array.from({ length: area.right - area.left + 1 }, (): V | null => null),
  );
  for (const cell of block.cells) {
    const line = rows[cell.row - area.top];
    if (line !== undefined) line[cell.column - area.left] = content(cell);
  }
  return rows;
}

/** Zero-based start and size, as getRangeByIndexes takes them. */
export function indexesOf(area: Area): readonly [number, number, number, number] {
  return [area.top - 1, area.left - 1, area.bottom - area.top + 1, area.right - area.left + 1];
}

/** Most of a sheet that is looked at to find out what it is: rows and columns. */
export const headSize = { rows: 100, columns: 30 };

/** The upper left part of an area. */
export function headOf(area: Area, { rows, columns }: typeof headSize): Area {
  return {
    ...area,
    bottom: Math.min(area.bottom, area.top + rows - 1),
    right: Math.min(area.right, area.left + columns - 1),
  };
}
