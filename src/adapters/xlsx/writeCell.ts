import type { CellContent } from "../../workbook/edit";
import { isErrorValue, type CellValue } from "../../workbook/snapshot";
import { formulaOf } from "./formulas";
import { storedFormula } from "./formulaSpelling";
import { cellsOf } from "./sheetRows";
import {
  attribute,
  childOf,
  localName,
  makeElement,
  prefixOf,
  setAttribute,
  setChildren,
} from "./xmlElement";
import { encodeCellText, escapeText } from "./xmlText";
import type { SheetDraft } from "./sheetDraft";
import type { XmlElement } from "./xmlTree";

/** Where a text stands in the table of texts without any formatting of its own; undefined when it does not. */
export type FindString = (text: string) => number | undefined;

/** Puts a value or a formula into a cell. Its style and whatever else hangs on it stay. A formula gets its
 * result later (writeResult). */
export function writeContent(cell: XmlElement, content: CellContent, findString: FindString): void {
  const prefix = prefixOf(cell);
  // Metadata speaks of what stood there before: a dynamic array, a linked value.
  for (const name of ["t", "cm", "vm"]) setAttribute(cell, name, undefined);
  if ("formula" in content) {
    const text = escapeText(storedFormula(content.formula));
    replaceContent(cell, [makeElement(`${prefix}f`, {}, [text])]);
    return;
  }
  const { value } = content;
  if (value === null || value === "") replaceContent(cell, []);
  else if (typeof value === "string" && !isErrorValue(value)) writeText(cell, value, findString);
  else writePlain(cell, value, []);
}

/** The least that can be done for a text: point to it where the table already has it, else write it here. */
function writeText(cell: XmlElement, text: string, findString: FindString): void {
  const prefix = prefixOf(cell);
  const index = findString(text);
  setAttribute(cell, "t", index === undefined ? "inlineStr" : "s");
  if (index !== undefined) {
    replaceContent(cell, [makeElement(`${prefix}v`, {}, [String(index)])]);
    return;
  }
  const space = text.trim() === text && !/[\n\r\t]/.test(text) ? undefined : "preserve";
  const words = makeElement(`${prefix}t`, { "xml:space": space }, [encodeCellText(text)]);
  replaceContent(cell, [makeElement(`${prefix}is`, {}, [words])]);
}

/** The result of a formula; null shows nothing. */
export function writeResult(cell: XmlElement, result: CellValue): void {
  const formula = childOf(cell, "f");
  if (formula !== undefined) writePlain(cell, result ?? "", [formula]);
}

function writePlain(cell: XmlElement, value: string | number | boolean, before: readonly XmlElement[]): void {
  const type =
    typeof value === "number"
      ? undefined
      : typeof value === "boolean"
        ? "b"
        : isErrorValue(value)
          ? "e"
          : "str";
  setAttribute(cell, "t", type);
  const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  replaceContent(cell, [
    ...before,
    makeElement(`${prefixOf(cell)}v`, {}, text === "" ? [] : [encodeCellText(text)]),
  ]);
}

function replaceContent(cell: XmlElement, content: readonly XmlElement[]): void {
  const rest = cell.children.filter(
    (child) => typeof child !== "string" && !["f", "v", "is"].includes(localName(child)),
  );
  setChildren(cell, [...content, ...rest]);
}

/** Writes the followers of a shared formula out, before the cell that holds its words is changed. */
export function expandShared(sheet: SheetDraft, cell: XmlElement): void {
  const formula = childOf(cell, "f");
  if (attribute(formula, "t") !== "shared" || (formula?.children.length ?? 0) === 0) return;
  const group = attribute(formula, "si");
  for (const [row, line] of sheet.rows) {
    for (const { column, element } of cellsOf(line.element)) {
      const follower = childOf(element, "f");
      if (element === cell || follower === undefined || attribute(follower, "si") !== group) continue;
      const text = formulaOf(element, { row, column }, sheet.masters);
      if (attribute(follower, "t") !== "shared" || text === undefined) continue;
      for (const name of ["t", "si", "ref"]) setAttribute(follower, name, undefined);
      setChildren(follower, [escapeText(text)]);
    }
  }
}
