import { areaA1, isWithin, type Area } from "../../workbook/cell";
import { readAreas } from "../xlsx/references";
import { answerPieces } from "./answerPieces";
import { bytesPerRequest, step, type Step } from "./bookSteps";
import { indexesOf } from "./cellBlocks";
import { charactersOf } from "./columnUnits";
import { isWhole } from "./readChanges";
import type { KeptSheet, ReadMemory } from "./readMemory";
import { isSameList } from "./readWorkbook";
import { recordPlaces, samePlaces } from "./recordParts";

interface Standing {
  /** Ask, in as many requests as the answers need. */
  readonly steps: readonly Step[];
  /** Whether it still stands. */
  readonly stands: (sheets: readonly Excel.Worksheet[], parts: readonly Excel.CustomXmlPart[]) => boolean;
}

/** Asks for what a plan rests on, as it was read: an event may have been lost, and layout changes without any. */
export function askStanding(
  context: Excel.RequestContext,
  kept: readonly KeptSheet[],
  records: ReadMemory["records"],
): Standing {
  const { worksheets, customXmlParts } = context.workbook;
  const asked = kept.filter(isWhole).map((sheet) => askSheet(worksheets.getItem(sheet.id), sheet));
  const xml = Array.from(records.values(), ({ partId }) => ({
    partId,
    text: customXmlParts.getItem(partId).getXml(),
  }));
  const stands: Standing["stands"] = (sheets, parts) => {
    const now = recordPlaces(xml);
    return (
      isSameList(kept, sheets) &&
      samePlaces(
        { records },
        parts.map(({ id }) => id),
      ) &&
      Array.from(records).every(([key, { json }]) => now.get(key)?.json === json) &&
      asked.every(sheetStands)
    );
  };
  return { steps: asked.flatMap(({ steps }) => steps), stands };
}

type AskedSheet = ReturnType<typeof askSheet>;

interface AskedBand {
  readonly top: number;
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
}

function askSheet(proxy: Excel.Worksheet, sheet: KeptSheet) {
  const { used } = sheet;
  const range = used === null ? null : proxy.getRangeByIndexes(...indexesOf(used));
  const bands: AskedBand[] = [];
  return {
    sheet,
    bands,
    steps: answerPieces(sheet, bytesPerRequest).map(({ area, bytes }) =>
      step(bytes, () => {
        const band = proxy.getRangeByIndexes(...indexesOf(area));
        const rows = band.getRowProperties({ rowHidden: true });
        bands.push({ top: area.top, range: band.load("values,numberFormat"), rows });
      }),
    ),
    proxy: proxy.load("standardWidth"),
    filled: proxy.getUsedRangeOrNullObject(true).load("address"),
    print: proxy.pageLayout.getPrintAreaOrNullObject().load("address"),
    farColumn: proxy.getRange("XFD1").load("format/columnWidth"),
    merges: askMerges(proxy, sheet),
    columns: range?.getColumnProperties({ columnHidden: true, format: { columnWidth: true } }) ?? null,
  };
}

function sheetStands(asked: AskedSheet): boolean {
  const { sheet, proxy, filled, print, farColumn, bands, columns, merges } = asked;
  const { used, snapshot } = sheet;
  const [now] = filled.isNullObject ? [] : readAreas(filled.address);
  if (now !== undefined && (used === null || !isWithin(now, used))) return false;
  if (!areSame(print.isNullObject ? null : readAreas(print.address), snapshot.printArea)) return false;
  if (used === null) return true;
  const standardPoints = farColumn.format.columnWidth;
  const units = { standardCharacters: proxy.standardWidth, standardPoints };
  return (
    (columns?.value ?? []).every(({ columnHidden, format }, at) => {
      const column = used.left + at;
      if ((columnHidden === true) !== snapshot.hiddenColumns.has(column)) return false;
      const points = format?.columnWidth ?? 0;
      const width = points === 0 || points === standardPoints ? undefined : charactersOf(points, units);
      return points === 0 || width === snapshot.columnWidths.get(column);
    }) &&
    (merges === null || isSameMerged(merges, snapshot.merges)) &&
    bands.every(
      ({ top, range, rows }) =>
        rows.value.every(({ rowHidden }, at) => (rowHidden === true) === snapshot.hiddenRows.has(top + at)) &&
        range.values.every((line: readonly unknown[], y) =>
          lineStands(sheet, top + y, line, range.numberFormat[y] ?? []),
        ),
    )
  );
}

/** Excel fails beyond 512 merged areas in one question. */
const mostMerges = 400;

/** Asking costs the user's undo history, as writing does that comes next. null: more than one question may name. */
function askMerges(proxy: Excel.Worksheet, { used, snapshot }: KeptSheet): Excel.RangeAreas | null {
  if (used === null || snapshot.merges.length > mostMerges) return null;
  return proxy
    .getRangeByIndexes(...indexesOf(used))
    .getMergedAreasOrNullObject()
    .load("areas/items/address");
}

function isSameMerged(merged: Excel.RangeAreas, known: readonly Area[]): boolean {
  const now = merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => readAreas(address));
  const names = new Set(now.map(areaA1));
  return names.size === known.length && known.every((area) => names.has(areaA1(area)));
}

function lineStands(
  { used, snapshot }: KeptSheet,
  row: number,
  line: readonly unknown[],
  formats: readonly unknown[],
): boolean {
  const cells = snapshot.rows.get(row);
  const blanks = snapshot.blankFormats?.get(row);
  return line.every((value, x) => {
    const column = (used?.left ?? 1) + x;
    const cell = cells?.get(column);
    const known = cell?.value ?? "";
    const format = cell === undefined ? blanks?.get(column) : cell.format;
    if (value === known && formats[x] === (format ?? "General")) return true;
    // Under a merged area there may be something that counts for nothing.
    return known === "" && isCovered(snapshot.merges, row, column);
  });
}

function isCovered(merges: readonly Area[], row: number, column: number): boolean {
  return merges.some(
    (area) =>
      row >= area.top &&
      row <= area.bottom &&
      column >= area.left &&
      column <= area.right &&
      (row !== area.top || column !== area.left),
  );
}

function areSame(one: readonly Area[] | null, other: readonly Area[] | null): boolean {
  const text = (areas: readonly Area[] | null): string =>
    JSON.stringify(areas?.map(({ top, left, bottom, right }) => [top, left, bottom, right]) ?? null);
  return text(one) === text(other);
}
