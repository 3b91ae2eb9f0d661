import ExcelJS from "exceljs";
import { parseArea } from "../../src/workbook/cell";
import type { CellSnapshot, CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";

/** A workbook file as a snapshot, read by a library that is not ours. */
export async function sampleSnapshot(file: string): Promise<Snapshot> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return { sheets: workbook.worksheets.map(sheetSnapshot), records: new Map() };
}

function sheetSnapshot(sheet: ExcelJS.Worksheet): SheetSnapshot {
  const merges = (sheet.model as unknown as { merges: string[] }).merges.flatMap(
    (area) => parseArea(area) ?? [],
  );
  const rows = new Map<number, Map<number, CellSnapshot>>();
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const value = plain(cell.value);
      if (value === null || cell.master.address !== cell.address) return;
      const cells = rows.get(Number(cell.row)) ?? new Map<number, CellSnapshot>();
      cells.set(Number(cell.col), { value, ...(cell.numFmt ? { format: cell.numFmt } : {}) });
      rows.set(Number(cell.row), cells);
    });
  });
  return {
    name: sheet.name,
    visibility: sheet.state,
    rows,
    merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    printArea: null,
    conditionalFormats: [],
  };
}

function plain(value: ExcelJS.CellValue): CellValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  return typeof value === "object" && "richText" in value
    ? value.richText.map((run) => run.text).join("")
    : null;
}
