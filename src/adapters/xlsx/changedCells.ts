import type { Area, CellAddress } from "../../workbook/cell";

/** A growing set of cells that can say quickly whether an area holds one of them. */
interface ChangedCells {
  readonly add: (at: CellAddress) => void;
  readonly has: (at: CellAddress) => boolean;
  readonly touches: (sheet: string, area: Area) => boolean;
}

export function changedCells(): ChangedCells {
  const sheets = new Map<string, Map<number, Set<number>>>();
  const columnsOf = (sheet: string): Map<number, Set<number>> | undefined => sheets.get(sheet.toLowerCase());
  return {
    add: ({ sheet, row, column }) => {
      const columns = columnsOf(sheet) ?? new Map<number, Set<number>>();
      const rows = columns.get(column) ?? new Set<number>();
      sheets.set(sheet.toLowerCase(), columns.set(column, rows.add(row)));
    },
    has: ({ sheet, row, column }) => columnsOf(sheet)?.get(column)?.has(row) ?? false,
    touches: (sheet, area) => {
      for (const [column, rows] of columnsOf(sheet) ?? []) {
        if (column < area.left || column > area.right) continue;
        if (holdsRow(rows, area)) return true;
      }
      return false;
    },
  };
}

/** Whichever is shorter is walked: the rows of the area or those of the set. */
function holdsRow(rows: ReadonlySet<number>, area: Area): boolean {
  if (area.bottom - area.top < rows.size) {
    for (let row = area.top; row <= area.bottom; row++) if (rows.has(row)) return true;
    return false;
  }
  for (const row of rows) if (row >= area.top && row <= area.bottom) return true;
  return false;
}
