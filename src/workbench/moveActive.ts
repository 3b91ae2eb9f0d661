import type { CellAddress } from "../workbook/cell";
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

/** The cell that a key leads to: hidden rows and columns are passed over, a merged area counts as one cell. */
export function moveActive(
  layout: SheetLayout,
  active: CellAddress,
  key: string,
  control: boolean,
): CellAddress | null {
  if (key === "Home" || key === "End") {
    const column = key === "Home" ? layout.columns[0] : layout.columns.at(-1);
    const row = control ? (key === "Home" ? layout.rows[0] : layout.rows.at(-1)) : active.row;
    return anchored(layout, { ...active, row: row ?? active.row, column: column ?? active.column });
  }
  const step = steps[key];
  if (step === undefined) return null;
  const [down, right] = step;
  const area = layout.mergeAt(active.row, active.column);
  const row = down > 0 ? (area?.bottom ?? active.row) : (area?.top ?? active.row);
  const column = right > 0 ? (area?.right ?? active.column) : (area?.left ?? active.column);
  return anchored(layout, {
    ...active,
    row: down === 0 ? active.row : stepped(layout.rows, row, down),
    column: right === 0 ? active.column : stepped(layout.columns, column, right),
  });
}

/** A merged area is entered at its first cell. */
function anchored(layout: SheetLayout, at: CellAddress): CellAddress {
  const area = layout.mergeAt(at.row, at.column);
  return area === null ? at : { ...at, row: area.top, column: area.left };
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
