import { isType, readRelationships, relationshipsPart, resolveTarget } from "./relationships";
import type { PackageDraft } from "./packageDraft";
import { findWorkbook, namespacesOf } from "./workbookParts";
import { append, attribute, attributesOf, childrenOf, drop, makeElement, prefixOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";
import { partKey } from "./zipDirectory";

/** Says in [Content_Types].xml what a new part is. */
export function addContentType(draft: PackageDraft, part: string, type: string): void {
  const root = draft.document("[Content_Types].xml")?.root;
  if (root === undefined) return;
  removeContentType(draft, part);
  const name = `${prefixOf(root)}Override`;
  append(root, makeElement(name, { PartName: `/${encodeURI(part)}`, ContentType: type }));
}

function removeContentType(draft: PackageDraft, part: string): void {
  const root = draft.document("[Content_Types].xml")?.root;
  const found = childrenOf(root, "Override").find((each) => {
    const named = resolveTarget("", attribute(each, "PartName") ?? "");
    return partKey(named) === partKey(part);
  });
  if (root !== undefined && found !== undefined) drop(root, found);
}

/** Whether parts with that ending are of that type of their own accord. */
export function hasDefaultType(draft: PackageDraft, ending: string, type: string): boolean {
  const types = childrenOf(draft.document("[Content_Types].xml")?.root, "Default");
  return types.some(
    (each) =>
      attribute(each, "Extension")?.toLowerCase() === ending && attribute(each, "ContentType") === type,
  );
}

const relationshipsSpace = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A relation from one part to another. */
export function addRelation(draft: PackageDraft, from: string, word: string, to: string): string {
  const list = relationshipsPart(from);
  if (draft.find(list) === undefined) {
    draft.put(
      list,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relationshipsSpace}"/>`,
    );
  }
  const root = draft.document(list)?.root;
  if (root === undefined) return "";
  const known = childrenOf(root, "Relationship");
  const used = new Set(known.map((each) => attribute(each, "Id")));
  let number = known.length + 1;
  while (used.has(`rId${number}`)) number++;
  append(
    root,
    makeElement(`${prefixOf(root)}Relationship`, {
      Id: `rId${number}`,
      Type: `${namespacesOf(findWorkbook(draft.reading)).relations}/${word}`,
      Target: relativeTarget(from, to),
    }),
  );
  return `rId${number}`;
}

function removeRelations(draft: PackageDraft, from: string, to: string): void {
  const root = draft.document(relationshipsPart(from))?.root;
  const elements = childrenOf(root, "Relationship");
  readRelationships(draft, from).forEach(({ target }, index) => {
    const element = elements[index];
    const leads = target !== null && partKey(target) === partKey(to);
    if (root !== undefined && element !== undefined && leads) drop(root, element);
  });
}

/** Takes a part out with its relations, its type and what only it led to (drawings, notes). */
export function removePart(draft: PackageDraft, owner: string, part: string): void {
  const before = reachable(draft, part);
  removeRelations(draft, owner, part);
  const after = reachable(draft, "");
  for (const each of before) {
    if (after.has(each)) continue;
    removeContentType(draft, each);
    draft.remove(relationshipsPart(each));
    draft.remove(each);
  }
}

function reachable(draft: PackageDraft, from: string): ReadonlySet<string> {
  const seen = new Set<string>([from]);
  for (const part of seen) {
    for (const { target } of readRelationships(draft, part)) {
      const stored = target === null ? undefined : draft.find(target);
      if (stored !== undefined) seen.add(stored);
    }
  }
  return seen;
}

/** The order of calculation is wrong once a formula comes or goes; Excel makes it anew. */
export function removeCalculationChain(draft: PackageDraft, workbook: string): void {
  const relations = readRelationships(draft, workbook);
  const chain = relations.find((relation) => isType(relation, "calcChain"))?.target;
  const stored = chain === null || chain === undefined ? undefined : draft.find(chain);
  if (stored !== undefined) removePart(draft, workbook, stored);
}

/** The prefix with its colon that stands for relations in a part ("r:"); declared here when it is missing. */
export function relationPrefix(root: XmlElement): string {
  const found = attributesOf(root).find(
    ([name, value]) => name.startsWith("xmlns:") && /\/officeDocument\/(2006\/)?relationships$/.test(value),
  );
  return found === undefined ? "" : `${found[0].slice("xmlns:".length)}:`;
}

function relativeTarget(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const path = to.split("/");
  let same = 0;
  while (same < base.length && same < path.length - 1 && base[same] === path[same]) same++;
  return encodeURI([...base.slice(same).map(() => ".."), ...path.slice(same)].join("/"));
}
