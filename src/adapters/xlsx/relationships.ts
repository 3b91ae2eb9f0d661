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

function resolveTarget(part: string, target: string): string | null {
  const parts = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") {
      if (parts.length === 0) return null;
      parts.pop();
    } else if (step !== "." && step !== "") parts.push(step);
  }
  return decodeName(parts.join("/"));
}

/** A part's name as the zip has it: relations and types spell it as an address. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
