import { affixWords, type AffixKind } from "./affixWords";

/** A word beside a figure that says something of it, or a year. */
export interface AffixToken {
  readonly kind: AffixKind | "year" | "month";
  readonly word: string;
}

/** What the words beside a figure say. */
interface Affix {
  readonly tokens: readonly AffixToken[];
  /** What is counted or done: all but the words that only join. */
  readonly noun: string;
  /** Runs of signs that stand in no list. */
  readonly unlisted: readonly string[];
}

const longest = Math.max(...Array.from(affixWords.keys(), (word) => word.length));
const year = /(?:19|20)[0-9]{2}(?:[-~—至到](?:20)?[0-9]{2}年?|年(?:度|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?)/uy;
const endOfYear = /截[至止](?:20[0-9]{2})?年?(?:年?[底末]|12月(?:底|末|31日))/uy;
const monthsOfYear = /(?:截[至止])?(?:[0-9]{1,2}月?[-~—至到]|截[至止])[0-9]{1,2}月(?:份|底|末)?/uy;
const month = /[0-9]{1,2}月(?:[0-9]{1,2}[日号]|份|[底末初]|[上中下]旬)?/uy;
const quiet: ReadonlySet<string> = new Set(["plain", "filler", "now", "actual", "share"]);

/**
 * Reads the words beside a figure by the longest match.
 * @param known the other side and the indicator's name: a word that both have as part of one name ("无证游商") is that name
 */
export function readAffix(words: string, known: string): Affix {
  const found: { readonly kind: AffixToken["kind"]; readonly from: number; readonly to: number }[] = [];
  const taken = new Uint8Array(words.length);
  for (let at = 0; at < words.length;) {
    const token = dateAt(words, at) ?? wordAt(words, at);
    if (token !== null) {
      found.push({ kind: token.kind, from: at, to: at + token.length });
      taken.fill(1, at, at + token.length);
    }
    at += token?.length ?? 1;
  }
  const tokens = found.filter((token) => quiet.has(token.kind) || !isNamed(words, token, taken, known));
  const joining = tokens.filter(({ kind }) => kind !== "plain");
  return {
    tokens: tokens.map(({ kind, from, to }) => ({ kind, word: words.slice(from, to) })),
    noun: without(words, joining).join(""),
    unlisted: without(words, found),
  };
}

function dateAt(
  text: string,
  at: number,
): { readonly kind: AffixToken["kind"]; readonly length: number } | null {
  if (!/[0-9截]/u.test(text.charAt(at))) return null;
  endOfYear.lastIndex = at;
  const whole = endOfYear.exec(text)?.[0];
  if (whole !== undefined) return { kind: "now", length: whole.length };
  year.lastIndex = at;
  const dated = year.exec(text)?.[0];
  // "较2022年下降10%" is of this year.
  if (dated !== undefined && /[比较]/u.test(text.charAt(at - 1)))
    return { kind: "filler", length: dated.length };
  // "统计至2023年9月": up to a month before the last.
  if (dated !== undefined && /[至到]/u.test(text.charAt(at - 1)) && /年(?:[1-9]|10|11)月/u.test(dated))
    return { kind: "partYear", length: dated.length };
  if (dated !== undefined) return { kind: /[-~—至到]/u.test(dated) ? "total" : "year", length: dated.length };
  monthsOfYear.lastIndex = at;
  const months = monthsOfYear.exec(text)?.[0];
  if (months === undefined) {
    month.lastIndex = at;
    const one = month.exec(text)?.[0];
    const upTo = /[至到]/u.test(text.charAt(at - 1)) && one?.startsWith("12") === false;
    return one === undefined ? null : { kind: upTo ? "partYear" : "month", length: one.length };
  }
  const all = /(?:^|[^0-9])1(?:月)?[-~—至到]12月|截[至止]12月/u.test(months);
  return { kind: all ? "now" : "partYear", length: months.length };
}

function wordAt(text: string, at: number): { readonly kind: AffixKind; readonly length: number } | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const kind = affixWords.get(text.slice(at, at + length));
    if (kind !== undefined) return { kind, length };
  }
  return null;
}

/** Two signs that stand in no list, with this word among or beside them, as the other side writes it too. */
function isNamed(
  words: string,
  { kind, from, to }: { readonly kind: string; readonly from: number; readonly to: number },
  taken: Uint8Array,
  known: string,
): boolean {
  if (to - from > 2 && kind === "deny" && known.includes(words.slice(from, to))) return true;
  return [0, 1, 2].some((before) => {
    const start = from - before;
    const end = to + 2 - before;
    if (start < 0 || end > words.length) return false;
    const free = [...taken.subarray(start, from), ...taken.subarray(to, end)].every((one) => one === 0);
    return free && known.includes(words.slice(start, end));
  });
}

/** The runs of letters and digits that none of these takes. */
function without(
  words: string,
  taken: readonly { readonly from: number; readonly to: number }[],
): readonly string[] {
  const runs: string[] = [];
  let at = 0;
  for (const { from, to } of [...taken, { from: words.length, to: words.length }]) {
    runs.push(...(words.slice(at, from).match(/[\p{L}\p{N}]+/gu) ?? []));
    at = to;
  }
  return runs;
}
