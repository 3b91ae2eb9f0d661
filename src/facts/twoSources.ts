import type { FactValue } from "../criteria/fact";
import type { Twofold } from "../criteria/twofold";
import { tidy } from "../quantity/tidy";
import type { Stretch } from "../words/quotation";
import type { ReadCell } from "../words/readCell";

/** What one source says of a fact. */
export interface Said {
  readonly value: FactValue;
  readonly approximate: boolean;
  /** As it is written; "" where a person typed it. */
  readonly quote: string;
}

/** One quantity that two sources give. */
interface Comparison {
  /** The facts that one or the other of them gives. */
  readonly keys: readonly string[];
  /** null: they agree; else both figures: "写的是98%，而按522与600算出的是87%". */
  readonly why: string | null;
  /** A rate in the plain cell that the row has no question for. */
  readonly also: readonly Stretch[];
}

/**
 * Both ways to a quantity computed: where they are not the same to the last decimal that is printed, neither of them can
 * be taken. said: what is known of a fact; cell: the words, where a rate may stand that the row has no question for.
 */
export function compareSources(
  twofold: readonly Twofold[],
  said: (key: string) => Said | null,
  cell: ReadCell | null = null,
): readonly Comparison[] {
  const all = twofold.flatMap((one) => [
    one,
    ...(one.of === "atMost" && cell !== null ? [shareOf(one)] : []),
  ]);
  return all.flatMap((one): readonly Comparison[] => {
    const standIn = one.standIn === undefined ? null : said(one.standIn);
    const computed = computedBy(one, (key) => said(key)?.value ?? null);
    if (computed === null) return [];
    const named = standIn === null && cell !== null && isQuotient(one) ? statedRate(cell) : null;
    const stated = standIn ?? named;
    const why = computed.impossible ?? (stated === null ? null : difference(stated, computed));
    if (why === null && stated === null) return [];
    const keys = one.standIn === undefined ? one.parts : [...one.parts, one.standIn];
    return [{ keys, why, also: named === null ? [] : [named] }];
  });
}

/** "执行率75%" of what may be spent. */
function shareOf(one: Twofold): Twofold {
  return { ...one, of: "quotient", standIn: undefined };
}

/** Those that differ. */
export function contradictions(
  twofold: readonly Twofold[],
  said: (key: string) => Said | null,
): readonly (Comparison & { readonly why: string })[] {
  return compareSources(twofold, said).flatMap((one) => (one.why === null ? [] : [{ ...one, why: one.why }]));
}

function isQuotient({ of }: Twofold): boolean {
  return of === "quotient" || of === "excess";
}

interface Computed {
  readonly value: number | boolean;
  /** "按522与600算出的": the figures that it was computed from. */
  readonly from: string;
  /** Why these figures cannot stand, whatever else is said. */
  readonly impossible?: string;
}

function computedBy(one: Twofold, valueOf: (key: string) => FactValue | null): Computed | null {
  if (one.of === "mean") {
    const months = valueOf(one.parts[0] ?? "");
    const rates = typeof months === "object" ? (months?.filter((rate) => rate !== null) ?? []) : [];
    if (rates.length === 0) return null;
    const sum = rates.reduce((all, rate) => all + Math.min(rate, one.most), 0);
    return { value: sum / rates.length, from: `按${rates.length}个月的执行率算出的` };
  }
  const parts = one.parts
    .map((key) => valueOf(key))
    .map((value) => (one.of === "sum" && value === "不涉及" ? 0 : value))
    .filter((value) => typeof value === "number");
  const [first] = parts;
  const complete = parts.length === one.parts.length;
  // One case is enough for "not all of them".
  if (one.of === "none") {
    const found = parts.reduce((sum, part) => sum + part, 0);
    return found > 0 || complete ? { value: found === 0, from: `按${found}件算出的` } : null;
  }
  if (first === undefined || !complete) return null;
  const rest = parts.slice(1).reduce((sum, part) => sum + part, 0);
  const from = `按${first}与${parts.slice(1).join("、")}算出的`;
  switch (one.of) {
    case "quotient":
    case "excess":
      return rest === 0 ? null : { value: (one.of === "excess" ? first - rest : first) / rest, from };
    case "sum":
      return { value: first + rest, from };
    case "atMost":
      return { value: first <= rest, from };
    case "days": {
      const days = rest - first;
      const dated = { value: days <= one.most, from: `按两个日期相隔${days}天算出的` };
      return days < 0 ? { ...dated, impossible: "公开的日期早于批复的日期" } : dated;
    }
  }
}

