import { isRecordKey, recordNamespace } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
import { isType, type PartSource } from "./relationships";
import type { WorkbookParts } from "./workbookParts";
import { attribute, attributesOf, localName, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

interface RecordPart {
  readonly key: RecordKey;
  readonly json: string;
  readonly part: string;
}

/** Our notes among the custom XML parts, recognised by their namespace; of two with one key the last. */
export function findRecords(source: PartSource, workbook: WorkbookParts): readonly RecordPart[] {
  return workbook.relationships
    .filter((relation) => isType(relation, "customXml"))
    .flatMap((relation) => {
      const part = relation.target === null ? undefined : source.find(relation.target);
      const root = part === undefined ? undefined : source.document(part)?.root;
      if (part === undefined || root === undefined || !isOurs(root)) return [];
      const key = attribute(root, "key") ?? "";
      return isRecordKey(key) ? [{ key, json: textOf(root), part }] : [];
    });
}

function isOurs(root: XmlElement): boolean {
  return (
    localName(root) === "record" &&
    attributesOf(root).some(([name, value]) => name.startsWith("xmlns") && value === recordNamespace)
  );
}
