import type { Place } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import { formatCell } from "./formatCell";
import { entryText } from "./readEntry";

interface Found {
  /** Cells in sight, row by row. */
  readonly places: readonly Place[];
  /** How many more stand in hidden rows and columns. */
  readonly hidden: number;
}

/** The cells whose words, as shown or as typed, hold a text; case, width of the letters and white space do not matter. */
export function findCells(sheet: SheetSnapshot, wanted: string): Found {
  const needle = plain(wanted);
  const places: Place[] = [];
  let hidden = 0;
  if (needle === "") return { places, hidden };
  for (const [row, cells] of sheet.rows) {
    for (const [column, cell] of cells) {
      const texts = [formatCell(cell.value, cell.format), entryText(cell)];
      if (!texts.some((text) => plain(text).includes(needle))) continue;
      if (sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column)) hidden += 1;
      else places.push({ row, column });
    }
  }
  return { places, hidden };
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}
