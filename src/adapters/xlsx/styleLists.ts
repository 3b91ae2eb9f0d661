import { ensureChild } from "./sheetOrder";
import { append, attribute, elementsOf, localName, prefixOf, setAttribute } from "./xmlElement";
import { parseXml, type XmlElement } from "./xmlTree";

/** The lists of a stylesheet that cells, rules and styles point into by number, and what they hold. */
const items = {
  numFmts: "numFmt",
  fonts: "font",
  fills: "fill",
  borders: "border",
  cellStyleXfs: "xf",
  cellXfs: "xf",
  dxfs: "dxf",
} as const;

export type StyleList = keyof typeof items;

/** The elements of a list as they are counted: of alternatives only the one that Excel takes. */
export function styleItems(root: XmlElement | undefined, list: StyleList): readonly XmlElement[] {
  if (root === undefined) return [];
  const wanted = prefixOf(root) + list;
  const owner = contents(root, []).find(({ name }) => name === wanted);
  return owner === undefined ? [] : itemsIn(root, owner, list);
}

function itemsIn(root: XmlElement, owner: XmlElement, list: StyleList): readonly XmlElement[] {
  const wanted = prefixOf(root) + items[list];
  return contents(owner, [root]).filter(({ name }) => name === wanted);
}

/** Every list of that name; of alternatives each has its own. */
export function styleOwners(root: XmlElement, list: StyleList): readonly XmlElement[] {
  const within = (element: XmlElement): readonly XmlElement[] =>
    elementsOf(element).flatMap((child) => {
      if (child.name === prefixOf(root) + list) return [child];
      return /^(AlternateContent|Choice|Fallback)$/.test(localName(child)) ? within(child) : [];
    });
  return within(root);
}

/** Adds an element at that number at least, plain ones before it where the list is shorter; the number it has got. */
export function addItem(root: XmlElement, list: StyleList, element: XmlElement, least: number): number {
  if (styleOwners(root, list).length === 0) ensureChild(root, list);
  const owners = styleOwners(root, list);
  const index = Math.max(least, ...owners.map((owner) => itemsIn(root, owner, list).length));
  for (const owner of owners) {
    for (let at = itemsIn(root, owner, list).length; at < index; at++)
      append(owner, plainItem(root, list, at));
    append(owner, owner === owners[0] ? element : { ...element, children: [...element.children] });
    setAttribute(owner, "count", String(index + 1));
  }
  return index;
}

/** What a stylesheet that says nothing stands for; the first two fills are fixed by the format. */
const plain: Readonly<Record<Exclude<StyleList, "numFmts">, string>> = {
  fonts: '<font><sz val="11"/><name val="Calibri"/></font>',
  fills: '<fill><patternFill patternType="none"/></fill>',
  borders: "<border><left/><right/><top/><bottom/><diagonal/></border>",
  cellStyleXfs: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
  cellXfs: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  dxfs: "<dxf/>",
};

export function plainItem(root: XmlElement, list: StyleList, index: number): XmlElement {
  const text = list === "numFmts" ? "<numFmt/>" : plain[list];
  return styleElement(root, index === 1 && list === "fills" ? text.replace("none", "gray125") : text);
}

/** An element from its text, with the prefix that the stylesheet has. */
export function styleElement(root: XmlElement, text: string): XmlElement {
  return parseXml(text.replace(/<(\/?)/g, `<$1${prefixOf(root)}`), "styles").root;
}

/** What stands in an element, alternatives decided. `outer` are the elements around it. */
function contents(element: XmlElement, outer: readonly XmlElement[]): readonly XmlElement[] {
  const elements = elementsOf(element);
  // Hardly any stylesheet has alternatives, and lists are long.
  if (!elements.some(isAlternative)) return elements;
  const path = [element, ...outer];
  return elements.flatMap((child) => {
    if (!isAlternative(child)) return [child];
    const branches = elementsOf(child);
    const taken =
      branches.find((each) => localName(each) === "Choice" && isUnderstood(each, [child, ...path])) ??
      branches.find((each) => localName(each) === "Fallback");
    return taken === undefined ? [] : contents(taken, [child, ...path]);
  });
}

function isAlternative(element: XmlElement): boolean {
  return element.name.endsWith("AlternateContent") && localName(element) === "AlternateContent";
}

/** What Excel knows by now: the standard's own words, and its extensions up to those years. */
const known =
  /^http:\/\/(schemas\.microsoft\.com\/office\/(spreadsheetml|drawing|excel)\/20(0\d|1\d|2[0-3])\/|schemas\.openxmlformats\.org\/|purl\.oclc\.org\/ooxml\/)/;

function isUnderstood(choice: XmlElement, outer: readonly XmlElement[]): boolean {
  const required = (attribute(choice, "Requires") ?? "").split(/\s+/).filter((each) => each !== "");
  return (
    required.length > 0 &&
    required.every((each) => {
      const declared = [choice, ...outer].map((element) => attribute(element, `xmlns:${each}`));
      return known.test(declared.find((space) => space !== undefined) ?? "");
    })
  );
}
