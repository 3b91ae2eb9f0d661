import { childrenOf, elementsOf, localName, textOf } from "./xmlElement";
import { decodeCellText } from "./xmlText";
import type { XmlDocument, XmlElement } from "./xmlTree";

/** The table of texts that cells point into. */
export function readSharedStrings(document: XmlDocument | undefined): readonly string[] {
  return document === undefined ? [] : childrenOf(document.root, "si").map(richText);
}

/** The words of a text with its runs joined; phonetic runs (拼音) are not part of them. */
export function richText(element: XmlElement): string {
  let text = "";
  for (const child of elementsOf(element)) {
    const local = localName(child);
    if (local === "t") text += textOf(child);
    else if (local === "r") for (const part of childrenOf(child, "t")) text += textOf(part);
  }
  return decodeCellText(text);
}
