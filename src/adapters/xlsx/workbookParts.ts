import { isType, readRelationships, type PartSource, type Relationship } from "./relationships";
import { Refusal, refusals } from "./refusals";
import { attribute, attributesOf, childOf, childrenOf, localName } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

interface SheetPart {
  readonly name: string;
  readonly sheetId: number;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Null for what has no cells: a chart sheet, a dialog, a macro module. */
  readonly part: string | null;
}

export interface WorkbookParts {
  readonly part: string;
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetPart[];
  readonly styles: string | null;
  readonly sharedStrings: string | null;
}

/** Finds the parts by their relations, never by their usual names. @throws Refusal */
export function findWorkbook(source: PartSource): WorkbookParts {
  if (source.find("EncryptedPackage") !== undefined) throw new Refusal(refusals.encrypted());
  if (source.find("[Content_Types].xml") === undefined) throw new Refusal(refusals.notWorkbook());
  const top = readRelationships(source, "");
  const main = top.find((relation) => isType(relation, "officeDocument"))?.target ?? null;
  if (main === null) throw new Refusal(refusals.notWorkbook());
  const part = source.find(main);
  if (part === undefined) throw new Refusal(refusals.missingPart(main));
  if (!/\.xml$/i.test(part)) throw new Refusal(refusals.notWorkbook());
  const document = source.document(part);
  if (document === undefined || localName(document.root) !== "workbook") {
    throw new Refusal(refusals.notWorkbook());
  }
  const relationships = readRelationships(source, part);
  const partOf = (word: string) => {
    const target = relationships.find((relation) => isType(relation, word))?.target ?? null;
    return target === null ? null : (source.find(target) ?? null);
  };
  const sheets = childrenOf(childOf(document.root, "sheets") ?? document.root, "sheet").map((element) =>
    readSheetPart(source, element, relationships),
  );
  if (sheets.length === 0) throw new Refusal(refusals.notWorkbook());
  return {
    part,
    root: document.root,
    relationships,
    sheets,
    styles: partOf("styles"),
    sharedStrings: partOf("sharedStrings"),
  };
}

const transitional = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  customXml: "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
} as const;
const strict = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relations: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  customXml: "http://purl.oclc.org/ooxml/officeDocument/customXml",
} as const;

/** The namespaces that the file is written in: ours are the same. */
export function namespacesOf({ root }: WorkbookParts): typeof transitional | typeof strict {
  return attributesOf(root).some(([, value]) => value === strict.main) ? strict : transitional;
}

function readSheetPart(
  source: PartSource,
  element: XmlElement,
  relationships: readonly Relationship[],
): SheetPart {
  const name = attribute(element, "name") ?? "";
  const relationId = attributesOf(element).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? "";
  const relation = relationships.find((each) => each.id === relationId);
  const state = attribute(element, "state");
  const visibility = state === "hidden" || state === "veryHidden" ? state : "visible";
  const sheetId = Number(attribute(element, "sheetId") ?? "0");
  // An old macro module leads nowhere; a sheet that people see and whose cells are lost is another matter.
  if (relation === undefined && relationId !== "" && visibility === "visible") {
    throw new Refusal(refusals.missingPart(`工作表“${name}”`));
  }
  if (relation === undefined || !isType(relation, "worksheet"))
    return { name, sheetId, visibility, part: null };
  const part = relation.target === null ? undefined : source.find(relation.target);
  if (part === undefined) throw new Refusal(refusals.missingPart(relation.target ?? `工作表“${name}”`));
  return { name, sheetId, visibility, part };
}
