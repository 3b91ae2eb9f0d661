import type { HeaderBand } from "./findHeader";
import { fundHeader } from "./fundHeader";
import { fundBottom } from "./readFund";
import { isLineOfRowAbove } from "./leftovers";
import { rowLabel } from "./rowLabels";
import { standsUnderOwnLabel } from "./ruleTexts";
import type { SheetView, ViewCell } from "./sheetView";

/** The table, around which other texts stand. */
export interface TablePlaces {
  readonly header: HeaderBand;
  readonly edges: { readonly left: number; readonly right: number };
  /** Of the indicators. */
  readonly rows: readonly number[];
  readonly totalRow: number | null;
}

/** A text outside the table. */
interface AroundCell extends ViewCell {
  /** Between the first indicator and the last. */
  readonly isBetween: boolean;
  /** The department tells of itself there: 年度绩效目标, 自评结论, 项目概况. */
  readonly isOwnWords: boolean;
}

/** Every text of the sheet that stands in no row and under no title of the table: what nobody else reads. */
export function textsAround(view: SheetView, places: TablePlaces): readonly AroundCell[] {
  const { header, edges, rows, totalRow } = places;
  const own = new Set(rows);
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  const isTaken = (row: number, column: number): boolean => {
    if (own.has(row)) return column >= edges.left;
    // What goes on below the last row where no total ends the table.
    if (totalRow === null && row > last && row <= last + mostBelow && column === header.columns.standard)
      return isLineOfRowAbove(view, header, row);
    if (row === totalRow || (row >= header.top && row <= header.bottom)) return true;
    return row > first && row < (totalRow ?? last) && isLineOfRowAbove(view, header, row);
  };
  const money = moneyColumns(view);
  const found: AroundCell[] = [];
  for (const [row, cells] of view.sheet.rows) {
    const points = row > last && isOfExtraPoints(view, row, places);
    for (const column of cells.keys()) {
      const cell = view.own(row, column);
      const isHere = cell.text !== "" && cell.at.row === row && cell.at.column === column;
      if (!isHere || typeof cell.value !== "string" || points || isTaken(row, column)) continue;
      if (column >= (money.get(row) ?? Infinity)) continue;
      found.push({
        ...cell,
        isBetween: row > first && row < last,
        isOwnWords: standsUnderOwnLabel(view, cell, edges.left),
      });
    }
  }
  return found;
}

const mostBelow = 4;

/** The rows of the block of money, with the first column of its amounts: what stands there is read as such. */
function moneyColumns(view: SheetView): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const top of view.sheet.rows.keys()) {
    const header = found.has(top) ? null : fundHeader(view, top);
    const bottom = header === null ? null : fundBottom(view, top);
    for (let row = top; header !== null && row <= (bottom ?? top); row += 1) found.set(row, header.first);
  }
  return found;
}

/** 加分项 and further rows with points below the total are announced on their own. */
function isOfExtraPoints(view: SheetView, row: number, { edges, header }: TablePlaces): boolean {
  const { text } = view.cell(row, edges.left);
  const { weight } = header.columns;
  if (weight !== null && /^\d{1,3}(?:\.\d+)?分?$/u.test(view.own(row, weight).text)) return true;
  return /^[加扣减]分(?:项|因素|事项|情况)?/u.test(text) && rowLabel(text) === null;
}
