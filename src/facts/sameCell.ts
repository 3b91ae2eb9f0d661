import type { FactSpec } from "../criteria/fact";
import type { Twofold } from "../criteria/twofold";
import { tidy } from "../quantity/tidy";
import { quotationOf, quotingAlso, type Quotation, type Stretch, type UsedWords } from "../words/quotation";
import type { Clause, ReadCell } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { hasKind, isPlainPercent } from "../words/tokenKinds";
import { againstRate, explainedBy, type ReadRate } from "./figuresBeside";
import type { Hit } from "./findHits";
import type { WordsFound } from "./gatheredFact";
import { misfits } from "./listedFigures";
import { againstWords } from "./overOrUnder";
import { compareSources, outside, type Said } from "./twoSources";

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
    const verdict = one.standIn === undefined ? null : said(one.standIn);
    const doubted = one.parts.flatMap((key) => left.get(key) ?? []).find((part) => "doubt" in part);
    // "支出110万元，控制率小于0": not even the figures that it is about were understood.
    if (one.standIn !== undefined && typeof verdict?.value === "string" && doubted !== undefined)
      left.set(one.standIn, doubted);
    const wrong = words(cell, one, said);
    if (wrong !== null) put(wrong);
  }
  const misfit = misfits(cell);
  const [whole, ...parts] = misfit.slice(0, 3).map(({ from, to }) => `“${cell.text.slice(from, to)}”`);
  if (whole !== undefined) {
    const doubt = `中${whole}与${parts.join("")}对不上，未予采用：请核实后填写。`;
    for (const key of left.keys()) if (said(key) !== null) put({ keys: [key], doubt, also: misfit });
  }
  for (const { key, hit } of taken) {
    const rate = said(key);
    if (rate !== null && typeof rate.value === "string") {
      const outside = outsideBand(cell, hit, rate.value);
      if (outside !== null) put({ keys: [key], ...outside });
    }
    if (rate === null || typeof rate.value !== "number" || rate.value !== hit.value || !isRate(hit)) continue;
    const one = twofold.find(({ standIn }) => standIn === key);
    const unlikely = outOfReach(rate, rate.value, one);
    const against = againstRate(cell, asRate(hit, rate.value, one, specs));
    const doubt = unlikely ?? (against === null ? null : notTheSame(against.why));
    if (doubt !== null) put({ keys: [key], doubt, also: against?.words ?? [] });
  }
  return left;
}

function asRate(hit: Hit, value: number, one: Twofold | undefined, specs: readonly FactSpec[]): ReadRate {
  const { from, to, approximate, sentence } = hit;
  const ofMoney = specs.some((spec) => spec.kind === "amount" && one?.parts.includes(spec.key));
  return { value, approximate, quote: sentence.quote, from, to, of: one?.of ?? null, ofMoney };
}

const missing: ReadonlySet<string> = new Set(["not", "slip", "bad", "all"]);

/** Clauses that only count what is missing in a rate that was read, and with the other counts give it. */
export function explainedClauses(
  cell: ReadCell,
  standing: readonly { readonly key: string; readonly hit: Hit }[],
  specs: readonly FactSpec[],
  twofold: readonly Twofold[] = [],
): readonly { readonly key: string; readonly from: number }[] {
  return standing.flatMap(({ key, hit }) => {
    if (typeof hit.value !== "number" || !isRate(hit)) return [];
    const one = twofold.find(({ standIn }) => standIn === key);
    return explainedBy(cell, asRate(hit, hit.value, one, specs)).flatMap((clause) => {
      const others = hasKind(beforeReason(clause), ["others", "part", "past", "season", "mended", "change"]);
      const harmless = clause.marks.every((mark) => mark.is === "word" && missing.has(mark.kind));
      return harmless && !others ? [{ key, from: clause.from }] : [];
    });
  });
}

/** "3份因供应商资料补正超过30日": whose doing it was says nothing. */
function beforeReason({ tokens }: Clause): readonly Token[] {
  const reason = tokens.findIndex((token) => hasKind([token], ["reason"]));
  return reason < 0 ? tokens : tokens.slice(0, reason);
}

function notTheSame(why: string): string {
  return `中${why}，两者不一致，未予采用：请核实后填写。`;
}

function isRate({ phrase }: Hit): boolean {
  return phrase.wordClass === "figure" && /%|pct/u.test(phrase.pattern);
}

/** "结转结余率≤10%，实际为12%": the figure lies outside the band. */
function outsideBand(cell: ReadCell, hit: Hit, band: string): Pick<Compared, "doubt" | "also"> | null {
  for (const { from, to, meaning, tokens } of hit.clauses) {
    if (meaning === "remedies" || hasKind(tokens, ["past", "goal", "cite"])) continue;
    const figure = tokens.find(
      (token) =>
        isPlainPercent(token) &&
        token.from >= hit.to &&
        /(?:实际|^|率)(?:数|值)?(?:执行)?(?:为|是|达到?|约|:|=)*$/u.test(cell.text.slice(from, token.from)),
    );
    if (figure?.is !== "figure" || !outside(band, figure.figure.value)) continue;
    const words = cell.text.slice(from, to);
    return { doubt: notTheSame(`写的是${band}，又写“${words}”`), also: [{ from, to }] };
  }
  return null;
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
    return `中写的是${shown}，不会这样${value < lowest ? "低" : "高"}，未予采用：请核实后填写。`;
  const bound = one?.bounds?.find((at) => Math.abs(at - value) < onBound);
  if (!approximate || bound === undefined) return null;
  return `中只有约数${shown}，正在分档的${String(tidy(bound * 100))}%上，未予采用：请填写准确数。`;
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
