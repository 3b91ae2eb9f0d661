/** Words of which one has to stand in whatever a pattern matches. */
export type AnyOf = readonly string[];

const quantifier = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/uy;
const open = /\((?:\?(?::|=|!|<[=!]|<[^>]*>))?/uy;
const charClass = /\[(?:[^\]\\]|\\.)*\]/uy;
const escaped = /\\(?:p\{[^}]*\}|k<[^>]*>|.)/uy;
const macro = /\{[a-z]+\}/uy;

/**
 * What has to stand in a text so that the pattern can match it at all: of each of these one word. Words in front of or behind
 * a place, classes and what may be left out need nothing; of a choice, one word of one of its alternatives.
 * @param meanings what is needed by a name such as {pct}, which stands for a pattern
 */
export function neededWords(
  source: string,
  meanings: Readonly<Record<string, readonly AnyOf[]>>,
): readonly AnyOf[] {
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [taken = ""] = pattern.exec(source) ?? [];
    at += taken.length;
    return taken;
  };
  /** One thing: a character, or what a group, a class or a name needs. */
  const item = (): string | readonly AnyOf[] => {
    const sign = source.charAt(at);
    if (sign === "(") {
      const isLook = /[=!]$/u.test(take(open));
      const inside = choice();
      at += 1;
      return isLook ? [] : inside;
    }
    const name = sign === "{" ? take(macro) : "";
    if (name !== "") return meanings[name] ?? [];
    if (sign === "[" && take(charClass) !== "") return [];
    if (sign === "\\" && take(escaped) !== "") return [];
    at += 1;
    return "^$.~".includes(sign) ? [] : sign;
  };
  const choice = (): readonly AnyOf[] => {
    const ways: (readonly AnyOf[])[] = [];
    let way: AnyOf[] = [];
    let run = "";
    const endRun = (): void => {
      if (run !== "") way.push([run]);
      run = "";
    };
    for (;;) {
      const sign = source.charAt(at);
      if (sign === "" || sign === ")" || sign === "|") {
        endRun();
        ways.push(way);
        way = [];
        if (sign !== "|") break;
        at += 1;
        continue;
      }
      const one = item();
      const times = "?*+{".includes(source.charAt(at) || " ") ? take(quantifier) : "";
      if (typeof one === "string" && times === "") {
        run += one;
        continue;
      }
      endRun();
      const isNeedless = /^(?:[?*]|\{0)/u.test(times);
      if (!isNeedless) way.push(...(typeof one === "string" ? [[one]] : one));
    }
    return oneOf(ways);
  };
  return choice();
}

/** Of several ways, the words of which each needs one: those that tell most of each way; nothing where a way needs nothing. */
function oneOf(ways: readonly (readonly AnyOf[])[]): readonly AnyOf[] {
  const [only] = ways;
  if (only !== undefined && ways.length === 1) return only;
  const told = ways.map((needs) =>
    needs.reduce<AnyOf | null>(
      (best, one) => (best === null || weight(one) > weight(best) ? one : best),
      null,
    ),
  );
  return told.every((one) => one !== null) ? [[...new Set(told.flat())]] : [];
}

/** A long word is seldom there by chance, one of many words often. */
function weight(words: AnyOf): number {
  return Math.min(...words.map(({ length }) => length)) / words.length;
}
