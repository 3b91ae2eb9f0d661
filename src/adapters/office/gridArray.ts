import type { Area } from "../../workbook/cell";
import type { Block } from "./cellBlocks";

/** The array that Excel takes for a block: the wanted contents, and null, "leave as it is", between them. */
export function gridArray<T extends { readonly row: number; readonly column: number }, V>(
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
