/**
 * The text of a file in UTF-8, UTF-16 or GB 18030, with or without a mark; null for everything else. Where a file was cut
 * within its last character, only that is missing; a single zero byte, which some programs put at the end, is none.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return legible(decoded(bytes, "utf-16le"), isHan);
  if (first === 0xfe && second === 0xff) return legible(decoded(bytes, "utf-16be"), isHan);
  const plain = withoutZero(decoded(bytes, "utf-8"));
  // Hardly anything else is valid UTF-8: what else stands beside Chinese is the author's business.
  if (plain !== null && /\p{Script=Han}/u.test(plain)) return plain;
  // Nearly every sequence of bytes means something in these: what is common in Chinese decides between them.
  const common = commonHan();
  const readings = ["gb18030", "utf-16le", "utf-16be"].map((label) =>
    legible(withoutZero(decoded(bytes, label)), (character) => common.has(character)),
  );
  return readings.find((text) => text !== null) ?? null;
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    // Told that more may come, the decoder keeps an incomplete last character to itself.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: !label.startsWith("utf-16") });
  } catch {
    return null;
  }
}

/** null for what holds several: that is no text. */
function withoutZero(text: string | null): string | null {
  const at = text?.indexOf("\0") ?? -1;
  if (text === null || at < 0) return text;
  return text.includes("\0", at + 1) ? null : text.slice(0, at) + text.slice(at + 1);
}

/** The least share of characters that a text of this kind consists of. Another encoding's text stays below a half. */
const leastKnown = 0.7;
const usual = /[\t\n\v\f\r\x20-\x7e\u2010-\u2026\u3000-\u301f\uff01-\uff5e]/u;

/** The text if it looks like Chinese writing. */
function legible(text: string | null, known: (character: string) => boolean): string | null {
  if (text === null || text.includes("\0")) return null;
  let han = 0;
  let others = 0;
  let unknown = 0;
  for (const character of text) {
    if (known(character)) han++;
    else if (usual.test(character)) others++;
    else unknown++;
  }
  return han > 0 && han + others >= leastKnown * (han + others + unknown) ? text : null;
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

/** The 3,755 characters of the first level of GB 2312. */
function commonHan(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder("gb18030").decode(new Uint8Array(bytes)));
}
