import type { EditOf } from "../../workbook/edit";
import type { SheetDraft } from "./sheetDraft";
import { ensureChild } from "./sheetOrder";
import { append, attribute, childOf, makeElement, prefixOf, setAttribute, setChildren } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** The first rows of a new sheet stay in sight. */
export function freezeRows(sheet: XmlElement, rows: number): void {
  const prefix = prefixOf(sheet);
  const pane = "bottomLeft";
  const first = `A${rows + 1}`;
  append(
    ensureChild(sheet, "sheetViews"),
    makeElement(`${prefix}sheetView`, { workbookViewId: "0" }, [
      makeElement(`${prefix}pane`, {
        ySplit: String(rows),
        topLeftCell: first,
        activePane: pane,
        state: "frozen",
      }),
      makeElement(`${prefix}selection`, { pane, activeCell: first, sqref: first }),
    ]),
  );
}

/** Rows as one group, whose button stands at the row above them. */
export function groupRows({ root, rows }: SheetDraft, { first, last, folded }: EditOf<"groupRows">): void {
  showButtonsAbove(root);
  const format = ensureChild(root, "sheetFormatPr");
  // The schema asks for a height; 15 points are Excel's own.
  if (attribute(format, "defaultRowHeight") === undefined) setAttribute(format, "defaultRowHeight", "15");
  setAttribute(format, "outlineLevelRow", "1");
  for (let row = first; row <= last; row++) {
    const line = rows.get(row)?.element;
    if (line === undefined) continue;
    setAttribute(line, "outlineLevel", "1");
    if (folded) setAttribute(line, "hidden", "1");
  }
  const above = rows.get(first - 1)?.element;
  if (folded && above !== undefined) setAttribute(above, "collapsed", "1");
}

export function showRows({ rows }: SheetDraft, { first, last }: EditOf<"showRows">): void {
  for (let row = first; row <= last; row++) takeOff(rows.get(row)?.element, "hidden");
  takeOff(rows.get(first - 1)?.element, "collapsed");
}

function takeOff(line: XmlElement | undefined, name: string): void {
  if (line !== undefined) setAttribute(line, name, undefined);
}

/** The schema wants it before the page setup. */
function showButtonsAbove(sheet: XmlElement): void {
  const properties = ensureChild(sheet, "sheetPr");
  if (childOf(properties, "outlinePr") !== undefined) return;
  const outline = makeElement(`${prefixOf(sheet)}outlinePr`, { summaryBelow: "0" });
  const isAfter = (child: XmlElement["children"][number]): boolean =>
    typeof child !== "string" && child.name.endsWith("pageSetUpPr");
  const at = properties.children.findIndex(isAfter);
  const place = at < 0 ? properties.children.length : at;
  setChildren(properties, [
    ...properties.children.slice(0, place),
    outline,
    ...properties.children.slice(place),
  ]);
}
