/** A small XML reader for tests: elements, attributes and text; no entities but the five, no DTD. */
export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const token =
  /<!--[^]*?-->|<\?[^]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g;

/** Throws for anything that is not well-formed. */
export function parseXml(source: string): XmlElement {
  const root: Open = { name: "", attributes: new Map(), children: [], text: "" };
  const stack: Open[] = [root];
  for (const match of source.matchAll(token)) {
    const [all, closes, opens, attributes = "", empty] = match;
    const top = stack.at(-1);
    if (top === undefined) throw new Error("text after the root");
    if (closes !== undefined) {
      if (top.name !== local(closes) || stack.length === 1) throw new Error(`unexpected ${all}`);
      stack.pop();
    } else if (opens !== undefined) {
      const element: Open = {
        name: local(opens),
        attributes: readAttributes(attributes),
        children: [],
        text: "",
      };
      top.children.push(element);
      if (empty !== "/") stack.push(element);
    } else if (all === "<") {
      throw new Error("a tag that cannot be read");
    } else if (!all.startsWith("<!--") && !all.startsWith("<?")) {
      top.text += decode(all);
    }
  }
  const [only, second] = root.children;
  if (stack.length !== 1 || only === undefined || second !== undefined)
    throw new Error("not one root element");
  return only;
}

/** The element and everything in it, in document order. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = Array.from(text.matchAll(/([\w:.-]+)="([^"<]*)"/g));
  const attributes = new Map(pairs.map(([, name = "", value = ""]) => [name, decode(value)]));
  if (attributes.size !== pairs.length) throw new Error("an attribute twice");
  return attributes;
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

function decode(text: string): string {
  return text.replaceAll(/&[a-z]+;/g, (entity) => {
    const plain = entities[entity];
    if (plain === undefined) throw new Error(`unknown entity ${entity}`);
    return plain;
  });
}
