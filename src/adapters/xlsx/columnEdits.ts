import { lastColumn } from "../../workbook/cell";
import { insertInOrder } from "./sheetOrder";
import { columnsOf } from "./sheetRows";
import {
  attribute,
  attributesOf,
  childOf,
  childrenOf,
  count,
  drop,
  flag,
  insertBefore,
  makeElement,
  prefixOf,
  setAttribute,
  setChildren,
} from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** Gives one column a width of its own in characters, or (null) takes it away. */
export function setColumnWidth(sheet: XmlElement, column: number, width: number | null): void {
  if (width === null && findColumn(sheet, column) === undefined) return;
  const own = ownColumn(sheet, column);
  if (width === null) {
    resetWidth(sheet, own, column);
    joinColumns(sheet);
    return;
  }
  setAttribute(own, "width", String(width));
  setAttribute(own, "customWidth", "1");
}

export function hideColumn(sheet: XmlElement, column: number): void {
  const own = ownColumn(sheet, column);
  if (!flag(own, "hidden")) setAttribute(own, "hidden", "1");
}

function findColumn(sheet: XmlElement, column: number): XmlElement | undefined {
  return columnsOf(sheet).find((each) => column >= first(each) && column <= last(each));
}

function listOf(sheet: XmlElement, column: XmlElement): XmlElement | undefined {
  return childrenOf(sheet, "cols").find((list) => list.children.includes(column));
}

const first = (column: XmlElement): number => count(column, "min") ?? 1;
const last = (column: XmlElement): number => Math.min(count(column, "max") ?? 0, lastColumn);

/** The element that speaks of this column alone: cut out of its range, or new. */
function ownColumn(sheet: XmlElement, column: number): XmlElement {
  const range = findColumn(sheet, column);
  if (range === undefined) return newColumn(sheet, column);
  const pieces = [
    [first(range), column - 1],
    [column, column],
    [column + 1, last(range)],
  ] as const;
  const cut = pieces.map(([from, to]) => {
    const piece = { ...range, children: [...range.children] };
    setAttribute(piece, "min", String(from));
    setAttribute(piece, "max", String(to));
    return piece;
  });
  const list = listOf(sheet, range);
  const own = cut[1];
  if (list === undefined || own === undefined || first(range) === last(range)) return range;
  const kept = cut.filter((_, index) => (pieces[index]?.[0] ?? 1) <= (pieces[index]?.[1] ?? 0));
  setChildren(
    list,
    list.children.flatMap((each) => (each === range ? kept : [each])),
  );
  return own;
}

function newColumn(sheet: XmlElement, column: number): XmlElement {
  const prefix = prefixOf(sheet);
  const number = String(column);
  const made = makeElement(`${prefix}col`, { min: number, max: number, width: defaultWidth(sheet) });
  const next = columnsOf(sheet).find((each) => first(each) > column);
  const list = next === undefined ? childrenOf(sheet, "cols").at(-1) : listOf(sheet, next);
  if (list === undefined) {
    insertInOrder(sheet, makeElement(`${prefix}cols`, {}, [made]));
    return made;
  }
  insertBefore(list, made, next);
  return made;
}

/** Excel's usual 8.43 characters with their padding, unless the sheet says otherwise. */
function defaultWidth(sheet: XmlElement): string {
  return attribute(childOf(sheet, "sheetFormatPr"), "defaultColWidth") ?? "9.140625";
}

/** A column of default width looks like its neighbour that has none of its own, or is not listed at all. */
function resetWidth(sheet: XmlElement, own: XmlElement, column: number): void {
  const neighbour = [findColumn(sheet, column + 1), findColumn(sheet, column - 1)].find(
    (each) => each !== undefined && !flag(each, "customWidth") && otherwise(each) === otherwise(own),
  );
  if (neighbour !== undefined) {
    const number = String(column);
    own.open = neighbour.open;
    setAttribute(own, "min", number);
    setAttribute(own, "max", number);
    return;
  }
  setAttribute(own, "customWidth", undefined);
  setAttribute(own, "bestFit", undefined);
  const list = listOf(sheet, own);
  if (otherwise(own) !== "" || list === undefined) {
    setAttribute(own, "width", defaultWidth(sheet));
    return;
  }
  drop(list, own);
  if (childrenOf(list, "col").length === 0) drop(sheet, list);
}

/** What a column says besides its width. */
function otherwise(column: XmlElement): string {
  const width = ["min", "max", "width", "customWidth", "bestFit"];
  return said(column, ([name, value]) => !width.includes(name) && value !== "0" && value !== "false");
}

/** The attributes that count, as one text whatever their order. */
function said(column: XmlElement, counts: (attribute: readonly [string, string]) => boolean): string {
  return attributesOf(column)
    .filter(counts)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("|");
}

/** Neighbours that say the same are one range again, as they were before one of them was cut out. */
function joinColumns(sheet: XmlElement): void {
  for (const list of childrenOf(sheet, "cols")) {
    let before: XmlElement | undefined;
    for (const each of childrenOf(list, "col")) {
      if (
        before !== undefined &&
        !flag(each, "customWidth") &&
        last(before) + 1 === first(each) &&
        besidesPlace(before) === besidesPlace(each)
      ) {
        setAttribute(before, "max", String(last(each)));
        drop(list, each);
      } else before = each;
    }
  }
}

function besidesPlace(column: XmlElement): string {
  return said(column, ([name]) => name !== "min" && name !== "max");
}
