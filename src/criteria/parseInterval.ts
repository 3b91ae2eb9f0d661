import { stretch, type Interval } from "./interval";

interface Bound {
  readonly comparison: "<" | "≤" | ">" | "≥" | "=";
  readonly value: number;
  readonly percent: boolean;
}

/** A stretch as people write it, and whether its numbers are percents. */
interface ReadInterval {
  readonly interval: Interval;
  readonly percent: boolean;
}

const number = String.raw`-?\d+(?:\.\d+)?%?`;
const name = String.raw`[^\d<≤>≥=%;:,，。]{0,40}`;
const included = String.raw`(?:\((?:不)?含(?:${number})?\))?`;

const chain = new RegExp(`^(${number})([<≤>≥])${name}([<≤>≥])(${number})$`, "u");
const right = new RegExp(`^${name}([<≤>≥=])(${number})$`, "u");
const left = new RegExp(`^(${number})([<≤>≥=])${name}$`, "u");
const span = new RegExp(`^${name}?(${number})(${included})[-~—–至到](${number})(${included})${name}$`, "u");
const only = new RegExp(`^(${number})$`, "u");
/** What the words before a number say of it. */
const before: Readonly<Record<Bound["comparison"], readonly string[]>> = {
  "≥": ["不低于", "不少于", "不小于", "高于或等于", "大于或等于", "大于等于", "达到", "达"],
  "≤": ["不高于", "不超过", "不大于", "不超", "低于或等于", "小于或等于", "小于等于"],
  "<": ["不足", "不满", "不到", "未达到", "未达", "低于", "小于", "少于"],
  ">": ["高于", "超过", "大于", "多于"],
  "=": ["等于", "为"],
};
const comparisons = new Map(
  Object.entries(before).flatMap(([comparison, words]) => words.map((word) => [word, comparison])),
);
const wordBound = new RegExp(
  `(${[...comparisons.keys()].join("|")})?(${number})(${included})(及以上|或以上|以上|及以下|或以下|以下|以内)?(${included})`,
  "gu",
);

/** Full-width and rarer signs as their plain forms, no white space: "10％ ﹥ 率" → "10%>率". */
export function plainSigns(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[≦⩽]|<=|=</gu, "≤")
    .replace(/[≧⩾]|>=|=>/gu, "≥");
}

/**
 * Reads "10%<率≤20%", "90%>比率≥75%" (reversed), "≤10%", "90%（含）以上", "80%以上90%以下", "60%-100%", "95%".
 * 以上, 以下 and 以内 take their number in, as law reads them, unless 不含 stands there. Null for anything else:
 * a number that is left over makes the whole unreadable.
 */
export function parseInterval(text: string): ReadInterval | null {
  if (text.length > 120) return null;
  const plain = plainSigns(text).replace(/(?<![的者,，、:])[的者,，、:]+$/u, "");
  const bounds = chainBounds(plain) ?? spanBounds(plain) ?? wordBounds(plain);
  return bounds === null ? null : intervalOf(bounds);
}

const mirrored = { "<": ">", "≤": "≥", ">": "<", "≥": "≤", "=": "=" } as const;

function isComparison(text: string | undefined): text is Bound["comparison"] {
  return text !== undefined && text in mirrored;
}

function bound(comparison: string | undefined, digits: string | undefined): Bound | null {
  if (!isComparison(comparison) || digits === undefined) return null;
  const percent = digits.endsWith("%");
  return { comparison, value: Number(percent ? `${digits.slice(0, -1)}e-2` : digits), percent };
}

function chainBounds(text: string): readonly (Bound | null)[] | null {
  const both = chain.exec(text);
  if (both !== null) {
    const first = both[2];
    return [isComparison(first) ? bound(mirrored[first], both[1]) : null, bound(both[3], both[4])];
  }
  const after = right.exec(text);
  if (after !== null) return [bound(after[1], after[2])];
  const ahead = left.exec(text);
  if (ahead !== null) return [isComparison(ahead[2]) ? bound(mirrored[ahead[2]], ahead[1]) : null];
  const alone = only.exec(text);
  return alone === null ? null : [bound("=", alone[1])];
}

function spanBounds(text: string): readonly (Bound | null)[] | null {
  const match = span.exec(text);
  if (match === null) return null;
  const [first = "", firstMark = "", second = "", secondMark = ""] = match.slice(1);
  // "60-100%": the sign stands once for both.
  const sign = second.endsWith("%") && !first.endsWith("%") ? "%" : "";
  const low = bound(firstMark.includes("不含") ? ">" : "≥", first + sign);
  const high = bound(secondMark.includes("不含") ? "<" : "≤", second);
  if (low === null || high === null) return null;
  if (low.value <= high.value) return [low, high];
  return [
    { ...low, comparison: firstMark.includes("不含") ? "<" : "≤" },
    { ...high, comparison: secondMark.includes("不含") ? ">" : "≥" },
  ];
}

function wordBounds(text: string): readonly (Bound | null)[] | null {
  const matches = [...text.matchAll(wordBound)];
  const rest = text.replace(wordBound, "");
  if (matches.length === 0 || matches.length > 2 || /\d|[<≤>≥=%]/u.test(rest)) return null;
  return matches.map((match) => {
    const [word, digits, mark = "", end, endMark = ""] = match.slice(1);
    const marks = mark + endMark;
    if (end !== undefined) {
      if (word !== undefined && word !== "为" && word !== "达到") return null;
      const strict = marks.includes("不含");
      return bound(end.includes("上") ? (strict ? ">" : "≥") : strict ? "<" : "≤", digits);
    }
    const comparison = comparisons.get(word ?? "");
    if (comparison === ">" && marks.includes("(含")) return bound("≥", digits);
    if (comparison === "<" && marks.includes("(含")) return bound("≤", digits);
    return bound(comparison, digits);
  });
}

function intervalOf(bounds: readonly (Bound | null)[]): ReadInterval | null {
  if (bounds.length === 0 || bounds.includes(null)) return null;
  const known = bounds.filter((one) => one !== null);
  // A plain 0 goes with percents: 控制率≤0.
  const percent = known.some((one) => one.percent);
  if (known.some((one) => one.percent !== percent && one.value !== 0)) return null;
  const only = known[0];
  if (known.length === 1 && only?.comparison === "=")
    return { interval: stretch(only.value, "≤", "≤", only.value), percent };
  const lower = known.filter(({ comparison }) => comparison === ">" || comparison === "≥");
  const upper = known.filter(({ comparison }) => comparison === "<" || comparison === "≤");
  if (lower.length > 1 || upper.length > 1 || lower.length + upper.length !== known.length) return null;
  const [from, to] = [lower[0], upper[0]];
  if (from !== undefined && to !== undefined && from.value > to.value) return null;
  const lowest = from?.comparison === "≥" ? "≤" : "<";
  const highest = to?.comparison === "≤" ? "≤" : "<";
  return { interval: stretch(from?.value ?? null, lowest, highest, to?.value ?? null), percent };
}
