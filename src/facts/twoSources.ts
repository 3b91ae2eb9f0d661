import type { Twofold } from "../criteria/twofold";
import { tidy } from "../quantity/tidy";
import type { ReadCell } from "../words/readCell";
import type { WordsFound } from "./gatheredFact";

type Taken = ReadonlyMap<string, WordsFound>;

/**
 * A rate and the figures that it is made of, both in one cell: where they do not agree, neither is taken and both are
 * said ("支出进度98%，而522÷600=87%").
 */
export function withoutContradiction(found: Taken, cell: ReadCell, twofold: readonly Twofold[]): Taken {
  let left = found;
  for (const one of twofold) {
    const why = contradiction(left, cell, one);
    if (why === null) continue;
    const keys = one.of === "ratio" ? [one.part, ...one.whole] : [one.actual, one.limit];
    const all = [...keys, ...(one.standIn === undefined ? [] : [one.standIn])];
    const doubt = `评分依据中${why}，两者不一致，未予采用：请核实后填写。`;
    left = new Map(
      Array.from(left, ([key, fact]) => [key, all.includes(key) ? { doubt, quote: fact.quote } : fact]),
    );
  }
  return left;
}

function contradiction(found: Taken, cell: ReadCell, one: Twofold): string | null {
  if (one.of === "atMost") {
    const [actual, limit] = [numberOf(found, one.actual), numberOf(found, one.limit)];
    const said = valueOf(found, one.standIn);
    if (actual === null || limit === null || (said !== "是" && said !== "否")) return null;
    return (said === "是") === actual <= limit
      ? null
      : `说${said === "是" ? "没有超过" : "超过"}，而两个数是${actual}与${limit}`;
  }
  const part = numberOf(found, one.part);
  const wholes = one.whole.map((key) => numberOf(found, key));
  if (part === null || wholes.some((value) => value === null)) return null;
  const whole = wholes.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  if (whole === 0) return null;
  const computed = (one.excess === true ? part - whole : part) / whole;
  const rate = one.standIn === undefined ? undefined : found.get(one.standIn);
  const stated = rate !== undefined && "value" in rate ? rate.value : (statedRate(cell) ?? null);
  const shown = `${tidy(Number((computed * 100).toFixed(2)))}%`;
  const quotient = `按${part}与${wholes.join("、")}算出的是${shown}`;
  if (typeof stated === "number") {
    const about = rate !== undefined && "value" in rate && rate.approximate;
    return agrees(cell, stated, computed, about) ? null : `写的是${tidy(stated * 100)}%，而${quotient}`;
  }
  return typeof stated === "string" && outside(stated, computed) ? `写的是${stated}，而${quotient}` : null;
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
function statedRate(cell: ReadCell): number | null {
  const named = cell.clauses.flatMap(({ tokens, from, meaning }) =>
    meaning === "remedies" || meaning === "explains"
      ? []
      : tokens.flatMap((token) =>
          token.is === "figure" &&
          token.figure.unit.name === "%" &&
          (token.figure.side === null || token.figure.side === "equal") &&
          /(?:率|比例|占比)(?:为|达到?|是|:|=)?$/u.test(cell.text.slice(from, token.from))
            ? [token.figure.value]
            : [],
        ),
  );
  return named[0] ?? null;
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
