import type { SheetSnapshot } from "../workbook/snapshot";
import type { HeaderBand } from "./findHeader";
import type { Form, FormRemark } from "./form";
import { headZone, tableEdges } from "./formArea";
import { doubtfulRemarks, hiddenRemarks } from "./formRemarks";
import { levelGroups } from "./levels";
import { readClosing } from "./readClosing";
import { readHead } from "./readHead";
import { readTable } from "./readTable";
import { viewSheet, type SheetView } from "./sheetView";

/** Reads the form that begins with the first of these headers; null when no indicator stands below it. */
export function readSheetForm(sheet: SheetSnapshot, bands: readonly HeaderBand[]): Form | null {
  const view = viewSheet(sheet);
  const [found] = bands;
  if (found === undefined) return null;
  const header = { ...found, bottom: mergedBottom(view, found) };
  const { columns, top } = header;
  const edges = tableEdges(view, header);
  const table = readTable(view, [header, ...bands.slice(1)], edges.left);
  if (table.rows.length === 0) return null;
  const closing = readClosing(view, columns, table, edges);
  const zone = headZone(view, header, edges);
  const indicators = table.rows.map((row) => row.indicator);
  const { groups, remarks } = levelGroups(table.rows);
  return {
    sheet: sheet.name,
    headerRow: top,
    columns,
    head: readHead(view, zone),
    indicators,
    groups,
    total: closing.total,
    grade: closing.grade,
    area: { ...edges, top: zone.top, bottom: closing.lastRow },
    remarks: [
      ...doubtfulRemarks(sheet, columns, top, header.doubtful),
      ...table.remarks,
      ...remarks,
      ...hiddenRemarks(sheet, columns, top, indicators),
      ...secondForm(sheet, columns.name, table.nextHeader),
    ],
  };
}

/** A header of two rows whose upper row says it all: its cells are merged downwards. */
function mergedBottom(view: SheetView, band: HeaderBand): number {
  const { name, weight, standard, selfScore } = band.columns;
  return Math.max(
    band.bottom,
    ...[name, weight, standard ?? name, selfScore].map(
      (column) => view.cell(band.bottom, column).area.bottom,
    ),
  );
}

function secondForm(sheet: SheetSnapshot, column: number, row: number | null): readonly FormRemark[] {
  if (row === null) return [];
  const at = { sheet: sheet.name, row, column };
  return [{ at, text: `第${row}行起还有一张同样的表，只读取了前面的一张。` }];
}
