import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import { fundHeader } from "./fundHeader";
import { fundBottom } from "./readFund";
import { isLineOfRowAbove } from "./leftovers";
import { rowLabel } from "./rowLabels";
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
export interface AroundCell extends ViewCell {
  /** Between the first indicator and the last. */
  readonly isBetween: boolean;
}

/** Every text of the sheet that stands in no row and under no title of the table: what nobody else reads. */
export function textsAround(view: SheetView, places: TablePlaces): readonly AroundCell[] {
  const { header, edges, rows, totalRow } = places;
  const own = new Set(rows);
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  // What goes on below the last row where no total ends the table.
  const end = totalRow ?? last + mostBelow + 1;
  /** From which column on the row is the table's; Infinity: none of it. */
  const takenFrom = (row: number): number => {
    if (own.has(row)) return edges.left;
    if (row === totalRow || (row >= header.top && row <= header.bottom)) return 1;
    if (row <= first || row >= end || !isLineOfRowAbove(view, header, row)) return Infinity;
    return row < last || totalRow !== null ? 1 : (header.columns.standard ?? Infinity);
  };
  const money = moneyColumns(view, own);
  const ours = oursIn(view, header);
  const found: AroundCell[] = [];
  for (const [row, cells] of view.sheet.rows) {
    if (row > last && isOfExtraPoints(view, row, places)) continue;
    const from = Math.min(takenFrom(row), money.get(row) ?? Infinity);
    for (const [column, { value }] of cells) {
      const isTable = column >= from && column <= edges.right;
      if (isTable || ours.has(column) || typeof value !== "string" || value.trim() === "") continue;
      const cell = view.own(row, column);
      const isHere = cell.text !== "" && cell.at.row === row && cell.at.column === column;
      if (isHere) found.push({ ...cell, isBetween: row > first && row < last });
    }
  }
  return found;
}

const mostBelow = 4;

/** Columns of ours, 扣分说明 and the like. */
function oursIn(view: SheetView, { top, bottom }: HeaderBand): ReadonlySet<number> {
  const found = new Set<number>();
  for (let row = top; row <= bottom; row += 1) {
    for (const [column, { value }] of view.sheet.rows.get(row) ?? []) {
      if (typeof value === "string" && classifyTitle(value)?.kind === "ours") found.add(column);
    }
  }
  return found;
}

/** The rows of the block of money, with the first column of its amounts: what stands there is read as such. */
function moneyColumns(view: SheetView, own: ReadonlySet<number>): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [top, cells] of view.sheet.rows) {
    const isTitled = Array.from(cells.values()).some(
      ({ value }) => typeof value === "string" && value.length < 40 && /执行|支出|使用|支付/u.test(value),
    );
    const header = found.has(top) || own.has(top) || !isTitled ? null : fundHeader(view, top);
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
