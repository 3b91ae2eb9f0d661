import { recordNamespace } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
import { readRecordText } from "./recordText";
import type { RecordPlace } from "./readMemory";

/** Which of our parts holds which record, when it is not known from the last reading: two round trips. */
export async function readRecordPlaces(
  context: Excel.RequestContext,
): Promise<ReadonlyMap<RecordKey, RecordPlace>> {
  const parts = context.workbook.customXmlParts.getByNamespace(recordNamespace).load("items/id");
  await context.sync();
  const asked = parts.items.map((part) => ({ partId: part.id, text: part.getXml() }));
  await context.sync();
  return recordPlaces(asked);
}

export function recordPlaces(
  parts: readonly { readonly partId: string; readonly text: OfficeExtension.ClientResult<string> }[],
): ReadonlyMap<RecordKey, RecordPlace> {
  const places = new Map<RecordKey, RecordPlace>();
  for (const { partId, text } of parts) {
    const record = readRecordText(text.value);
    if (record !== null) places.set(record.key, { partId, json: record.json });
  }
  return places;
}
