import type { GatheredFact } from "../facts/gatheredFact";
import { lossSentence } from "../rules/lossSentence";
import type { RuleResult } from "../rules/rule";

/**
 * Why points are lost, or why the row is open; "" for full marks. In Chinese, for the sheet.
 * @param decimals of the points, as the sheet shows them
 */
export function rowReason(result: RuleResult, facts: readonly GatheredFact[], decimals: number): string {
  switch (result.outcome) {
    case "notApplicable":
      return "";
    case "scored":
      return result.losses.length === 0 ? "" : lossSentence(result.losses, decimals);
    case "judgement":
      return `需人工评定：${withStop(result.why)}`;
    case "missing": {
      const labels = result.needs.map((key) => facts.find(({ spec }) => spec.key === key)?.spec.label ?? key);
      const asked = labels.length === 0 ? "" : `待补充：${labels.join("；")}。`;
      return `${result.problem === undefined ? "" : withStop(result.problem)}${asked}`;
    }
  }
}

function withStop(sentence: string): string {
  return /[。！？]$/u.test(sentence) ? sentence : `${sentence}。`;
}
