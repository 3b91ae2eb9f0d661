import { lastColumn, lastRow } from "../../workbook/cell";
import { attribute, childOf, childrenOf, count } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** The rows that are written out; a row without its number follows the one before. */
export function rowsOf(sheet: XmlElement): readonly { readonly row: number; readonly element: XmlElement }[] {
  let row = 0;
  return childrenOf(childOf(sheet, "sheetData"), "row").map((element) => {
    row = count(element, "r") ?? row + 1;
    return { row, element };
  });
}

/** The cells of a row; a cell without its address follows the one before. */
export function cellsOf(
  row: XmlElement,
): readonly { readonly column: number; readonly element: XmlElement }[] {
  let column = 0;
  return childrenOf(row, "c").map((element) => {
    const address = attribute(element, "r");
    column = (address === undefined ? 0 : columnOf(address)) || column + 1;
    return { column, element };
  });
}

/** What is said of whole columns. The schema allows several lists of them. */
export function columnsOf(sheet: XmlElement): readonly XmlElement[] {
  return childrenOf(sheet, "cols").flatMap((list) => childrenOf(list, "col"));
}

/** The column of "AB12"; 0 when there are no letters. Read by hand: this runs for every cell of a workbook. */
function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column;
}

export function withinSheet(row: number, column: number): boolean {
  return row >= 1 && row <= lastRow && column >= 1 && column <= lastColumn;
}
