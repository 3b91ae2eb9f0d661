import type { Area } from "../../workbook/cell";
import { definedNames, printAreaName, sheetPrefix, writeAreas } from "./printAreas";
import { readAreas } from "./references";
import { ensureChild } from "./sheetOrder";
import {
  append,
  attribute,
  childOf,
  childrenOf,
  count,
  drop,
  makeElement,
  prefixOf,
  setChildren,
  textOf,
} from "./xmlElement";
import { escapeText } from "./xmlText";
import type { XmlElement } from "./xmlTree";

/** Sets, replaces or (null) takes away the print area of the sheet at that position (from 0). */
export function setPrintArea(
  workbook: XmlElement,
  position: number,
  sheet: string,
  areas: readonly Area[] | null,
): void {
  const found = definedNames(workbook).find(
    (each) =>
      attribute(each, "name")?.toLowerCase() === printAreaName.toLowerCase() &&
      count(each, "localSheetId") === position,
  );
  if (areas === null || areas.length === 0) {
    if (found !== undefined) dropName(workbook, found);
    return;
  }
  const text = writeAreas(sheet, areas);
  if (found !== undefined) {
    if (JSON.stringify(readAreas(textOf(found))) !== JSON.stringify(areas.map(ordered))) {
      setChildren(found, [escapeText(text)]);
    }
    return;
  }
  const list = ensureChild(workbook, "definedNames");
  append(
    list,
    makeElement(`${prefixOf(workbook)}definedName`, { name: printAreaName, localSheetId: String(position) }, [
      escapeText(text),
    ]),
  );
}

/** The row of headings again on every printed page of a new sheet at that position (from 0). */
export function repeatRow(
  workbook: XmlElement,
  position: number,
  { sheet, headRow }: { readonly sheet: string; readonly headRow: number },
): void {
  const row = `$${headRow}`;
  append(
    ensureChild(workbook, "definedNames"),
    makeElement(
      `${prefixOf(workbook)}definedName`,
      { name: "_xlnm.Print_Titles", localSheetId: String(position) },
      [escapeText(`${sheetPrefix(sheet)}!${row}:${row}`)],
    ),
  );
}

function ordered({ top, left, bottom, right }: Area): Area {
  return { top, left, bottom, right };
}

export function dropName(workbook: XmlElement, name: XmlElement): void {
  const list = childOf(workbook, "definedNames");
  if (list === undefined) return;
  drop(list, name);
  if (childrenOf(list, "definedName").length === 0) drop(workbook, list);
}
