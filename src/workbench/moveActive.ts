import { areaOf, type Area, type CellAddress, type Place } from "../workbook/cell";
import { cellAt, usedSize, type SheetSnapshot } from "../workbook/snapshot";
import type { SheetLayout } from "./layOutSheet";

/** How far a key moves the active cell, or null when it does not move it. */
const steps: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
};

/** Where a key is pressed: with Ctrl an arrow goes to the edge of what is filled, Home and End to the first and last cell. */
export interface Ground {
  readonly sheet: SheetSnapshot;
  readonly layout: SheetLayout;
}

/** The cell that a key leads to: hidden rows and columns are passed over, a merged area counts as one cell. */
export function moveActive(
  ground: Ground,
  active: CellAddress,
  key: string,
  control: boolean,
): CellAddress | null {
  const to = placeAfter(ground, active, key, control);
  return to === null ? null : { sheet: active.sheet, ...anchored(ground.layout, to) };
}

/** The same without entering merged areas at their first cell: the far corner of a range moves so. */
export function placeAfter(ground: Ground, from: Place, key: string, control: boolean): Place | null {
  const { layout } = ground;
  const { row, column } = from;
  if (key === "Home") return { row: control ? (layout.rows[0] ?? 1) : row, column: layout.columns[0] ?? 1 };
  if (key === "End") return control ? lastUsed(ground) : { row, column: lastFilled(ground, row) };
  const step = steps[key];
  if (step === undefined) return null;
  const [down, right] = step;
  if (control && key.startsWith("Arrow")) return edgeFrom(ground, from, down, right);
  const area = layout.mergeAt(row, column) ?? areaOf(from);
  return {
    row: down === 0 ? row : stepped(layout.rows, down > 0 ? area.bottom : area.top, down),
    column: right === 0 ? column : stepped(layout.columns, right > 0 ? area.right : area.left, right),
  };
}

/** Excel's edges: the last filled cell of a run, else the next filled cell, else the end of the sheet. */
function edgeFrom(ground: Ground, from: Place, down: number, right: number): Place {
  const { layout } = ground;
  const next = (at: Place): Place | null => {
    const area = layout.mergeAt(at.row, at.column) ?? areaOf(at);
    const to = {
      row: down === 0 ? at.row : stepped(layout.rows, down > 0 ? area.bottom : area.top, down),
      column: right === 0 ? at.column : stepped(layout.columns, right > 0 ? area.right : area.left, right),
    };
    const stays = down === 0 ? isIn(area.left, to.column, area.right) : isIn(area.top, to.row, area.bottom);
    return stays ? null : to;
  };
  let at = from;
  let ahead = next(at);
  if (ahead === null) return from;
  const inRun = isFilled(ground, at) && isFilled(ground, ahead);
  while (ahead !== null) {
    if (inRun && !isFilled(ground, ahead)) return at;
    at = ahead;
    if (!inRun && isFilled(ground, at)) return at;
    ahead = next(at);
  }
  return at;
}

function isIn(low: number, number: number, high: number): boolean {
  return number >= low && number <= high;
}

/** A merged area is filled as a whole. */
function isFilled({ sheet, layout }: Ground, at: Place): boolean {
  const { row, column } = anchored(layout, at);
  const cell = cellAt(sheet, row, column);
  return cell?.formula !== undefined || (cell?.value ?? "") !== "";
}

function lastUsed({ sheet, layout }: Ground): Place {
  const used = usedSize(sheet);
  return {
    row: layout.rows[indexOf(layout.rows, used.rows)] ?? 1,
    column: layout.columns[indexOf(layout.columns, used.columns)] ?? 1,
  };
}

/** The last filled column of a row; of a blank one the last that is shown. */
function lastFilled(ground: Ground, row: number): number {
  const { columns } = ground.layout;
  const filled = columns.filter((column) => isFilled(ground, { row, column }));
  return filled.at(-1) ?? columns.at(-1) ?? 1;
}

/** A merged area is entered at its first cell. */
export function anchored(layout: SheetLayout, at: Place): Place {
  const area = layout.mergeAt(at.row, at.column);
  return area === null ? { row: at.row, column: at.column } : { row: area.top, column: area.left };
}

function stepped(numbers: readonly number[], from: number, by: number): number {
  const at = indexOf(numbers, from);
  return numbers[Math.max(0, Math.min(numbers.length - 1, at + by))] ?? from;
}

/** The place of a number in an ascending list, or of the one before it. */
export function indexOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The part of an ascending list that lies between two numbers, both included. */
export function between(numbers: readonly number[], low: number, high: number): readonly number[] {
  return numbers.filter((number) => isIn(low, number, high));
}

/** The whole of a sheet that holds anything; one cell for an empty one. */
export function usedArea(sheet: SheetSnapshot): Area {
  const { rows, columns } = usedSize(sheet);
  return { top: 1, left: 1, bottom: Math.max(1, rows), right: Math.max(1, columns) };
}
