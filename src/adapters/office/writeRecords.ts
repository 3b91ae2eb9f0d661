import { recordXml } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
import { bytesOf, step, type Step } from "./bookSteps";
import type { RecordPlace } from "./readMemory";

/** A record as it will stand once the plan is applied; the part's id is known after the sync. */
export interface WrittenRecord {
  readonly key: RecordKey;
  readonly json: string | null;
  part: Excel.CustomXmlPart | null;
  readonly partId: string | null;
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

function deletePart(id: string): Step {
  return step(300, ({ context }) => {
    context.workbook.customXmlParts.getItem(id).delete();
  });
}
