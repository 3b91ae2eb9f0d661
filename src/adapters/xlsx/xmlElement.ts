import { decodeEntities, escapeAttribute } from "./xmlText";
import type { XmlElement, XmlNode } from "./xmlTree";

/** "x:" of "x:c"; empty without one. */
export function prefixOf(element: XmlElement): string {
  const colon = element.name.indexOf(":");
  return colon < 0 ? "" : element.name.slice(0, colon + 1);
}

export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(":") + 1);
}

/** The children of that name in the element's own namespace (that is, with its prefix). */
export function childrenOf(element: XmlElement, local: string): XmlElement[] {
  const name = prefixOf(element) + local;
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && child.name === name,
  );
}

export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  const name = prefixOf(element) + local;
  for (const child of element.children) if (typeof child !== "string" && child.name === name) return child;
  return undefined;
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string");
}

interface AttributePlace {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Where the attributes stand in a start tag; start includes the space before. */
function attributePlaces(open: string): AttributePlace[] {
  const places: AttributePlace[] = [];
  let at = 1;
  while (at < open.length && open.charCodeAt(at) > 32 && open[at] !== ">" && open[at] !== "/") at++;
  for (;;) {
    const start = at;
    while (at < open.length && open.charCodeAt(at) <= 32) at++;
    const nameStart = at;
    while (at < open.length && !isAttributeNameEnd(open.charCodeAt(at))) at++;
    if (at === nameStart) return places;
    const name = open.slice(nameStart, at);
    const quoteAt = findQuote(open, at);
    if (quoteAt < 0) return places;
    const end = open.indexOf(open.charAt(quoteAt), quoteAt + 1);
    if (end < 0) return places;
    places.push({ name, value: open.slice(quoteAt + 1, end), start, end: end + 1 });
    at = end + 1;
  }
}

function isAttributeNameEnd(code: number): boolean {
  return code <= 32 || code === 61 || code === 47 || code === 62;
}

function findQuote(open: string, from: number): number {
  let at = from;
  while (at < open.length && (open.charCodeAt(at) <= 32 || open[at] === "=")) at++;
  return open[at] === '"' || open[at] === "'" ? at : -1;
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined || !element.open.includes(name)) return undefined;
  const place = attributePlaces(element.open).find((each) => each.name === name);
  return place === undefined ? undefined : decodeEntities(place.value);
}

export function attributesOf(element: XmlElement): readonly (readonly [string, string])[] {
  return attributePlaces(element.open).map((place) => [place.name, decodeEntities(place.value)]);
}

/** Sets, replaces in its place, or (undefined) takes away one attribute; the rest of the tag stays. */
export function setAttribute(element: XmlElement, name: string, value: string | undefined): void {
  const place = attributePlaces(element.open).find((each) => each.name === name);
  const written = value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
  if (place !== undefined) {
    element.open = element.open.slice(0, place.start) + written + element.open.slice(place.end);
    return;
  }
  const end = element.open.endsWith("/>") ? -2 : -1;
  const kept = element.open.slice(0, end).trimEnd();
  if (value !== undefined) element.open = kept + written + element.open.slice(end);
}

export function flag(element: XmlElement | undefined, name: string): boolean {
  const value = attribute(element, name);
  return value === "1" || value === "true" || value === "on";
}

/** A whole number from 0, or undefined. */
export function count(element: XmlElement | undefined, name: string): number | undefined {
  const value = attribute(element, name)?.trim();
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** The plain text of an element: its own text and CDATA, without comments and inner elements. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  let text = "";
  for (const child of element.children) {
    if (typeof child !== "string") continue;
    if (child.startsWith("<![CDATA[")) text += child.slice(9, -3);
    else if (!child.startsWith("<!--") && !child.startsWith("<?")) text += decodeEntities(child);
  }
  return text;
}

/** A new element; attributes of undefined are left out. */
export function makeElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: XmlNode[] = [],
): XmlElement {
  const element: XmlElement = { name, open: `<${name}>`, children: [], close: `</${name}>` };
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  setChildren(element, children);
  return element;
}

/** Replaces what an element holds, opening or closing its tag as needed. */
export function setChildren(element: XmlElement, children: XmlNode[]): void {
  element.children = children;
  const selfClosing = element.open.endsWith("/>");
  if (children.length > 0 && selfClosing) {
    element.open = `${element.open.slice(0, -2).trimEnd()}>`;
    element.close = `</${element.name}>`;
  } else if (children.length === 0 && !selfClosing) {
    element.open = `${element.open.slice(0, -1).trimEnd()}/>`;
    element.close = "";
  }
}
