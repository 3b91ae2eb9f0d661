import { succeed, type Outcome } from "../../workbook/port";
import type { ConditionalFormat } from "../../workbook/snapshot";
import type { CellStyle } from "./cellStyle";
import { readCellStyles, readFill } from "./readCellStyles";
import { readChoices, type ChoiceRule } from "./readChoices";
import { colorReader, type ReadColor } from "./readColor";
import { conditionalFormats } from "./readSheet";
import { attempt } from "./refusals";
import { isType } from "./relationships";
import { cellsOf, columnsOf, rowsOf } from "./sheetRows";
import { styleItems } from "./styleLists";
import { findWorkbook } from "./workbookParts";
import { openPackage, type XlsxPackage } from "./xlsxPackage";
import { attribute, childOf, count } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** How a sheet looks, for drawing it; the snapshot holds what it says. */
export interface SheetStyles {
  /** Row → column → look, also of blank cells. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellStyle>>;
  /** Looks of whole columns, for cells without one of their own. */
  readonly columns: ReadonlyMap<number, CellStyle>;
  /** Points, of rows whose height the file gives. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly defaultRowHeight: number;
  /** Characters of the default font. */
  readonly defaultColumnWidth: number;
  /** Pixels of a digit in the default font: what a column width counts. */
  readonly digitWidth: number;
  readonly conditional: readonly ConditionalLook[];
  readonly choices: readonly ChoiceRule[];
  /** Rows that stay in sight while the others are scrolled; 0: none. */
  readonly frozenRows: number;
}

interface ConditionalLook extends ConditionalFormat {
  readonly fill: string | null;
}

/** The looks of every sheet by name, read from the file's bytes; only for drawing, so nothing is ever refused for
 * a look that is not understood. */
export function readStyles(bytes: Uint8Array): Outcome<ReadonlyMap<string, SheetStyles>> {
  return attempt(() => succeed(stylesOf(openPackage(bytes))));
}

function stylesOf(opened: XlsxPackage): ReadonlyMap<string, SheetStyles> {
  const workbook = findWorkbook(opened);
  const theme = workbook.relationships.find((relation) => isType(relation, "theme"))?.target ?? null;
  const color = colorReader(theme === null ? undefined : opened.document(theme));
  const sheet = workbook.styles === null ? undefined : opened.document(workbook.styles);
  const looks = readCellStyles(sheet, color);
  const highlights = readHighlights(sheet?.root, color);
  const sheets = new Map<string, SheetStyles>();
  for (const { name, part } of workbook.sheets) {
    const root = part === null ? undefined : opened.document(part)?.root;
    if (root !== undefined) sheets.set(name, sheetStyles(root, looks, highlights));
  }
  return sheets;
}

/** Fills of conditional formats, by the number that their rules point at. */
function readHighlights(styles: XmlElement | undefined, color: ReadColor): readonly (string | null)[] {
  return styleItems(styles, "dxfs").map((dxf) => {
    const fill = childOf(dxf, "fill");
    return fill === undefined ? null : readFill(fill, color);
  });
}

function sheetStyles(
  root: XmlElement,
  looks: readonly CellStyle[],
  highlights: readonly (string | null)[],
): SheetStyles {
  const cells = new Map<number, ReadonlyMap<number, CellStyle>>();
  const rowHeights = new Map<number, number>();
  for (const { row, element } of rowsOf(root)) {
    const height = Number(attribute(element, "ht") ?? "NaN");
    if (height >= 0 && height <= 409.5) rowHeights.set(row, height);
    const line = new Map<number, CellStyle>();
    for (const { column, element: cell } of cellsOf(element)) {
      const look = looks[count(cell, "s") ?? 0];
      if (look !== undefined) line.set(column, look);
    }
    if (line.size > 0) cells.set(row, line);
  }
  const format = childOf(root, "sheetFormatPr");
  return {
    cells,
    rowHeights,
    columns: columnLooks(root, looks),
    defaultRowHeight: within(attribute(format, "defaultRowHeight"), 1, 409, 13.8),
    defaultColumnWidth: within(attribute(format, "defaultColWidth"), 1, 255, 8.43),
    digitWidth: digitWidth(looks[0]),
    conditional: conditionalFormats(root, (rule) => ({
      fill: highlights[count(rule, "dxfId") ?? -1] ?? null,
    })),
    choices: readChoices(root),
    frozenRows: frozenRows(root),
  };
}

function frozenRows(root: XmlElement): number {
  const pane = childOf(childOf(childOf(root, "sheetViews"), "sheetView"), "pane");
  return /^frozen/u.test(attribute(pane, "state") ?? "") ? (count(pane, "ySplit") ?? 0) : 0;
}

/** Calibri 11 has digits of 7 pixels; Chinese fonts have digits of half a character, 8 pixels at 11 points. */
function digitWidth(look: CellStyle | undefined): number {
  const { name, size } = look?.font ?? { name: "Calibri", size: 11 };
  const chinese = /[\u2e80-\u9fff]|SimSun|FangSong|KaiTi|SimHei/iu.test(name);
  return Math.max(1, Math.round((size / 11) * (chinese ? 7.6 : 7)));
}

function columnLooks(root: XmlElement, looks: readonly CellStyle[]): ReadonlyMap<number, CellStyle> {
  const columns = new Map<number, CellStyle>();
  for (const each of columnsOf(root)) {
    const look = looks[count(each, "style") ?? 0];
    const first = Math.max(1, count(each, "min") ?? 1);
    // A run to the last column of the sheet says nothing about the columns that are drawn far out.
    const last = Math.min(count(each, "max") ?? 0, first + 255);
    for (let column = first; column <= last; column++) if (look !== undefined) columns.set(column, look);
  }
  return columns;
}

function within(text: string | undefined, least: number, most: number, otherwise: number): number {
  const value = Number(text ?? "NaN");
  return value >= least && value <= most ? value : otherwise;
}
