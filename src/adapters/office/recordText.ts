import { isRecordKey, recordNamespace } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";

/** Our record out of the XML of its part; null for a part of somebody else's. */
export function readRecordText(xml: string): { readonly key: RecordKey; readonly json: string } | null {
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
