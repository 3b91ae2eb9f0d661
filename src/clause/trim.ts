/** Without these words at its ends, however many stand there; linear. */
export function withoutEnds(text: string, before: readonly string[], behind: readonly string[]): string {
  let [from, to] = [0, text.length];
  for (let changed = true; changed && from < to;) {
    const first = before.find((word) => text.startsWith(word, from) && from + word.length <= to);
    const last = behind.find((word) => text.endsWith(word, to) && to - word.length >= from);
    changed = first !== undefined || last !== undefined;
    if (first !== undefined) from += first.length;
    else if (last !== undefined) to -= last.length;
  }
  return text.slice(from, to);
}
