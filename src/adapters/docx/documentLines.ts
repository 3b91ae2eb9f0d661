import { attribute, childOf, elementsOf, localName, prefixOf, textOf } from "../xlsx/xmlElement";
import type { XmlElement } from "../xlsx/xmlTree";

/** What is on paper only after the changes are refused, the readings above characters. */
const unread = new Set(["del", "moveFrom", "rt"]);
const signs: Readonly<Partial<Record<string, string>>> = {
  tab: "\t",
  ptab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
};
/** In a formula: 1/2 is not 12. */
const before: Readonly<Partial<Record<string, string>>> = { den: "/", sup: "^" };

/** The lines of a document: one per paragraph, the cells of a table row parted by tabs, a text box after its paragraph. */
export function documentLines(element: XmlElement): readonly string[] {
  return readable(element).flatMap((child) => {
    switch (localName(child)) {
      case "p": {
        const boxes: string[] = [];
        return [wordsOf(child, boxes), ...boxes];
      }
      case "tr":
        return [cellsOf(child).join("\t")];
      default:
        return documentLines(child);
    }
  });
}

function cellsOf(row: XmlElement): readonly string[] {
  return readable(row).flatMap((child) =>
    localName(child) === "tc"
      ? [documentLines(child).join(" ").replace(/\s+/gu, " ").trim()]
      : cellsOf(child),
  );
}

function wordsOf(element: XmlElement, boxes: string[]): string {
  let words = "";
  for (const child of readable(element)) {
    const name = localName(child);
    if (name === "t") words += textOf(child);
    else if (name === "txbxContent") boxes.push(...documentLines(child));
    else words += signs[name] ?? (before[name] ?? "") + wordsOf(child, boxes);
  }
  return words;
}

/** The elements inside that a reader of the page sees; of several ways to draw the same, the first. */
function readable(element: XmlElement): readonly XmlElement[] {
  const seen = elementsOf(element).filter((child) => {
    const name = localName(child);
    return !unread.has(name) && !name.endsWith("Pr") && !(name === "r" && isHidden(child));
  });
  return localName(element) === "AlternateContent" ? seen.slice(0, 1) : seen;
}

function isHidden(run: XmlElement): boolean {
  const vanish = childOf(childOf(run, "rPr"), "vanish");
  return (
    vanish !== undefined && !/^(?:0|false|off)$/u.test(attribute(vanish, `${prefixOf(vanish)}val`) ?? "")
  );
}
