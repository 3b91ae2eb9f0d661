import { parseA1 } from "../../workbook/cell";
import type { FloatingText } from "../../workbook/snapshot";
import { isType, readRelationships, type PartSource } from "./relationships";
import { attribute, childOf, childrenOf, elementsOf, localName, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/**
 * The texts of a sheet that stand in no cell: comments and text boxes, each at the cell that it hangs on. A part that
 * cannot be read is passed over: nothing of it is ever written.
 */
export function readFloatingTexts(source: PartSource, sheetPart: string): readonly FloatingText[] {
  return readRelationships(source, sheetPart).flatMap((relationship) => {
    const { target } = relationship;
    if (target === null) return [];
    if (isType(relationship, "comments")) return rootOf(source, target, commentsIn);
    return isType(relationship, "drawing") ? rootOf(source, target, boxesIn) : [];
  });
}

function rootOf(
  source: PartSource,
  part: string,
  read: (root: XmlElement) => readonly FloatingText[],
): readonly FloatingText[] {
  try {
    const root = source.document(part)?.root;
    return root === undefined ? [] : read(root);
  } catch {
    return [];
  }
}

function commentsIn(root: XmlElement): readonly FloatingText[] {
  return childrenOf(childOf(root, "commentList"), "comment").flatMap((comment) => {
    const at = parseA1(attribute(comment, "ref") ?? "");
    const text = wordsIn(comment);
    return at === null || text === "" ? [] : [{ ...at, text, of: "comment" as const }];
  });
}

function boxesIn(root: XmlElement): readonly FloatingText[] {
  return elementsOf(root).flatMap((anchor) => {
    const from = childOf(anchor, "from");
    const text = childrenOf(anchor, "sp").map(wordsIn).join("\n").trim();
    const row = Number(textOf(childOf(from, "row"))) + 1;
    const column = Number(textOf(childOf(from, "col"))) + 1;
    const isPlaced = from !== undefined && Number.isInteger(row) && Number.isInteger(column);
    return text === ""
      ? []
      : [{ row: isPlaced ? row : 1, column: isPlaced ? column : 1, text, of: "box" as const }];
  });
}

/** Its runs, line by line; what Excel writes for phonetic hints is none of it. */
function wordsIn(element: XmlElement): string {
  const lines: string[] = [];
  const visit = (one: XmlElement): void => {
    const name = localName(one);
    if (name === "rPh") return;
    if (name === "p") lines.push("\n");
    if (name === "t") lines.push(textOf(one));
    for (const child of elementsOf(one)) visit(child);
  };
  visit(element);
  return lines.join("").trim();
}
