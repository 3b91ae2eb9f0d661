/**
 * Without these words at its ends, however many stand there; linear.
 * @param whole words of two characters that end (or begin) with one of them and are not cut
 */
export function withoutEnds(
  text: string,
  before: readonly string[],
  behind: readonly string[],
  whole?: ReadonlySet<string>,
): string {
  let [from, to] = [0, text.length];
  for (let changed = true; changed && from < to;) {
    const [head, tail] = [text.slice(from, from + 2), text.slice(Math.max(from, to - 2), to)];
    const first =
      whole?.has(head) === true
        ? undefined
        : before.find((word) => text.startsWith(word, from) && from + word.length <= to);
    const last =
      whole?.has(tail) === true
        ? undefined
        : behind.find((word) => text.endsWith(word, to) && to - word.length >= from);
    changed = first !== undefined || last !== undefined;
    if (first !== undefined) from += first.length;
    else if (last !== undefined) to -= last.length;
  }
  return text.slice(from, to);
}
