import type { Area } from "../../workbook/cell";

interface Place {
  readonly row: number;
  readonly column: number;
}

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
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const runs: Block<T>[] = [];
  for (const cell of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.area.top === cell.row && last.area.right + 1 === cell.column) {
      runs[runs.length - 1] = {
        area: { ...last.area, right: cell.column },
        cells: [...last.cells, cell],
      };
    } else {
      const area = { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
      runs.push({ area, cells: [cell] });
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
  const area = {
    top: Math.min(a.area.top, b.area.top),
    left: Math.min(a.area.left, b.area.left),
    bottom: Math.max(a.area.bottom, b.area.bottom),
    right: Math.max(a.area.right, b.area.right),
  };
  const wanted = a.cells.length + b.cells.length;
  return areaSize(area) <= Math.max(64, wanted * 4) ? { area, cells: [...a.cells, ...b.cells] } : null;
}
