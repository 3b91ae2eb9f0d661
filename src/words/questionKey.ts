const longest = 60;

/** A question by its words: the key under which the answer is kept, whatever the signs between them. */
export function questionKey(label: string): string {
  const plain = label.replace(/\([^()]*\)|\[[^[\]]*\]/gu, "").replace(/[^\p{L}\p{N}%≤≥<>]/gu, "");
  const key = plain === "" ? label.replace(/[^\p{L}\p{N}]/gu, "") : plain;
  return key.length <= longest ? key : `${key.slice(0, longest - 8)}${checksum(key)}`;
}

/** Seven or more letters and digits that change with the text. */
export function checksum(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % 4294967296;
  return sum.toString(36).padStart(7, "0");
}
