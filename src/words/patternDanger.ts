/** Repetitions, one inside the other, of which a sentence may be tried in every combination. */
const mostRepeats = 10;
const mostInside = 40;
const mostOpen = 2;
const quantifier = /(?:([*+?])|\{(\d{1,4})(?:(,)(\d{0,4}))?\})\??/uy;

interface Group {
  /** How often at most something in it is repeated; 1 for alternatives, 0 where its length is fixed. */
  repeats: number;
  readonly looksOnly: boolean;
}

/** Why a regular expression could take for ever on a sentence, in Chinese without a full stop; null: it cannot. */
export function patternDanger(source: string): string | null {
  const groups: Group[] = [{ repeats: 0, looksOnly: false }];
  let open = 0;
  let at = 0;
  while (at < source.length) {
    const sign = source[at] ?? "";
    at = endOfSign(source, at);
    if (sign === "(") {
      groups.push({ repeats: 0, looksOnly: /^\?<?[=!]/u.test(source.slice(at, at + 3)) });
      continue;
    }
    const closed = sign === ")" && groups.length > 1 ? groups.pop() : undefined;
    const inside = closed === undefined || closed.looksOnly ? 0 : closed.repeats;
    quantifier.lastIndex = at;
    const match = quantifier.exec(source);
    if (match !== null) at = quantifier.lastIndex;
    const [, short = "", least = "1", comma = "", last = ""] = match ?? [];
    const endless = short === "*" || short === "+" || (comma !== "" && last === "");
    const most = endless ? Infinity : short === "?" ? 1 : Number(last === "" ? least : last);
    if (endless) open += 1;
    if (inside > 0 && most > 1 && (most > mostRepeats || most * inside > mostInside)) {
      return `重复里又有重复，会查得没完没了，请减少括号外或括号里的次数（相乘不超过${mostInside}）`;
    }
    const varies = short !== "" || comma !== "";
    const own = inside > 0 ? most * inside : varies ? most : sign === "|" ? 1 : 0;
    const group = groups.at(-1);
    if (group !== undefined) group.repeats = Math.max(group.repeats, own);
  }
  return open > mostOpen ? `不限次数的重复（*、+）超过${mostOpen}处，请写上限，如{0,20}` : null;
}

/** Behind one sign: an escaped one, a class in brackets. */
function endOfSign(source: string, at: number): number {
  if (source[at] === "\\") return at + 2;
  if (source[at] !== "[") return at + 1;
  const end = /\[(?:\\.|[^\]\\])*\]/uy;
  end.lastIndex = at;
  return end.test(source) ? end.lastIndex : source.length;
}
