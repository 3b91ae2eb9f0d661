import { a1, parseArea, type Area } from "../../src/workbook/cell";
import type {
  CellSnapshot,
  CellValue,
  RecordKey,
  SheetSnapshot,
  Snapshot,
} from "../../src/workbook/snapshot";

export interface GridOptions {
  readonly name?: string;
  /** "A1:B2" */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Number formats by cell: { F5: "0.00" }. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Where the first cell of the grid stands; 1 and 1 unless told. */
  readonly top?: number;
  readonly left?: number;
}

/** A sheet as a reader sees it: rows of values, null for blank; a text that starts with "=" is a formula. */
export function gridSheet(grid: readonly (readonly CellValue[])[], options: GridOptions = {}): SheetSnapshot {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  grid.forEach((line, y) => {
    const cells = new Map<number, CellSnapshot>();
    line.forEach((value, x) => {
      if (value === null) return;
      const formula = typeof value === "string" && value.startsWith("=");
      const [row, column] = [(options.top ?? 1) + y, (options.left ?? 1) + x];
      const format = options.formats?.[a1({ row, column })];
      const content = formula ? { value: null, formula: value } : { value };
      cells.set(column, format === undefined ? content : { ...content, format });
    });
    if (cells.size > 0) rows.set((options.top ?? 1) + y, cells);
  });
  return {
    name: options.name ?? "Sheet1",
    visibility: "visible",
    rows,
    merges: (options.merges ?? []).map(areaOf),
    hiddenRows: new Set(options.hiddenRows ?? []),
    hiddenColumns: new Set(options.hiddenColumns ?? []),
    columnWidths: new Map(),
    printArea: null,
    conditionalFormats: [],
  };
}

export function workbookOf(
  sheets: readonly SheetSnapshot[],
  records: ReadonlyMap<RecordKey, string> = new Map(),
): Snapshot {
  return { sheets, records };
}

function areaOf(text: string): Area {
  const area = parseArea(text);
  if (area === null) throw new Error(`not an area: ${text}`);
  return area;
}
