import { absoluteA1, parseA1, quoteSheet, type Area } from "../../workbook/cell";
import { readAreas } from "./references";
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
  return childrenOf(childOf(workbook, "definedNames"), "definedName");
}

/** Quoted only where Excel itself would: an undone print area then reads as it did before. */
export function sheetPrefix(sheet: string): string {
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
