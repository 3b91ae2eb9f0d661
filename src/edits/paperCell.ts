import type { GatheredFact } from "../facts/gatheredFact";
import { factStateWords } from "../facts/gatheredFact";
import { tierNames } from "../criteria/kinds/levels";
import type { FactKind, FactSpec, FactValue } from "../criteria/fact";
import { tidy } from "../quantity/tidy";
import { a1 } from "../workbook/cell";
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

/** 来源: where the figure was read, with the words; else where a clerk finds it. */
export function sourceWords(fact: GatheredFact): string {
  const { source, state, spec } = fact;
  const read = state === "extracted" || state === "confirmed";
  if (!read || source === null) return spec.source;
  return `${takenFrom}“${source.at.sheet}”${a1(source.at)}：“${source.quote.slice(0, 500)}”`;
}

export const takenFrom = "摘自";

const place = /^摘自“.{1,31}?”[A-Z]{1,3}\d{1,7}：/u;

/** Whether 来源 has our form; a person may well begin his own with 摘自, too. */
export function isTakenFrom(words: string): boolean {
  return place.test(words);
}

const origin = /^(?:[^：]{1,30}版|人工设定)：/u;

/** Whether 来源 says where a clerk finds the figure, whichever rule counted when that was written. */
export function isWhereFound(words: string, { spec }: GatheredFact): boolean {
  return words.replace(origin, "") === spec.source.replace(origin, "");
}

/** Whether 来源 is as we write it; where we read it may since have been moved or renamed, the words say it all. */
export function isOwnSource(words: CellValue, fact: GatheredFact): boolean {
  if (typeof words !== "string") return false;
  return isWhereFound(words, fact) || words.replace(place, "") === sourceWords(fact).replace(place, "");
}

/** 状态; "" for what nobody needs to answer any more. */
export function stateWords(fact: GatheredFact, asked: boolean): string {
  if (fact.state !== "missing") return factStateWords[fact.state];
  return asked || fact.problem !== null ? factStateWords.missing : "";
}