/** Null: they are the same. */
function difference(stated: Said, { value, from }: Computed): string | null {
  const { value: said } = stated;
  if (typeof value === "boolean") {
    const answer = value ? "是" : "否";
    return (said !== "是" && said !== "否") || said === answer
      ? null
      : `写的是“${said}”，而${from}是“${answer}”`;
  }
  const isCount = Number.isInteger(said) && Number.isInteger(value) && Math.max(Number(said), value) > 1;
  const shown = isCount ? String(value) : `${tidy(Number((value * 100).toFixed(2)))}%`;
  if (typeof said === "object" || agrees(stated, value)) return null;
  const words = typeof said === "string" || isCount ? String(said) : `${tidy(said * 100)}%`;
  return `写的是${words}，而${from}是${shown}`;
}

/** A rate named as one, where the row has no question for it: "完成率105%". */
function statedRate(cell: ReadCell): (Said & Stretch) | null {
  const named = cell.clauses.flatMap(({ tokens, from, meaning }) =>
    meaning === "remedies" || meaning === "explains"
      ? []
      : tokens.flatMap((token) =>
          token.is === "figure" &&
          token.figure.unit.name === "%" &&
          (token.figure.side === null || token.figure.side === "equal") &&
          /(?:率|比例|占比)(?:为|达到?|是|:|=)?$|占(?:[^,]{1,30}的)?$|(?:完成|达到?)[^,]{0,6}(?:预算|预留|下达|安排)[^,]{0,4}的$/u.test(
            cell.text.slice(from, token.from),
          )
            ? [{ value: token.figure.value, from: token.from, to: token.to }]
            : [],
        ),
  );
  const [first] = named;
  return first === undefined ? null : { ...first, approximate: false, quote: cell.text };
}

const written = /(\d[\d,]{0,20})(?:\.(\d{1,10}))?(%|亿元|万元|元)?/gu;
/** In the units of facts: a fraction, 万元. */
const sizes: Readonly<Record<string, number>> = { "%": 0.01, 亿元: 10_000, 万元: 1, 元: 0.0001 };

/** The same to the last decimal that is written, rounded or cut off; of a band, within it. */
export function agrees({ value, approximate, quote }: Said, other: number): boolean {
  if (typeof value === "string") return !outside(value, other);
  if (typeof value !== "number") return false;
  const text = quote.normalize("NFKC").replace(/\s+/gu, "");
  const steps = Array.from(text.matchAll(written), ([, whole = "", decimals = "", unit = ""]) => {
    const size = sizes[unit] ?? 1;
    const is = Number(`${whole.replaceAll(",", "")}.${decimals}`) * size;
    return Math.abs(is - Math.abs(value)) < 1e-9 * Math.max(1, is) ? size * 10 ** -decimals.length : 0;
  });
  const size = Math.max(1, Math.abs(value));
  // 100% says that it is all of them: 249 of 250 are not.
  const printed = value === 1 ? Math.min(5e-5, ...steps) : Math.max(0, ...steps);
  const step = approximate ? 0.02 * size : printed;
  // Rounded up by half a step at most; cut off, by less than one.
  const above = (value - other) * (value < 0 ? -1 : 1);
  if (approximate) return Math.abs(above) < step;
  return above < step / 2 + 1e-9 * size && above > -step + (step === 0 ? -1e-9 : 1e-9) * size;
}

/** Whether a band such as "≤10%" leaves the figure out. */
export function outside(band: string, value: number): boolean {
  const match = /^([≤≥<>])(-?[\d.]+)%?$/u.exec(band);
  if (match === null) return false;
  const bound = Number(match[2]) / 100;
  const near = Math.abs(value - bound) < 5e-5;
  switch (match[1]) {
    case "≤":
      return value > bound && !near;
    case "≥":
      return value < bound && !near;
    case "<":
      return value >= bound;
    case ">":
      return value <= bound;
    case undefined:
    default:
      return false;
  }
}
