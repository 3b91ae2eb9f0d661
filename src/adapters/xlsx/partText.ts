import { Refusal, refusals } from "./refusals";

/** The text of an XML part, with its byte order mark if it is UTF-8 and has one. Anything but UTF-8 is read too, and
 * its declaration says UTF-8 from then on, because that is how we write. @throws Refusal */
export function decodePart(bytes: Uint8Array, part: string): string {
  const label = wideEncoding(bytes) ?? declaredEncoding(bytes);
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true, ignoreBOM: label === "utf-8" }).decode(bytes);
  } catch {
    throw new Refusal(refusals.damaged(`${part} 的文字编码无法识别`));
  }
  return text.replace(
    /^(\uFEFF?<\?xml[^>]{0,200}?encoding\s*=\s*)(["'])(?!utf-?8\2)[^"'>]{1,40}\2/i,
    "$1$2UTF-8$2",
  );
}

/** UTF-16 shows by its mark or, without one, by the empty half of its first letter: XML begins with a plain one. */
function wideEncoding([first, second]: Uint8Array): string | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? "utf-16be" : null;
}

/** A mark goes before the declaration; one of UTF-16 over single bytes (.NET writes such) is wrong. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^<\?xml[^>]{0,180}?encoding\s*=\s*["']([^"'>]{1,40})["']/.exec(head)?.[1] ?? "utf-8";
  return /^(utf-?(8|16.*)|us-ascii)$/i.test(label) ? "utf-8" : label.toLowerCase();
}
