/** So many results are kept; those used longest ago go first. */
const mostKept = 1000;
/** Longer texts are rare, and worked out each time. */
const longestKept = 8000;

/** A function of text that works its result out once for each text, as long as not too many others came since. */
export function oncePerText<Result extends object>(
  compute: (text: string) => Result,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > longestKept) return compute(text);
    const before = known.get(text);
    const result = before ?? compute(text);
    if (before !== undefined) known.delete(text);
    known.set(text, result);
    if (known.size > mostKept) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    return result;
  };
}
