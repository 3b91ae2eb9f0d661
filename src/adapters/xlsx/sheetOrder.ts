import { childOf, elementsOf, insertBefore, localName, makeElement, prefixOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** The order that the schema asks of what stands in a worksheet; Excel repairs a file that breaks it. */
const sheetOrder = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges " +
  "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr " +
  "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter " +
  "rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing " +
  "legacyDrawingHF drawingHF picture oleObjects controls AlternateContent webPublishItems tableParts extLst"
).split(" ");

const workbookOrder = (
  "fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups " +
  "externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes " +
  "webPublishing fileRecoveryPr webPublishObjects extLst"
).split(" ");

const styleOrder =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

const orders: ReadonlyMap<string, readonly string[]> = new Map([
  ["worksheet", sheetOrder],
  ["workbook", workbookOrder],
  ["styleSheet", styleOrder],
]);

/** Puts an element where the schema wants it, after others of its kind. */
export function insertInOrder(root: XmlElement, element: XmlElement): void {
  const order = orders.get(localName(root)) ?? [];
  const rankOf = (each: XmlElement): number => {
    const rank = order.indexOf(localName(each));
    // Alternatives stand where what they hold belongs.
    if (rank >= 0 || localName(each) !== "AlternateContent") return rank;
    return Math.max(-1, ...elementsOf(each).flatMap(elementsOf).map(rankOf));
  };
  const rank = rankOf(element);
  insertBefore(
    root,
    element,
    elementsOf(root).find((child) => rankOf(child) > rank),
  );
}

/** The child of that name, made in its place when there is none. */
export function ensureChild(root: XmlElement, local: string): XmlElement {
  const found = childOf(root, local);
  if (found !== undefined) return found;
  const made = makeElement(prefixOf(root) + local);
  insertInOrder(root, made);
  return made;
}
