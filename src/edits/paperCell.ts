import type { GatheredFact } from "../facts/gatheredFact";
import { factStateWords, unusable } from "../facts/gatheredFact";
import { tierNames } from "../criteria/kinds/levels";
import type { FactKind, FactSpec, FactValue } from "../criteria/fact";
import { cite, notTakenFrom, takenFrom, withoutPlace } from "../facts/paperSource";
import { tidy } from "../quantity/tidy";
import { leftOut, quotedText, wordsUsed } from "../words/quotation";
import type { CellValue } from "../workbook/snapshot";

/** What the 数值 cells of a fact hold, one per cell: twelve for months. */
export function valuesOf(value: FactValue | null): readonly CellValue[] {
  if (typeof value === "number" || typeof value === "string") return [value];
  return value === null ? [] : value;
}

/** Rates as 0.00%, so that a typed 99.83 becomes 99.83 %, and with more decimals where two would hide some. */
export function paperFormat(spec: FactSpec, value: CellValue): string | null {
  if (spec.kind === "rate" || spec.kind === "months" || spec.kind === "answerOrShare") {
    const digits = typeof value === "number" ? (String(tidy(value * 100)).split(".")[1]?.length ?? 0) : 0;
    return `0.${"0".repeat(Math.min(Math.max(digits, 2), 6))}%`;
  }
  return fixedFormats[spec.kind] ?? null;
}

const fixedFormats: Readonly<Partial<Record<FactKind, string>>> = { amount: "#,##0.00", date: "yyyy-mm-dd" };

/** The words of a drop-down; null where none helps. It only warns, so that a share (90%) can be typed all the same. */
export function choicesOf(spec: FactSpec): readonly string[] | null {
  if (spec.kind === "tier") return tierNames(spec);
  if (spec.kind !== "answer" && spec.kind !== "answerOrShare") return null;
  return spec.notApplicable === true ? ["是", "否", "不涉及"] : ["是", "否"];
}

/** 来源: the words that the figure was taken from; those that it is asked because of; where a clerk finds it. */
export function sourceWords({ source, state, spec, problem }: GatheredFact): string {
  if (source === null) return spec.source;
  const { at, quote, quotation } = source;
  const words = shortened(quotation === undefined ? quote : quotedText(quotation), longestQuote);
  if (state === "extracted" || state === "confirmed") return cite(takenFrom, { at, quote: words });
  if (problem === null) return spec.source;
  const unread = quotation === undefined ? [] : wordsUsed(quotation, "unread");
  const listed = unread.map((one) => `“${shortened(one, longestUnread)}”`).join("、");
  return [
    `${cite(notTakenFrom, { at, quote: words })}${listed === "" ? "" : `，没有读懂：${listed}`}。`,
    ...(spec.source === "" ? [] : [`可查：${spec.source}`]),
  ].join("");
}

const longestQuote = 1000;
const longestUnread = 200;

function shortened(words: string, longest: number): string {
  return words.length > longest ? `${words.slice(0, longest)}${leftOut}` : words;
}

const origin = /^(?:[^：]{1,30}版|人工设定)：/u;

/** Whether 来源 says where a clerk finds the figure, whichever rule counted when that was written. */
export function isWhereFound(words: string, { spec }: GatheredFact): boolean {
  return words.replace(origin, "") === spec.source.replace(origin, "");
}

/** Whether 来源 is as we write it; where we read it may since have been moved or renamed, the words say it all. */
export function isOwnSource(words: CellValue, fact: GatheredFact): boolean {
  if (typeof words !== "string") return false;
  return isWhereFound(words, fact) || withoutPlace(words) === withoutPlace(sourceWords(fact));
}

/** Where it stands, which is beside: "评分底稿!D5：". */
const ownPlace = /^[^：]*![A-Z]{1,3}\d{1,7}：/u;

/** 状态; "" for what nobody needs to answer any more. */
export function stateWords(fact: GatheredFact, asked: boolean): string {
  if (fact.state !== "missing") return factStateWords[fact.state];
  // What the words of another cell leave open stands in 来源.
  if (fact.problem !== null && fact.source === null) return unusable(fact.problem.replace(ownPlace, ""));
  return asked || fact.problem !== null ? factStateWords.missing : "";
}
