import { SaxesParser } from "saxes";

/** An element with its namespace, as a parser that is not ours reads it. */
export interface NamedElement {
  readonly space: string;
  readonly name: string;
  /** Attributes without a namespace by name, others as "namespace name"; no namespace declarations. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly NamedElement[];
  readonly text: string;
}

interface Building extends NamedElement {
  readonly children: NamedElement[];
  text: string;
}

/** Throws for anything that is not well-formed, illegal characters and undeclared prefixes included. */
export function readNamedXml(bytes: Uint8Array): NamedElement {
  const parser = new SaxesParser({ xmlns: true });
  const stack: Building[] = [];
  let root: NamedElement | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const own = Object.values(tag.attributes).filter(
      ({ prefix, name }) => prefix !== "xmlns" && name !== "xmlns",
    );
    const element: Building = {
      space: tag.uri,
      name: tag.local,
      attributes: new Map(
        own.map(({ uri, local, value }) => [uri === "" ? local : `${uri} ${local}`, value] as const),
      ),
      children: [],
      text: "",
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on("closetag", () => void stack.pop());
  const take = (text: string): void => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += text;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(decoded(bytes)).close();
  if (root === undefined) throw new Error("no element");
  return root;
}

/** By the mark, else by the first bytes, as the XML recommendation has it; no other encoding is met. */
function decoded(bytes: Uint8Array): string {
  const [one, two] = bytes;
  const label =
    (one === 0xff && two === 0xfe) || (one === 0x3c && two === 0)
      ? "utf-16le"
      : (one === 0xfe && two === 0xff) || (one === 0 && two === 0x3c)
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(label, { fatal: true }).decode(bytes);
}

/** The element and everything in it, in document order. */
export function allOf(element: NamedElement): readonly NamedElement[] {
  return [element, ...element.children.flatMap(allOf)];
}

export function named(element: NamedElement | undefined, name: string): readonly NamedElement[] {
  return element?.children.filter((child) => child.name === name && child.space === element.space) ?? [];
}

export function numberOf(element: NamedElement | undefined, name: string): number | undefined {
  const value = element?.attributes.get(name);
  return value === undefined ? undefined : Number(value);
}
