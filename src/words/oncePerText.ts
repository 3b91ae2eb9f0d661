/** So many results are kept at least; those used longest ago go first. */
const mostKept = 1000;
/** Longer texts are rare, and worked out each time. */
const longestKept = 8000;

/** A function of text that works its result out once for each text, as long as not too many others came since. What was
 * asked for lately is found without moving anything: whole generations are forgotten. */
export function oncePerText<Result extends object | string | number | boolean | null>(
  compute: (text: string) => Result,
): (text: string) => Result {
  let lately = new Map<string, Result>();
  let before = new Map<string, Result>();
  return (text) => {
    const known = lately.get(text);
    if (known !== undefined) return known;
    if (text.length > longestKept) return compute(text);
    const own = detached(text);
    const result = before.get(text) ?? compute(own);
    if (lately.size >= mostKept) {
      before = lately;
      lately = new Map();
    }
    lately.set(own, result);
    return result;
  };
}

/** The same text by itself. A piece of a longer one keeps all of that in memory: the words of one cell, the whole sheet. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
