import type { CellFix } from "../findings/finding";

/** So much of a long text stands around what changes. */
const around = 8;

/**
 * What stands in a cell and what is to, as short texts: of a long one the place that differs, with "…" for what is left out.
 * A text that only becomes a number looks the same: it is said.
 */
export function shortChange({ before, after }: Pick<CellFix, "before" | "after">): {
  readonly before: string;
  readonly after: string;
} {
  const [old, next] = [String(before ?? ""), String(after)];
  if (old.trim() === next) return { before: `“${old}”（文本）`, after: `${next}（数）` };
  const [a, b] = [Array.from(old.replace(/\s+/gu, " ")), Array.from(next.replace(/\s+/gu, " "))];
  if (Math.max(a.length, b.length) <= 3 * around)
    return { before: a.join("") || "（空白）", after: b.join("") };
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const cut = (text: readonly string[]): string => {
    const [from, to] = [Math.max(0, head - around), Math.min(text.length, text.length - tail + around)];
    return `${from > 0 ? "…" : ""}${text.slice(from, to).join("")}${to < text.length ? "…" : ""}`;
  };
  return { before: cut(a), after: cut(b) };
}
