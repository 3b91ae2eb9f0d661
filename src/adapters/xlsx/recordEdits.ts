import { recordNamespace, recordXml } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
import type { PackageDraft } from "./packageDraft";
import { addContentType, addRelation, hasDefaultType, removePart } from "./packageList";
import { findRecords } from "./readRecords";
import { findWorkbook, namespacesOf } from "./workbookParts";

const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const recordType = "application/xml";

/** One for each record, the same in every file: a plan gives the same bytes whenever it is applied. */
const itemIds: Readonly<Record<RecordKey, string>> = {
  restore: "{6B1D0C52-7A3E-4E0B-9C41-2F5A8D3E7101}",
  settings: "{6B1D0C52-7A3E-4E0B-9C41-2F5A8D3E7102}",
  extracted: "{6B1D0C52-7A3E-4E0B-9C41-2F5A8D3E7103}",
  reviewed: "{6B1D0C52-7A3E-4E0B-9C41-2F5A8D3E7104}",
  envelope: "{6B1D0C52-7A3E-4E0B-9C41-2F5A8D3E7105}",
};

/** Writes, replaces or (null) takes away our note, as the custom XML part that Excel itself would keep. */
export function setRecord(draft: PackageDraft, key: RecordKey, json: string | null): void {
  const workbook = findWorkbook(draft.reading);
  const found = findRecords(draft.reading, workbook).filter((record) => record.key === key);
  const [first, ...more] = found;
  if (json === null) {
    for (const { part } of found) removePart(draft, workbook.part, part);
    return;
  }
  for (const { part } of more) removePart(draft, workbook.part, part);
  if (first !== undefined) {
    if (first.json !== json) draft.put(first.part, recordXml(key, json));
    return;
  }
  let number = 1;
  while (taken(draft, number)) number++;
  const part = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  draft.put(part, recordXml(key, json));
  draft.put(properties, propertiesXml(itemIds[key], namespacesOf(workbook).customXml));
  // Some writers have "xml" stand for the workbook, and name every other type.
  if (!hasDefaultType(draft, "xml", recordType)) addContentType(draft, part, recordType);
  addContentType(draft, properties, propertiesType);
  addRelation(draft, part, "customXmlProps", properties);
  addRelation(draft, workbook.part, "customXml", part);
}

function taken(draft: PackageDraft, number: number): boolean {
  return (
    draft.find(`customXml/item${number}.xml`) !== undefined ||
    draft.find(`customXml/itemProps${number}.xml`) !== undefined
  );
}

function propertiesXml(id: string, space: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${id}" ` +
    `xmlns:ds="${space}"><ds:schemaRefs><ds:schemaRef ds:uri="${recordNamespace}"/></ds:schemaRefs>` +
    `</ds:datastoreItem>`
  );
}
