import { Workbook, type CellValue, type Worksheet, type WorksheetView } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { a1, areaA1, columnName, quoteSheet, type Area } from "../../workbook/cell";
import type { NewBook, NewChart, NewContent, NewMark, NewSheet, NewTable } from "../../workbook/newBook";
import { longestText } from "../../workbook/planLimits";
import { head, heightOf, isLink, linkFont, peopleHead, styleOf } from "./bookLooks";

/** A new workbook as the bytes of an .xlsx file: native tables, conditional formats and charts, nothing of macros or of other files. */
export async function writeBook({ title, sheets }: NewBook): Promise<Uint8Array> {
  installChartSupport();
  const book = new Workbook();
  book.title = title;
  book.creator = "";
  for (const sheet of sheets) writeSheet(book, sheet);
  // Whoever opens the file works every formula out anew.
  book.calcProperties.fullCalcOnLoad = true;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What the format calls A3: the library lists no name for it. */
const paperSizes = { A3: { paperSize: 8 }, A4: { paperSize: 9 } } as const;

function writeSheet(book: Workbook, sheet: NewSheet): void {
  const { name, frozen, table, widths = [], tab } = sheet;
  const written = book.addWorksheet(name, {
    properties: tab === undefined ? {} : { tabColor: { argb: tab } },
    views: [viewOf(frozen)],
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${sheet.repeated}:${sheet.repeated}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(sheet.printedColumns === undefined ? {} : { printArea: printArea(sheet, sheet.printedColumns) }),
    },
    headerFooter: { oddFooter: "&L&A&R第 &P 页，共 &N 页" },
  });
  Object.assign(written.pageSetup, paperSizes[sheet.paper]);
  widths.forEach((width, index) => (written.getColumn(index + 1).width = width));
  if (table !== null) writeTable(written, table);
  written.getRow(1).height = 28;
  written.getRow(2).height = 18;
  for (const { row, column, content, look = {} } of sheet.cells) {
    const cell = written.getCell(row, column);
    cell.value = valueOf(content);
    cell.style = styleOf(look, content);
  }
  for (const [priority, mark] of sheet.marks.entries()) writeMark(written, mark, priority + 1);
  for (const chart of sheet.charts) writeChart(written, chart);
}

/** Lines between the cells are drawn by us; a sheet of people's own has those of the product. */
function viewOf({ rows, columns }: NewSheet["frozen"]): Partial<WorksheetView> {
  if (rows === 0 && columns === 0) return { state: "normal" };
  return { state: "frozen", xSplit: columns, ySplit: rows, showGridLines: false };
}

function printArea({ table, cells }: NewSheet, columns: number): string {
  const bottom = Math.max(
    table === null ? 1 : table.top + Math.max(table.rows.length, 1),
    ...cells.map(({ row }) => row),
  );
  return areaA1({ top: 1, left: 1, bottom, right: columns });
}

function writeTable(sheet: Worksheet, { name, top, columns, rows }: NewTable): void {
  // A table without a row is none to Excel.
  const all = rows.length === 0 ? [columns.map(() => null)] : rows;
  const bottom = top + all.length;
  sheet.addTable({
    name,
    ref: areaA1({ top, left: 1, bottom, right: columns.length }),
    headerRow: true,
    totalsRow: false,
    style: { theme: "TableStyleLight1", showRowStripes: false },
    columns: columns.map(({ title }) => ({ name: title, filterButton: true })),
    rows: all.map((row) => row.map(valueOf)),
  });
  columns.forEach((column, index) => {
    const at = sheet.getColumn(index + 1);
    at.width = column.width;
    at.hidden = column.isHidden === true;
    sheet.getCell(top, index + 1).style = column.isPeople === true ? peopleHead : head;
    const plain = styleOf({ ...column, ...(column.isPeople === true ? { as: "people" } : {}) }, null);
    const linked = { ...plain, font: linkFont };
    for (const [below, row] of all.entries()) {
      const content = row[index] ?? null;
      sheet.getCell(top + 1 + below, index + 1).style = isLink(content) ? linked : plain;
    }
    if (column.choices !== undefined) {
      const area = areaA1({ top: top + 1, left: index + 1, bottom, right: index + 1 });
      sheet.dataValidations.add(area, {
        type: "list",
        allowBlank: true,
        formulae: [`"${column.choices.join(",")}"`],
      });
    }
  });
  sheet.getRow(top).height = 32;
  all.forEach((row, index) => (sheet.getRow(top + 1 + index).height = heightOf(row, columns)));
}

function valueOf(content: NewContent): CellValue {
  if (typeof content === "string") return plainText(content);
  if (typeof content !== "object" || content === null) return content;
  if (!isLink(content)) return { formula: content.formula, result: content.result };
  const place = `${quoteSheet(content.to.sheet)}!${a1(content.to)}`;
  return { text: plainText(content.text), hyperlink: `#${place}` };
}

/** What no cell can hold is left out: characters that XML has not, and what is too long. */
function plainText(text: string): string {
  // A half of a pair, and the characters that control a terminal.
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");
  return plain.length > longestText ? `${plain.slice(0, longestText - 1)}…` : plain;
}

function writeMark(sheet: Worksheet, mark: NewMark, priority: number): void {
  const ref = areaA1(mark.area);
  if (mark.kind === "highlight") {
    const style = { fill: { type: "pattern", pattern: "solid", bgColor: { argb: mark.color } } } as const;
    sheet.addConditionalFormatting({
      ref,
      rules: [{ type: "expression", priority, formulae: [mark.formula], style }],
    });
    return;
  }
  const end = (value: number | null, free: "min" | "max") =>
    value === null ? { type: free } : { type: "num" as const, value };
  sheet.addConditionalFormatting({
    ref,
    rules: [
      {
        type: "dataBar",
        priority,
        gradient: false,
        minLength: 0,
        maxLength: 100,
        cfvo: [end(mark.from, "min"), end(mark.to, "max")],
        color: { argb: mark.color },
      },
    ],
  });
}

function writeChart(sheet: Worksheet, { title, area, categories, series, sheet: of, axis }: NewChart): void {
  const at = (one: Area): string =>
    `${quoteSheet(of)}!$${columnName(one.left)}$${one.top}:$${columnName(one.right)}$${one.bottom}`;
  sheet.addColumnChart(
    {
      title,
      showLegend: true,
      legendPosition: "b",
      valueAxis: { title: axis, numFmt: "0", min: 0, majorGridlines: true },
      gapWidth: 60,
      series: series.map(({ name, values }, index) => ({
        name,
        categories: at(categories),
        values: at(values),
        fill: seriesColors[index % seriesColors.length] ?? "2E75B6",
      })),
    },
    areaA1(area),
  );
}

const seriesColors = ["2E75B6", "ED7D31", "70AD47"];
