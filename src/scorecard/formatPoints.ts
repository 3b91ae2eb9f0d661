import { tidy } from "../quantity/tidy";

/**
 * A number rounded half up at so many decimals, as a person rounds what he reads: 1.005 → 1.01, which binary
 * fractions alone give as 1.00. Rounded to 12 significant digits first; a negative number is mirrored.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  const scaled = Math.round(shift(Math.abs(tidy(value)), decimals));
  if (!Number.isFinite(scaled)) return value;
  return tidy(Math.sign(value) * shift(scaled, -decimals));
}

/** 分 as shown: 99.657 at two decimals → "99.66". */
export function formatPoints(points: number, decimals: number): string {
  return roundHalfUp(points, decimals).toFixed(decimals);
}

/** 分 in a sentence: as many decimals as needed, at most so many, no zeros at the end: 3 → "3", 0.343 → "0.343". */
export function sayPoints(points: number, most = 5): string {
  return String(roundHalfUp(points, most));
}

/** 分 lost, above 0 or 0: 5 − 4.99999 is 0.00001, without what binary fractions leave behind. */
export function lostPoints(weight: number, points: number): number {
  return Math.max(0, roundHalfUp(weight - points, 10));
}

/** Moves the decimal point in the number's own digits, because 1.005 * 100 is 100.49999999999999. */
function shift(value: number, places: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
