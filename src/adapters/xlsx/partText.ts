import { Refusal, refusals } from "./refusals";

/** The text of an XML part, with its byte order mark if it has one. Anything but UTF-8 is read too, and its
 * declaration says UTF-8 from then on, because that is how we write. @throws Refusal */
export function decodePart(bytes: Uint8Array, part: string): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff;
  const label = wide === true ? "utf-16be" : wide === false ? declaredEncoding(bytes) : wide;
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true, ignoreBOM: label === "utf-8" }).decode(bytes);
  } catch {
    throw new Refusal(refusals.damaged(`${part} 的文字编码无法识别`));
  }
  if (label === "utf-8") return text;
  return text.replace(/^(<\?xml[^>]{0,200}?encoding\s*=\s*)["'][^"'>]{1,40}["']/, '$1"UTF-8"');
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]{0,180}?encoding\s*=\s*["']([^"'>]{1,40})["']/.exec(
    head,
  )?.[1];
  return label === undefined || /^(utf-?8|us-ascii)$/i.test(label) ? "utf-8" : label.toLowerCase();
}
