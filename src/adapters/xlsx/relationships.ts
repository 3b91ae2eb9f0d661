import { attribute, childrenOf } from "./xmlElement";
import type { XmlDocument } from "./xmlTree";

/** A source of parsed parts: the package, or a draft of it. */
export interface PartSource {
  readonly find: (name: string) => string | undefined;
  readonly document: (name: string) => XmlDocument | undefined;
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** A part's full name; null when it lies outside the file. */
  readonly target: string | null;
}

/** Where a part's relations are kept: "xl/_rels/workbook.xml.rels"; "" stands for the whole file. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relations of a part, or ("") of the whole file. */
export function readRelationships(source: PartSource, part: string): readonly Relationship[] {
  return childrenOf(source.document(relationshipsPart(part))?.root, "Relationship").map((element) => ({
    id: attribute(element, "Id") ?? "",
    type: attribute(element, "Type") ?? "",
    target:
      attribute(element, "TargetMode") === "External"
        ? null
        : resolveTarget(part, attribute(element, "Target") ?? ""),
  }));
}

/** The last word of the type: transitional and strict files differ only before it. */
export function isType(relationship: Relationship, word: string): boolean {
  return relationship.type.endsWith(`/${word}`);
}

/** The part that a reference within another leads to ("" stands for the whole file). As in any address, a way up out
 * of the package ends at its top; some writers put "\\" for "/". */
export function resolveTarget(part: string, target: string): string {
  const way = target.replaceAll("\\", "/");
  const parts = way.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of way.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return plainName(parts.join("/"));
}

/** Without "%20" and the like. */
export function plainName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
