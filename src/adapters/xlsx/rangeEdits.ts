import { areaA1, isWithin, overlap, parseArea, type Area } from "../../workbook/cell";
import { shownFormula, storedFormula } from "./formulaSpelling";
import { readMerges } from "./readSheet";
import { ensureChild, insertInOrder } from "./sheetOrder";
import {
  append,
  attribute,
  childOf,
  childrenOf,
  count,
  drop,
  elementsOf,
  localName,
  makeElement,
  prefixOf,
  setAttribute,
  textOf,
} from "./xmlElement";
import { encodeCellText, escapeText } from "./xmlText";
import type { XmlElement } from "./xmlTree";

/** Merges an area. False when it overlaps with another that is merged. */
export function mergeArea(sheet: XmlElement, area: Area): boolean {
  const merges = readMerges(sheet);
  if (merges.some((each) => areaA1(each) === areaA1(area))) return true;
  if (!areaA1(area).includes(":") || merges.some((each) => overlap(each, area))) return false;
  const list = ensureChild(sheet, "mergeCells");
  append(list, makeElement(`${prefixOf(sheet)}mergeCell`, { ref: areaA1(area) }));
  setAttribute(list, "count", String(merges.length + 1));
  return true;
}

/** A drop-down list. Other words may still be typed after a warning: an answer may be a share. False when
 * the items do not fit into one (255 characters, no commas within). */
export function setChoices(sheet: XmlElement, area: Area, items: readonly string[]): boolean {
  const text = items.join(",");
  if (text.length > 255 || items.length === 0 || items.some((item) => item.includes(",") || item === ""))
    return false;
  const prefix = prefixOf(sheet);
  const list = ensureChild(sheet, "dataValidations");
  const same = childrenOf(list, "dataValidation").find((each) => attribute(each, "sqref") === areaA1(area));
  if (same !== undefined) drop(list, same);
  const words = escapeText(`"${text.replaceAll('"', '""')}"`);
  append(
    list,
    makeElement(
      `${prefix}dataValidation`,
      { type: "list", errorStyle: "warning", allowBlank: "1", showErrorMessage: "1", sqref: areaA1(area) },
      [makeElement(`${prefix}formula1`, {}, [words])],
    ),
  );
  setAttribute(list, "count", String(childrenOf(list, "dataValidation").length));
  return true;
}

/** A conditional format of ours, below every other on the sheet; nothing when it is there already. */
export function addHighlight(sheet: XmlElement, area: Area, formula: string, dxf: number): void {
  if (findHighlight(sheet, area, formula) !== null) return;
  const prefix = prefixOf(sheet);
  const rule = makeElement(
    `${prefix}cfRule`,
    { type: "expression", dxfId: String(dxf), priority: String(highestPriority(sheet) + 1) },
    [makeElement(`${prefix}formula`, {}, [encodeCellText(storedFormula(formula))])],
  );
  insertInOrder(sheet, makeElement(`${prefix}conditionalFormatting`, { sqref: areaA1(area) }, [rule]));
}

/** Takes ours away again, also when Excel has joined it with others into one block. */
export function removeHighlight(sheet: XmlElement, area: Area, formula: string): void {
  const found = findHighlight(sheet, area, formula);
  if (found === null) return;
  const { block, rule } = found;
  const rest = textsOf(block).filter((text) => !sameArea(text, area));
  drop(block, rule);
  if (rest.length > 0) {
    insertInOrder(sheet, makeElement(block.name, { sqref: rest.join(" ") }, [rule]));
  }
  if (childrenOf(block, "cfRule").length === 0) drop(sheet, block);
}

function findHighlight(
  sheet: XmlElement,
  area: Area,
  formula: string,
): { readonly block: XmlElement; readonly rule: XmlElement } | null {
  const wanted = shownFormula(storedFormula(formula));
  for (const block of childrenOf(sheet, "conditionalFormatting")) {
    if (!textsOf(block).some((text) => sameArea(text, area))) continue;
    const rule = childrenOf(block, "cfRule").find(
      (each) =>
        attribute(each, "type") === "expression" && shownFormula(textOf(childOf(each, "formula"))) === wanted,
    );
    if (rule !== undefined) return { block, rule };
  }
  return null;
}

function textsOf(block: XmlElement): readonly string[] {
  return (attribute(block, "sqref") ?? "").split(/\s+/).filter((text) => text !== "");
}

function sameArea(text: string, area: Area): boolean {
  const each = parseArea(text);
  return each !== null && isWithin(each, area) && isWithin(area, each);
}

/** Over all rules of the sheet, the newer ones in its extension list too. */
function highestPriority(element: XmlElement): number {
  let highest = 0;
  for (const child of elementsOf(element)) {
    const local = localName(child);
    if (local === "sheetData") continue;
    if (local === "cfRule") highest = Math.max(highest, count(child, "priority") ?? 0);
    else highest = Math.max(highest, highestPriority(child));
  }
  return highest;
}
