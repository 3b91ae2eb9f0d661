import { succeed, type Outcome } from "../../workbook/port";
import { highlightLooks } from "./cellLooks";
import { draftOf } from "./packageDraft";
import { attempt } from "./refusals";
import { findWorkbook } from "./workbookParts";
import { styleItems, styleOwners, type StyleList } from "./styleLists";
import { usedStyles } from "./usedStyles";
import { attribute, count, drop, elementsOf, localName, setAttribute } from "./xmlElement";
import { nodeText, type XmlElement } from "./xmlTree";
import { openPackage } from "./xlsxPackage";

/**
 * The file without the styles that we once added and that nothing uses any more: they stand at the ends of the lists,
 * where taking them off moves no other. For copies that shall hold nothing of ours.
 */
export function trimStyles(bytes: Uint8Array): Outcome<Uint8Array> {
  return attempt(() => {
    const opened = openPackage(bytes.slice());
    const draft = draftOf(opened);
    const part = findWorkbook(draft).styles;
    const root = part === null ? undefined : draft.document(part)?.root;
    if (root === undefined) return succeed(bytes);
    const used = usedStyles(opened);
    trim(root, "cellXfs", (_, index) => used.cells.has(index) || index === 0);
    trim(root, "dxfs", (element, index) => used.conditional.has(index) || !isOurs(element));
    for (const [list, id] of [
      ["fonts", "fontId"],
      ["fills", "fillId"],
      ["borders", "borderId"],
    ] as const) {
      const numbers = new Set(formatsOf(root).map((xf) => count(xf, id) ?? 0));
      // The first two fills are fixed by the format.
      trim(root, list, (_, index) => numbers.has(index) || index < 2);
    }
    const users = everyElement(root).filter((each) => localName(each) !== "numFmt");
    const formats = new Set(users.map((each) => attribute(each, "numFmtId")));
    trim(root, "numFmts", (each) => formats.has(attribute(each, "numFmtId")));
    return succeed(draft.finish().bytes());
  });
}

/** Takes elements off the end of a list as long as they are not to be kept; an empty list goes. */
function trim(
  root: XmlElement,
  list: StyleList,
  keep: (element: XmlElement, index: number) => boolean,
): void {
  const [owner, ...others] = styleOwners(root, list);
  // Alternatives are not ours.
  if (owner === undefined || others.length > 0 || !root.children.includes(owner)) return;
  const elements = styleItems(root, list);
  let left = elements.length;
  for (; left > 0; left--) {
    const element = elements[left - 1];
    if (element === undefined || keep(element, left - 1) || elementsOf(owner).at(-1) !== element) break;
    drop(owner, element);
  }
  if (left === elements.length) return;
  if (left === 0) drop(root, owner);
  else setAttribute(owner, "count", String(left));
}

function formatsOf(root: XmlElement): readonly XmlElement[] {
  return (["cellXfs", "cellStyleXfs"] as const).flatMap((list) => styleItems(root, list));
}

function everyElement(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => [child, ...everyElement(child)]);
}

/** Of our looks, whatever prefix the file has. */
function isOurs(element: XmlElement): boolean {
  const plain = nodeText(element).replace(/<(\/?)\w+:/gu, "<$1");
  return Object.values(highlightLooks).some((look) => plain === `<dxf>${look}</dxf>`);
}
