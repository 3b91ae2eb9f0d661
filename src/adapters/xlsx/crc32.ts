/** The remainders of one byte, and of that byte with one, two and three zero bytes behind it. */
const tables = makeTables();
const [first, second, third, fourth] = tables;

function makeTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const one = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  const shifted = (from: Uint32Array): Uint32Array =>
    from.map((value) => (value >>> 8) ^ (one[value & 0xff] ?? 0));
  const two = shifted(one);
  const three = shifted(two);
  return [one, two, three, shifted(three)];
}

/** The checksum that a zip entry carries. Four bytes at a time: every part of a file goes through here. */
export function crc32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = -1;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    sum ^= view.getInt32(at, true);
    sum =
      (fourth[sum & 0xff] ?? 0) ^
      (third[(sum >>> 8) & 0xff] ?? 0) ^
      (second[(sum >>> 16) & 0xff] ?? 0) ^
      (first[sum >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) sum = (sum >>> 8) ^ (first[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (sum ^ -1) >>> 0;
}
