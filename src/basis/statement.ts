import type { FactSpec } from "../criteria/fact";
import { tidy } from "../quantity/tidy";
import { shortNumber } from "../criteria/words";
import type { GatheredFact } from "../facts/gatheredFact";

/** One thing that was measured, in words, and the answers that say it. */
export interface Statement {
  /** Chinese, without a full stop. */
  readonly words: string;
  readonly from: readonly GatheredFact[];
  /** What of the words a person wrote himself, beside his answers. */
  readonly given?: readonly string[];
}

/** The answers of one row that a person stands for, by the keys of its facts. */
export interface Answers {
  readonly of: (key: string) => GatheredFact | null;
}

/**
 * What a person typed, confirmed, or answered with 不涉及 and a reason. What was only read from words is not his yet: no
 * sentence is made of it.
 */
export function answersOf(facts: readonly GatheredFact[]): Answers {
  const known = new Map(facts.filter(isAnswered).map((fact) => [fact.spec.key, fact] as const));
  return { of: (key) => known.get(key) ?? null };
}

function isAnswered({ state, value, problem, reason }: GatheredFact): boolean {
  if (value === null || problem !== null) return false;
  return state === "typed" || state === "confirmed" || (state === "notApplicable" && reason.trim() !== "");
}

/** A number as an answer gives it; null where it is words or 不涉及. */
export function numberOf(fact: GatheredFact | null): number | null {
  return typeof fact?.value === "number" ? fact.value : null;
}

/** What a person wrote in 口径说明, without its last stop. */
export function reasonOf({ reason }: Pick<GatheredFact, "reason">): string {
  return reason.trim().replace(/[。；]$/u, "");
}

/** 数据项 as a sentence names it: without what only tells how to fill it in (“（直接填写）”) and without 是否. */
export function labelOf({ label }: Pick<FactSpec, "label">): string {
  return label
    .replace(/（[^（）]*(?:填写|填报|提供|暂用|完整度|通报|为否时|原值)[^（）]*）$/u, "")
    .replace(/^是否(?:已经|已)?/u, "");
}

/** 36个, 12.5万元, 95.83%, 约95%. */
export function figureWords(fact: GatheredFact, value: number): string {
  const { kind, unit } = fact.spec;
  const about = fact.approximate ? "约" : "";
  return `${about}${kind === "rate" || kind === "answerOrShare" ? percent(value) : `${plain(value)}${unit}`}`;
}

/** A number as a sentence shows it. */
export function plain(value: number): string {
  return shortNumber(tidy(value));
}

const fewest = 2;
const most = 12;

/** At two decimals; more only where two would show a whole percent that it is not. */
export function percent(rate: number): string {
  const exact = tidy(rate * 100);
  for (let decimals = fewest; decimals < most; decimals += 1) {
    const shown = Number(exact.toFixed(decimals));
    if (shown === exact || !Number.isInteger(shown)) return `${String(shown)}%`;
  }
  return `${plain(exact)}%`;
}

/** "#" of the words of a fact as its number. */
export function filledIn(words: string, fact: GatheredFact, value: number): string {
  return words.replace("#", () => `${fact.approximate ? "约" : ""}${plain(value)}`);
}

const dayZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** An Excel day number as "2023年2月10日". */
export function dateWords(day: number): string {
  const date = new Date(dayZero + Math.floor(day) * dayLength);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
