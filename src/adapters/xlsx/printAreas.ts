import {
  absoluteA1,
  lastColumn,
  lastRow,
  parseA1,
  parseArea,
  quoteSheet,
  type Area,
} from "../../workbook/cell";
import { columnNumber } from "../../workbook/cell";
import { scanFormula } from "../../workbook/formulaScan";
import { attribute, childOf, childrenOf, count, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

export const printAreaName = "_xlnm.Print_Area";

/** The print areas by position of the sheet. */
export function readPrintAreas(workbook: XmlElement): ReadonlyMap<number, readonly Area[]> {
  const found = new Map<number, readonly Area[]>();
  for (const name of definedNames(workbook)) {
    if (attribute(name, "name")?.toLowerCase() !== printAreaName.toLowerCase()) continue;
    const sheet = count(name, "localSheetId");
    const areas = readAreas(textOf(name));
    if (sheet !== undefined && areas.length > 0) found.set(sheet, areas);
  }
  return found;
}

export function definedNames(workbook: XmlElement): XmlElement[] {
  const list = childOf(workbook, "definedNames");
  return list === undefined ? [] : childrenOf(list, "definedName");
}

/** "'表 1'!$A$1:$K$44,'表 1'!$M:$N" → areas; what is no plain area ("#REF!") is left out. */
export function readAreas(text: string): readonly Area[] {
  const plain = scanFormula(text)
    .map((piece) => (piece.kind === "code" ? piece.text : "_"))
    .join("");
  return plain.split(",").flatMap((each) => {
    const area = readArea(each.slice(each.lastIndexOf("!") + 1).trim());
    return area === null ? [] : [area];
  });
}

/** "$A$1:$K$44", "M:N" or "3:5" → the area; null for anything else. */
export function readArea(text: string): Area | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns?.[1] !== undefined && columns[2] !== undefined) {
    return { top: 1, left: columnNumber(columns[1]), bottom: lastRow, right: columnNumber(columns[2]) };
  }
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows !== null) return { top: Number(rows[1]), left: 1, bottom: Number(rows[2]), right: lastColumn };
  return parseA1(text.split(":")[0] ?? "") === null ? null : parseArea(text);
}

/** Quoted only where Excel itself would: an undone print area then reads as it did before. */
function sheetPrefix(sheet: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && parseA1(sheet) === null && !/^(r\d*)?(c\d*)?$/i.test(sheet);
  return plain ? sheet : quoteSheet(sheet);
}

export function writeAreas(sheet: string, areas: readonly Area[]): string {
  return areas
    .map((area) => {
      const from = absoluteA1({ row: area.top, column: area.left });
      const to = absoluteA1({ row: area.bottom, column: area.right });
      return `${sheetPrefix(sheet)}!${from}:${to}`;
    })
    .join(",");
}
