import type { FactSpec } from "../criteria/fact";
import type { Twofold } from "../criteria/twofold";
import { tidy } from "../quantity/tidy";
import { quotationOf, quotingAlso, type Quotation, type Stretch, type UsedWords } from "../words/quotation";
import type { ReadCell } from "../words/readCell";
import { againstRate } from "./figuresBeside";
import type { Hit } from "./findHits";
import type { WordsFound } from "./gatheredFact";
import { againstWords } from "./overOrUnder";
import { compareSources, type Said } from "./twoSources";

/** Facts that one cell gives twice, or that its other figures and words do not bear out. */
interface Compared {
  readonly keys: readonly string[];
  /** Why none of them is taken, in Chinese; null: they agree, and each quotes the other. */
  readonly doubt: string | null;
  /** Other words of the plain cell that bear on them. */
  readonly also: readonly Stretch[];
}

type Found = ReadonlyMap<string, WordsFound>;

/**
 * A rate and the figures that it is made of, both in one cell: each quotes the other too; where they do not agree, neither
 * is taken and both are said.
 */
export function compared(
  found: Found,
  cell: ReadCell,
  taken: readonly { readonly key: string; readonly hit: Hit }[],
  specs: readonly FactSpec[],
  twofold: readonly Twofold[] = [],
): Found {
  const left = new Map(found);
  const said = (key: string): (Said & { readonly wordClass: string }) | null => {
    const one = left.get(key);
    return one !== undefined && "value" in one ? one : null;
  };
  const put = ({ keys, doubt, also }: Compared): void => {
    const sources = keys.flatMap((key) => left.get(key)?.quotation ?? []);
    for (const key of keys) {
      const one = left.get(key);
      if (one !== undefined) left.set(key, together(one, doubt, cell, also, sources));
    }
  };
  for (const { keys, why, also } of compareSources(twofold, said, cell)) {
    put({ keys, doubt: why === null ? null : notTheSame(why), also });
  }
  for (const one of twofold) {
    const wrong = words(cell, one, said);
    if (wrong !== null) put(wrong);
  }
  for (const { key, hit } of taken) {
    const rate = said(key);
    if (rate === null || typeof rate.value !== "number" || rate.value !== hit.value || !isRate(hit)) continue;
    const one = twofold.find(({ standIn }) => standIn === key);
    const unlikely = outOfReach(rate, rate.value, one);
    const ofMoney = specs.some((spec) => spec.kind === "amount" && one?.parts.includes(spec.key));
    const { from, to } = hit;
    const against = againstRate(cell, { ...rate, value: rate.value, from, to, of: one?.of ?? null, ofMoney });
    const doubt = unlikely ?? (against === null ? null : notTheSame(against.why));
    if (doubt !== null) put({ keys: [key], doubt, also: against?.words ?? [] });
  }
  return left;
}

function notTheSame(why: string): string {
  return `评分依据中${why}，两者不一致，未予采用：请核实后填写。`;
}

function isRate({ phrase }: Hit): boolean {
  return phrase.wordClass === "figure" && /%|pct/u.test(phrase.pattern);
}

/** Of a rate that nothing else is known of. */
const highest = 3;
/** Nothing at all was spent of a budget. */
const lowest = -1;
/** A mean of months that count for 100% at most. */
const doubtful = 1.5;
/** Rounded to a whole percent it is the bound itself. */
const onBound = 0.005;

/** No rate can be so high or so low; or it is "about" just what parts two bands. */
function outOfReach({ approximate }: Said, value: number, one: Twofold | undefined): string | null {
  const shown = `${String(tidy(value * 100))}%`;
  const most = one === undefined ? highest : one.of === "mean" ? doubtful : one.most;
  if (value > most + 1e-9 || value < lowest)
    return `评分依据中写的是${shown}，不会这样${value < lowest ? "低" : "高"}，未予采用：请核实后填写。`;
  const bound = one?.bounds?.find((at) => Math.abs(at - value) < onBound);
  if (!approximate || bound === undefined) return null;
  return `评分依据中只有约数${shown}，正在分档的${String(tidy(bound * 100))}%上，未予采用：请填写准确数。`;
}

/** "超支3万元", "控制在预算内" beside figures that say the contrary. */
function words(
  cell: ReadCell,
  { of, parts, standIn }: Twofold,
  said: (key: string) => Said | null,
): Compared | null {
  if (of !== "atMost" && of !== "excess" && of !== "quotient") return null;
  const [first, second] = parts.slice(0, 2).map((key) => said(key)?.value ?? null);
  const stated = standIn === undefined ? null : (said(standIn)?.value ?? null);
  const exact = typeof first === "number" && typeof second === "number" && parts.length === 2;
  const more = exact ? first - second : overBy(stated, of);
  const wrong = more === null ? null : againstWords(cell, more, exact);
  if (wrong === null) return null;
  const keys = standIn === undefined ? parts : [...parts, standIn];
  return { keys, doubt: notTheSame(wrong.why), also: [wrong] };
}

/** Above or below the limit by what is said of it alone; null where that does not tell. */
function overBy(value: Said["value"] | null, of: Twofold["of"]): number | null {
  if (value === "是" || value === "否") return value === "否" ? 1 : 0;
  if (typeof value === "number") return of === "excess" ? value : of === "quotient" ? value - 1 : null;
  return of === "excess" && typeof value === "string" && /^[≤<]=?0/u.test(value) ? 0 : null;
}

/** A fact that was compared with its other source, and quotes both. */
function together(
  fact: WordsFound,
  doubt: string | null,
  cell: ReadCell,
  also: readonly Stretch[],
  sources: readonly Quotation[],
): WordsFound {
  const { quote, quotation: own } = fact;
  const rate = quotationOf(
    own.text,
    cell,
    also.map(({ from, to }) => ({ from, to, use: "unused" })),
  );
  const quotation = quotingAlso(own, [...sources, rate]);
  if (doubt === null) return { ...fact, quotation };
  const used = [...sources, rate].flatMap((one) => one.words);
  const unused = used.map((one): UsedWords => (one.use === "taken" ? { ...one, use: "unused" } : one));
  return { doubt, quote, quotation: { ...quotation, words: unused } };
}
