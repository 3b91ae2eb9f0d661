/**
 * A number rounded to 12 significant digits: before every comparison and every floor, so that 4.95 ÷ 3.3 is
 * exactly 150 % and nine rows of 10/9 lose nothing. NaN and infinities come back as they are; -0 becomes 0.
 */
export function tidy(x: number): number {
  // A whole number of so few digits is what it is; most are.
  if (Number.isInteger(x) && x < 1e11 && x > -1e11) return x + 0;
  return Number.isFinite(x) ? Number(x.toPrecision(12)) + 0 : x;
}

/** The sum, tidied; null counts as 0. */
export function sumOf(numbers: readonly (number | null)[]): number {
  return tidy(numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0));
}

/** Decimals of a number as it is written, or of its digits: 9.66 → 2, "5" → 0. */
export function decimalPlaces(value: number | string): number {
  const digits = String(typeof value === "number" ? tidy(value) : value);
  return digits.includes("e") ? 12 : (digits.split(".")[1]?.length ?? 0);
}
