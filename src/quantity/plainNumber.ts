/** A cell that holds one number and nothing else, as people type it. */
interface PlainNumber {
  /** A percent is a fraction: "99.83%" → 0.9983. */
  readonly value: number;
  /** What stood behind the digits, normalised: "", "%", "分", "万元", "个". */
  readonly unit: string;
}

const shape = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)\s*([^\d\s.,+\-/]{0,6})$/u;

/**
 * Reads "１０", "10 分", "66,820.9万元", "99.83 %", 9.66; null for blank, for words and for anything that holds more
 * than one number. Full-width characters are taken as their plain forms; white space is ignored.
 */
export function readPlainNumber(content: string | number | boolean | null): PlainNumber | null {
  if (typeof content === "number") return Number.isFinite(content) ? { value: content, unit: "" } : null;
  if (typeof content !== "string" || content.length > 60) return null;
  const text = content.normalize("NFKC").replace(/\s+/gu, "");
  const match = shape.exec(text);
  const digits = match?.[1]?.replaceAll(",", "") ?? "";
  if (match === null || !/\d/u.test(digits)) return null;
  const unit = match[2] ?? "";
  // Dividing by 100 as text keeps 99.83% at 0.9983 exactly as Excel reads it.
  const value = unit === "%" ? Number(`${digits}e-2`) : Number(digits);
  return { value, unit };
}
