import type { Twofold } from "../criteria/twofold";
import { tidy } from "../quantity/tidy";
import { quotationOf, quotingAlso, type Quotation, type Stretch } from "../words/quotation";
import type { ReadCell } from "../words/readCell";
import type { WordsFound } from "./gatheredFact";

type Taken = ReadonlyMap<string, WordsFound>;

/**
 * A rate and the figures that it is made of, both in one cell: where they do not agree, neither is taken and both are
 * said ("支出进度98%，而522÷600=87%"). Either way both are quoted.
 */
export function withoutContradiction(found: Taken, cell: ReadCell, twofold: readonly Twofold[]): Taken {
  let left = found;
  for (const one of twofold) {
    const compared = compare(left, cell, one);
    if (compared === null) continue;
    const keys = one.of === "ratio" ? [one.part, ...one.whole] : [one.actual, one.limit];
    const all = [...keys, ...(one.standIn === undefined ? [] : [one.standIn])];
    const sources = all.flatMap((key) => left.get(key)?.quotation ?? []);
    left = new Map(
      Array.from(left, ([key, fact]) => [
        key,
        all.includes(key) ? together(fact, compared, cell, sources) : fact,
      ]),
    );
  }
  return left;
}

/** A fact that was compared with its other source, and quotes both. */
function together(
  fact: WordsFound,
  { contradiction, also }: Compared,
  cell: ReadCell,
  sources: readonly Quotation[],
): WordsFound {
  const { quote, quotation: own } = fact;
  const rate = quotationOf(
    own.text,
    cell,
    also.map(({ from, to }) => ({ from, to, use: "unused" })),
  );
  const quotation = quotingAlso(own, [...sources, rate]);
  if (contradiction === null) return { ...fact, quotation };
  const doubt = `评分依据中${contradiction}，两者不一致，未予采用：请核实后填写。`;
  const words = [...sources, rate].flatMap((one) => one.words);
  return {
    doubt,
    quote,
    quotation: {
      ...quotation,
      words: words.map((one) => (one.use === "taken" ? { ...one, use: "unused" } : one)),
    },
  };
}

interface Compared {
  /** null: they agree. */
  readonly contradiction: string | null;
  /** A rate in the plain cell that the row has no question for. */
  readonly also: readonly Stretch[];
}

/** null: there are no two sources. */
function compare(found: Taken, cell: ReadCell, one: Twofold): Compared | null {
  if (one.of === "atMost") {
    const [actual, limit] = [numberOf(found, one.actual), numberOf(found, one.limit)];
    const said = valueOf(found, one.standIn);
    if (actual === null || limit === null || (said !== "是" && said !== "否")) return null;
    const fits = (said === "是") === actual <= limit;
    const contradiction = `说${said === "是" ? "没有超过" : "超过"}，而两个数是${actual}与${limit}`;
    return { contradiction: fits ? null : contradiction, also: [] };
  }
  const part = numberOf(found, one.part);
  const wholes = one.whole.map((key) => numberOf(found, key));
  if (part === null || wholes.some((value) => value === null)) return null;
  const whole = wholes.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  if (whole === 0) return null;
  const computed = (one.excess === true ? part - whole : part) / whole;
  const rate = one.standIn === undefined ? undefined : found.get(one.standIn);
  const given = rate !== undefined && "value" in rate ? rate : null;
  const named = given === null ? statedRate(cell) : [];
  const stated = given?.value ?? named[0]?.value;
  const shown = `${tidy(Number((computed * 100).toFixed(2)))}%`;
  const quotient = `按${part}与${wholes.join("、")}算出的是${shown}`;
  if (typeof stated === "number") {
    const fits = agrees(cell, stated, computed, given?.approximate === true);
    return {
      contradiction: fits ? null : `写的是${tidy(stated * 100)}%，而${quotient}`,
      also: named.slice(0, 1),
    };
  }
  if (typeof stated !== "string") return null;
  return { contradiction: outside(stated, computed) ? `写的是${stated}，而${quotient}` : null, also: [] };
}

function valueOf(found: Taken, key: string): unknown {
  const one = found.get(key);
  return one !== undefined && "value" in one ? one.value : null;
}

function numberOf(found: Taken, key: string): number | null {
  const value = valueOf(found, key);
  return typeof value === "number" ? value : null;
}

/** A rate named as one, where the row has no question for it: "完成率105%". */
function statedRate(cell: ReadCell): readonly (Stretch & { readonly value: number })[] {
  return cell.clauses.flatMap(({ tokens, from, meaning }) =>
    meaning === "remedies" || meaning === "explains"
      ? []
      : tokens.flatMap((token) =>
          token.is === "figure" &&
          token.figure.unit.name === "%" &&
          (token.figure.side === null || token.figure.side === "equal") &&
          /(?:率|比例|占比)(?:为|达到?|是|:|=)?$/u.test(cell.text.slice(from, token.from))
            ? [{ from: token.from, to: token.to, value: token.figure.value }]
            : [],
        ),
  );
}

/** The same to the last decimal that is written; rounded or cut off. */
function agrees(cell: ReadCell, stated: number, computed: number, about: boolean): boolean {
  const percent = tidy(stated * 100);
  const written = cell.text.match(/-?\d{1,12}(?:\.\d{1,10})?(?=%)/gu)?.find((one) => Number(one) === percent);
  const decimals = (written ?? String(percent)).split(".")[1]?.length ?? 0;
  const step = about ? 2 : 10 ** -decimals;
  return Math.abs(percent - computed * 100) < step + 1e-9;
}

/** Whether a band such as "≤10%" leaves the figure out. */
function outside(band: string, value: number): boolean {
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
