import type { GatheredFact } from "../facts/gatheredFact";
import { lossSentence } from "./lossSentence";
import type { RuleResult } from "../criteria/rule";
import { isAnnexFact } from "./bindAnnex";
import type { UnwordedAnnexRow } from "./annexRows";

/**
 * Why points are lost, or why the row is open; "" for full marks. In Chinese, for the sheet.
 * @param decimals of the points, as the sheet shows them
 */
export function rowReason(
  result: RuleResult,
  facts: readonly GatheredFact[],
  decimals: number,
  titleOf: (setting: string) => string,
): string {
  switch (result.outcome) {
    case "notApplicable":
      return "";
    case "scored":
      return result.losses.length === 0 ? "" : lossSentence(result.losses, decimals, titleOf);
    case "judgement":
      return `需人工评定：${withStop(result.why)}`;
    case "missing": {
      // What annex rows need is named, row by row, in the problem.
      const needs = result.needs.filter((key) => !isAnnexFact(key));
      const labels = needs.map((key) => facts.find(({ spec }) => spec.key === key)?.spec.label ?? key);
      const asked = labels.length === 0 ? "" : `待补充：${labels.join("；")}。`;
      return `${result.problem === undefined ? "" : withStop(result.problem)}${asked}`;
    }
  }
}

/** The same for one row of an annex. */
export function annexRowReason(
  row: UnwordedAnnexRow,
  decimals: number,
  titleOf: (setting: string) => string,
): string {
  if (row.problem !== null) return `${row.judged ? "需人工评定" : "待补充"}：本项${row.problem}`;
  return row.losses.length === 0 ? "" : lossSentence(row.losses, decimals, titleOf);
}

function withStop(sentence: string): string {
  return /[。！？]$/u.test(sentence) ? sentence : `${sentence}。`;
}
