import { succeed, type Outcome } from "../../workbook/port";
import { highlightLooks } from "./cellLooks";
import { draftOf, type PackageDraft } from "./packageDraft";
import { attempt } from "./refusals";
import { findWorkbook } from "./workbookParts";
import {
  attribute,
  childOf,
  childrenOf,
  count,
  drop,
  elementsOf,
  localName,
  setAttribute,
} from "./xmlElement";
import { nodeText, type XmlElement } from "./xmlTree";
import { openPackage, type XlsxPackage } from "./xlsxPackage";

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
    const used = usedStyles(opened, draft);
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

interface UsedStyles {
  readonly cells: ReadonlySet<number>;
  readonly conditional: ReadonlySet<number>;
}

/** Every part is looked through, so that a table or a filter that we know nothing of keeps its look. */
function usedStyles(opened: XlsxPackage, draft: PackageDraft): UsedStyles {
  const cells = new Set<number>();
  const conditional = new Set<number>();
  for (const name of draft.names()) {
    if (!/\.xml$/iu.test(name)) continue;
    const text = opened.text(name) ?? "";
    for (const [, number] of text.matchAll(/\s(?:s|style)\s*=\s*["'](\d{1,9})["']/gu))
      cells.add(Number(number));
    for (const [, number] of text.matchAll(/dxfId\s*=\s*["'](\d{1,9})["']/giu))
      conditional.add(Number(number));
  }
  return { cells, conditional };
}

/** Takes elements off the end of a list as long as they are not to be kept; an empty list goes. */
function trim(root: XmlElement, list: string, keep: (element: XmlElement, index: number) => boolean): void {
  const owner = childOf(root, list);
  if (owner === undefined) return;
  const elements = elementsOf(owner);
  let left = elements.length;
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index];
    if (element === undefined || keep(element, index)) break;
    drop(owner, element);
    left = index;
  }
  if (left === elements.length) return;
  if (left === 0) drop(root, owner);
  else setAttribute(owner, "count", String(left));
}

function formatsOf(root: XmlElement): readonly XmlElement[] {
  return ["cellXfs", "cellStyleXfs"].flatMap((list) => childrenOf(childOf(root, list), "xf"));
}

function everyElement(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => [child, ...everyElement(child)]);
}

/** Of our looks, whatever prefix the file has. */
function isOurs(element: XmlElement): boolean {
  const plain = nodeText(element).replace(/<(\/?)\w+:/gu, "<$1");
  return Object.values(highlightLooks).some((look) => plain === `<dxf>${look}</dxf>`);
}
