import type { Area } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import { findSheet, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import type { ReasonColumn, TablePlace } from "./reasonColumn";
import type { ColumnRecord, PrintAreaRecord, RestoreRecord } from "./restoreRecord";

/** Columns of ours beside one table. */
export interface OwnColumns {
  readonly place: TablePlace;
  /** Whose entries they are in the record. */
  readonly of: "form" | "annex";
  readonly columns: readonly { readonly column: ReasonColumn; readonly width: number }[];
}

interface PlannedColumns extends Pick<
  RestoreRecord,
  "column" | "printArea" | "annexColumns" | "annexPrintAreas"
> {
  readonly edits: readonly Edit[];
}

/** The widths of new columns, and on each sheet a print area that leaves them out where none was set. */
export function planColumns(
  snapshot: Snapshot,
  tables: readonly OwnColumns[],
  record: RestoreRecord,
  recordLost = false,
): PlannedColumns {
  const edits: Edit[] = [];
  let { column, printArea } = record;
  const annexColumns = [...record.annexColumns];
  const annexPrintAreas = [...record.annexPrintAreas];
  const wide = new Set<string>();
  const printed = new Set<string>();
  for (const { place, of, columns } of tables) {
    const sheet = findSheet(snapshot, place.sheet);
    if (sheet === undefined || columns.length === 0) continue;
    const remember = (entry: ColumnRecord): void => {
      if (of === "form") column = entry;
      else annexColumns.push(entry);
    };
    for (const { column: own, width } of columns) {
      const at = { sheet: place.sheet, column: own.column };
      const before = sheet.columnWidths.get(own.column) ?? null;
      if (own.exists) {
        // A column of ours that nobody has widened had no width of its own before.
        if (recordLost && before === width) remember({ ...at, before: null, ours: width });
        else if (of === "form" && column !== null) column = { ...column, ...at };
        continue;
      }
      const key = `${place.sheet}\n${own.column}`;
      if (wide.has(key)) continue;
      wide.add(key);
      edits.push({ kind: "columnWidth", ...at, width });
      remember({ ...at, before, ours: width });
    }
    if (sheet.printArea !== null || printed.has(place.sheet)) continue;
    printed.add(place.sheet);
    const ours = of === "form" ? place.area : printedArea(sheet, place, columns);
    edits.push({ kind: "printArea", sheet: place.sheet, areas: [ours] });
    const entry: PrintAreaRecord = { sheet: place.sheet, ours };
    if (of === "form") printArea = entry;
    else annexPrintAreas.push(entry);
  }
  return { edits, column, printArea, annexColumns, annexPrintAreas };
}

/** Everything on the sheet of an annex to the left of our columns. */
function printedArea(sheet: SheetSnapshot, { area }: TablePlace, columns: OwnColumns["columns"]): Area {
  const first = Math.min(...columns.map(({ column }) => column.column));
  let { top, left, bottom, right } = area;
  for (const [row, cells] of sheet.rows) {
    for (const column of cells.keys()) {
      if (column >= first) continue;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return { top, left, bottom, right: Math.min(right, first - 1) };
}
