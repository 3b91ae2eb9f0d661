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
export function childrenOf(element: XmlElement | undefined, local: string): XmlElement[] {
  if (element === undefined) return [];
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
  /** Includes the space before. */
  readonly start: number;
  readonly end: number;
}

/** The attribute that stands next in a start tag, from that position on; null at the end of the tag. */
function nextAttribute(open: string, from: number): AttributePlace | null {
  let at = from;
  while (at < open.length && open.charCodeAt(at) <= 32) at++;
  const nameStart = at;
  while (at < open.length && !isAttributeNameEnd(open.charCodeAt(at))) at++;
  if (at === nameStart) return null;
  const name = open.slice(nameStart, at);
  const quoteAt = findQuote(open, at);
  const end = quoteAt < 0 ? -1 : open.indexOf(open.charAt(quoteAt), quoteAt + 1);
  return end < 0 ? null : { name, value: open.slice(quoteAt + 1, end), start: from, end: end + 1 };
}

function findAttribute(element: XmlElement, name: string): AttributePlace | null {
  const { open } = element;
  if (!open.includes(name)) return null;
  let place = nextAttribute(open, element.name.length + 1);
  while (place !== null && place.name !== name) place = nextAttribute(open, place.end);
  return place;
}

function isAttributeNameEnd(code: number): boolean {
  return code <= 32 || code === 61 || code === 47 || code === 62;
}

function findQuote(open: string, from: number): number {
  let at = from;
  while (at < open.length && (open.charCodeAt(at) <= 32 || open[at] === "=")) at++;
  return open[at] === '"' || open[at] === "'" ? at : -1;
}

/** The value of an attribute of a tag that is written as nearly all are, name="value" with nothing between; undefined: it has
 * no such attribute; null: it takes a closer look. This runs several times for every cell. */
function usualAttribute(open: string, from: number, name: string): string | undefined | null {
  let at = from;
  for (;;) {
    const code = open.charCodeAt(at);
    if (code === 47 || code === 62) return undefined;
    if (code !== 32) return null;
    at += 1;
    const equals = open.indexOf("=", at);
    if (equals < 0 || open.charCodeAt(equals + 1) !== 34) return isTagEnd(open, at) ? undefined : null;
    const end = open.indexOf('"', equals + 2);
    if (end < 0 || open.charCodeAt(equals - 1) <= 32) return null;
    if (equals - at === name.length && open.startsWith(name, at)) return open.slice(equals + 2, end);
    at = end + 1;
  }
}

/** Nothing but the end of the tag follows: "<c r='A1' />" but for its attributes. */
function isTagEnd(open: string, at: number): boolean {
  const code = open.charCodeAt(at);
  return code === 47 || code === 62;
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined || !element.open.includes(name)) return undefined;
  const usual = usualAttribute(element.open, element.name.length + 1, name);
  if (usual === undefined) return undefined;
  if (usual !== null) return decodeEntities(usual);
  const place = findAttribute(element, name);
  return place === null ? undefined : decodeEntities(place.value);
}

export function attributesOf(element: XmlElement): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  let place = nextAttribute(element.open, element.name.length + 1);
  while (place !== null) {
    found.push([place.name, decodeEntities(place.value)]);
    place = nextAttribute(element.open, place.end);
  }
  return found;
}

/** Sets, replaces in its place, or (undefined) takes away one attribute; the rest of the tag stays. */
export function setAttribute(element: XmlElement, name: string, value: string | undefined): void {
  const place = findAttribute(element, name);
  const written = value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
  if (place !== null) {
    element.open = element.open.slice(0, place.start) + written + element.open.slice(place.end);
    return;
  }
  if (value === undefined) return;
  const end = element.open.endsWith("/>") ? -2 : -1;
  element.open = element.open.slice(0, end).trimEnd() + written + element.open.slice(end);
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
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${escapeAttribute(value)}"`;
  }
  if (children.length === 0) return { name, open: `${open}/>`, children, close: "" };
  return { name, open: `${open}>`, children, close: `</${name}>` };
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

export function append(parent: XmlElement, child: XmlElement): void {
  if (parent.close === "") setChildren(parent, [child]);
  else parent.children.push(child);
}

/** Before that child; at the end when there is none. */
export function insertBefore(parent: XmlElement, child: XmlElement, next: XmlElement | undefined): void {
  if (next === undefined) append(parent, child);
  else parent.children.splice(parent.children.indexOf(next), 0, child);
}

export function drop(parent: XmlElement, child: XmlElement): void {
  setChildren(
    parent,
    parent.children.filter((each) => each !== child),
  );
}
