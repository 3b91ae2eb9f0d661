import { recordNamespace, isRecordKey } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
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

/** Our record out of the XML of its part; null for a part of somebody else's. */
function readRecordText(xml: string): { readonly key: RecordKey; readonly json: string } | null {
  const match = /<(?:\w+:)?record\b([^<>]*?)(\/>|>([^<]*)<\/(?:\w+:)?record>)/.exec(xml);
  if (match?.[1]?.includes(`"${recordNamespace}"`) !== true) return null;
  const key = /\skey="([^"]*)"/.exec(match[1])?.[1] ?? "";
  return isRecordKey(key) ? { key, json: decode(match[3] ?? "") } : null;
}

const names: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, ...found: unknown[]) => {
    const [decimal, hex, name] = found.slice(0, 3).map((part) => (typeof part === "string" ? part : ""));
    if (name !== undefined && name !== "") return names[name] ?? whole;
    const code = decimal !== undefined && decimal !== "" ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
