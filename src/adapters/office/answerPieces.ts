import type { Area } from "../../workbook/cell";
import type { CellSnapshot } from "../../workbook/snapshot";
import type { KeptSheet } from "./readMemory";

/** Values, formula and number format of a cell without any, and its share of what is told of its row. */
const blankBytes = 40;

/** Rows of a sheet that are asked for again, cut so that no answer gets larger than this, by what stood there. */
export function answerPieces(
  { used, snapshot }: KeptSheet,
  mostBytes: number,
): readonly { readonly area: Area; readonly bytes: number }[] {
  if (used === null) return [];
  const pieces: { area: Area; bytes: number }[] = [];
  for (let row = used.top; row <= used.bottom; row += 1) {
    const cells = Array.from(snapshot.rows.get(row)?.values() ?? []);
    const bytes = cells.reduce(
      (sum, cell) => sum + cellBytes(cell),
      blankBytes * (used.right - used.left + 2),
    );
    const last = pieces.at(-1);
    if (last === undefined || last.bytes + bytes > mostBytes) {
      pieces.push({ area: { ...used, top: row, bottom: row }, bytes });
    } else {
      pieces[pieces.length - 1] = { area: { ...last.area, bottom: row }, bytes: last.bytes + bytes };
    }
  }
  return pieces;
}

/** About the bytes of all of them. */
export function answerBytes(sheet: KeptSheet): number {
  return answerPieces(sheet, Infinity).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Chinese letters take three; a constant stands in both values and formulas. */
function cellBytes({ value, formula, format }: CellSnapshot): number {
  const letters = [value, formula ?? value, format].map((one) => (typeof one === "string" ? one.length : 20));
  return letters.reduce((sum, one) => sum + 3 * one, 0);
}
