import { Refusal, refusals } from "./refusals";

/** An element that writes back exactly as it was read: its tags are kept as text. Changed in place, only
 * within a draft that is thrown away when anything is refused. */
export interface XmlElement {
  /** With its prefix: "x:c". */
  readonly name: string;
  /** The start tag as written, "<c r='A1'>" or "<c/>". */
  open: string;
  /** Text, comments, CDATA and instructions stay strings. */
  children: XmlNode[];
  /** Empty for a self-closing element. */
  close: string;
}

export type XmlNode = XmlElement | string;

export interface XmlDocument {
  /** Everything before the root: byte order mark, declaration, comments. */
  readonly before: string;
  readonly root: XmlElement;
  readonly after: string;
}

const deepest = 200;

/** @throws Refusal for a DTD (entity bombs, foreign files) and for XML that is not well-formed. */
export function parseXml(text: string, part: string): XmlDocument {
  const top: XmlNode[] = [];
  const stack: XmlElement[] = [];
  let into = top;
  let at = 0;
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    if (tag < 0) {
      into.push(text.slice(at));
      break;
    }
    if (tag > at) into.push(text.slice(at, tag));
    const next = text[tag + 1];
    if (next === "!" || next === "?") {
      at = skipSpecial(text, tag, part);
      into.push(text.slice(tag, at));
      continue;
    }
    at = tagEnd(text, tag, part);
    const whole = text.slice(tag, at);
    if (next === "/") {
      const element = stack.pop();
      if (element?.name !== whole.slice(2, -1).trimEnd()) throw broken(part);
      element.close = whole;
      into = stack.at(-1)?.children ?? top;
      continue;
    }
    const element: XmlElement = { name: tagName(whole, part), open: whole, children: [], close: "" };
    into.push(element);
    if (whole.endsWith("/>")) continue;
    stack.push(element);
    if (stack.length > deepest) throw new Refusal(refusals.unsafe(`${part} 的层次过深`));
    into = element.children;
  }
  if (stack.length > 0) throw broken(part);
  return divide(top, part);
}

function divide(top: readonly XmlNode[], part: string): XmlDocument {
  const index = top.findIndex((node) => typeof node !== "string");
  const root = top[index];
  const rest = top.slice(index + 1);
  if (root === undefined || typeof root === "string") throw broken(part);
  if (rest.some((node) => typeof node !== "string")) throw broken(part);
  return { before: top.slice(0, index).map(nodeText).join(""), root, after: rest.map(nodeText).join("") };
}

const specials = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** The end of a comment, CDATA section or instruction that begins here. */
function skipSpecial(text: string, at: number, part: string): number {
  const special = specials.find(([opening]) => text.startsWith(opening, at));
  if (special === undefined) throw new Refusal(refusals.unsafe(`${part} 里有文档类型定义（DTD）`));
  const [opening, closing] = special;
  const end = text.indexOf(closing, at + opening.length);
  if (end < 0) throw broken(part);
  return end + closing.length;
}

/** The position after the ">" of a tag, knowing that quoted values may hold one. */
function tagEnd(text: string, at: number, part: string): number {
  let quote = 0;
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return index + 1;
    else if (code === 60) break;
  }
  throw broken(part);
}

function tagName(tag: string, part: string): string {
  let end = 1;
  while (end < tag.length && !isNameEnd(tag.charCodeAt(end))) end++;
  if (end === 1) throw broken(part);
  return tag.slice(1, end);
}

function isNameEnd(code: number): boolean {
  return code <= 32 || code === 47 || code === 62;
}

function broken(part: string): Refusal {
  return new Refusal(refusals.damaged(`${part} 的内容不完整`));
}

export function documentText(document: XmlDocument): string {
  return document.before + nodeText(document.root) + document.after;
}

export function nodeText(node: XmlNode): string {
  const out: string[] = [];
  append(node, out);
  return out.join("");
}

function append(node: XmlNode, out: string[]): void {
  if (typeof node === "string") {
    out.push(node);
    return;
  }
  out.push(node.open);
  for (const child of node.children) append(child, out);
  out.push(node.close);
}
