import { normalizeName } from "../form/normalizeName";
import type { CellSnapshot } from "../workbook/snapshot";

/** Excel keeps fifteen digits of a number. */
const exactBelow = 1e15;

/** A code as it is compared. isLost: it was typed as a number, and its last digits are gone. */
export function exactCode(
  text: string,
  cell: CellSnapshot | undefined,
): { readonly code: string; readonly isLost: boolean } {
  const value = cell?.value ?? null;
  if (typeof value !== "number") {
    // A code that was copied as 4.401E+20 is no code any more.
    const code = normalizeName(text).replace(/^'/u, "").toUpperCase();
    return /^\d\.\d+E\+\d+$/u.test(code) ? { code: "", isLost: true } : { code, isLost: false };
  }
  if (Math.abs(value) >= exactBelow) return { code: "", isLost: true };
  const zeros = /^0+$/u.test(cell?.format ?? "") ? (cell?.format?.length ?? 0) : 0;
  return { code: String(value).padStart(zeros, "0"), isLost: false };
}

/** A project's name as it is compared: without spaces, one kind of brackets and quotes, no full stop behind. */
export function nameKey(name: string): string {
  return normalizeName(name)
    .replace(/[[【〔]/gu, "(")
    .replace(/[\]】〕]/gu, ")")
    .replace(/[·•・\-—–_"']/gu, "")
    .replace(/[.。;；]$/u, "");
}
