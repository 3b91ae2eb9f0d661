import { tidy } from "../quantity/tidy";

/** Decimals of a number as it is written: 9.66 → 2, 5 → 0. */
export function decimalPlaces(value: number): number {
  const digits = String(tidy(value));
  return digits.includes("e") ? 12 : (digits.split(".")[1]?.length ?? 0);
}
