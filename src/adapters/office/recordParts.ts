import { isRecordKey, recordNamespace, recordXml } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
import { decodeEntities } from "../xlsx/xmlText";
import { bytesOf, step, type Step, type WrittenRecord } from "./bookSteps";
import type { ReadMemory, RecordPlace } from "./readMemory";

/** Which of our parts holds which record, when it is not known from the last reading: two round trips. */
export async function readRecordPlaces(context: Excel.RequestContext): Promise<ReadMemory["records"]> {
  const parts = context.workbook.customXmlParts.getByNamespace(recordNamespace).load("items/id");
  await context.sync();
  const asked = parts.items.map((part) => ({ partId: part.id, text: part.getXml() }));
  await context.sync();
  return recordPlaces(asked);
}

/** Whether the parts that there are are those that are known. */
export function samePlaces({ records }: Pick<ReadMemory, "records">, partIds: readonly string[]): boolean {
  const known = Array.from(records.values(), ({ partId }) => partId);
  return known.length === partIds.length && known.every((id) => partIds.includes(id));
}

export function recordPlaces(
  parts: readonly { readonly partId: string; readonly text: OfficeExtension.ClientResult<string> }[],
): ReadMemory["records"] {
  const places = new Map<RecordKey, RecordPlace>();
  for (const { partId, text } of parts) {
    const record = readRecordText(text.value);
    if (record !== null) places.set(record.key, { partId, json: record.json });
  }
  return places;
}

/** Our record out of the XML of its part; null for a part of somebody else's. */
export function readRecordText(xml: string): { readonly key: RecordKey; readonly json: string } | null {
  const match = /<(?:\w+:)?record\b([^<>]*?)(\/>|>([^<]*)<\/(?:\w+:)?record>)/.exec(xml);
  if (match?.[1]?.includes(`"${recordNamespace}"`) !== true) return null;
  const key = /\skey="([^"]*)"/.exec(match[1])?.[1] ?? "";
  return isRecordKey(key) ? { key, json: decodeEntities(match[3] ?? "") } : null;
}

/** Writes one record into its part, a new one where there is none; null deletes the part. */
export function writeRecord(
  key: RecordKey,
  json: string | null,
  place: RecordPlace | undefined,
): { readonly steps: readonly Step[]; readonly written: WrittenRecord } {
  const written: WrittenRecord = { key, json, part: null, partId: place?.partId ?? null };
  if (json === null) {
    const steps = place === undefined ? [] : [deletePart(place.partId)];
    return { steps, written };
  }
  const xml = recordXml(key, json);
  return {
    steps: [
      step(bytesOf(xml), ({ context }) => {
        const parts = context.workbook.customXmlParts;
        if (place === undefined) written.part = parts.add(xml).load("id");
        else parts.getItem(place.partId).setXml(xml);
      }),
    ],
    written,
  };
}

export function deletePart(id: string): Step {
  return step(300, ({ context }) => {
    context.workbook.customXmlParts.getItem(id).delete();
  });
}

/** Which parts hold the records once these are written. */
export function placesAfter(
  before: ReadMemory["records"],
  written: readonly WrittenRecord[],
): ReadMemory["records"] {
  const places = new Map(before);
  for (const { key, json, part, partId } of written) {
    const id = part?.id ?? partId;
    if (json === null || id === null) places.delete(key);
    else places.set(key, { partId: id, json });
  }
  return places;
}
