import { recordKeys, type RecordKey } from "./snapshot";

/** The namespace of our records: how every adapter finds them again among other custom XML parts. */
export const recordNamespace = "urn:jx-self-evaluation:record:1";

/** Our record as the XML of a custom part; the JSON is ordinary escaped text. */
export function recordXml(key: RecordKey, json: string): string {
  const text = json
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;")
    // XML 1.0 cannot hold these at all; JSON only holds them escaped, so nothing is lost.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<record xmlns="${recordNamespace}" key="${key}">${text}</record>`;
}

export function isRecordKey(text: string): text is RecordKey {
  return (recordKeys as readonly string[]).includes(text);
}
