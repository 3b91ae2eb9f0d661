import type { GatheredFact } from "../facts/gatheredFact";
import { tidy } from "../quantity/tidy";
import { fullWidth, plainDigits } from "../criteria/words";
import type { Loss, RuleResult } from "../criteria/rule";
import { isAnnexFact } from "./bindAnnex";
import type { UnwordedAnnexRow } from "./annexRows";
import { roundHalfUp } from "./formatPoints";

/**
 * Why points are lost, or why the row is open; "" for full marks. In Chinese, for the sheet.
 * @param decimals of the points, as the sheet shows them
 */
export function rowReason(
  result: RuleResult,
  facts: readonly Pick<GatheredFact, "spec">[],
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
      const labels = needs.map((key) => {
        const spec = facts.find((one) => one.spec.key === key)?.spec;
        return spec?.label === "" ? spec.question.replace(/？$/u, "") : (spec?.label ?? key);
      });
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

/**
 * Why points are lost, one sentence per cause: 合同签订及时率95%，适用“90%≤合同签订及时率＜100%，得2分”，扣1分。
 * @param decimals of the points, as the sheet shows them; a loss that they would hide is shown with more
 * @param titleOf a setting, as a person knows it
 */
export function lossSentence(
  losses: readonly Loss[],
  decimals: number,
  titleOf: (setting: string) => string,
): string {
  return losses.map((loss) => sentence(loss, decimals, titleOf)).join("");
}

const ownSentence =
  /(?:[^。\n]{1,300}，适用“[^\n]{0,600}?”，扣[\d.]{1,12}分(?:，系按设置“[^”]{0,60}”的口径测算，可在设置中调整)?|(?:需人工评定|待补充)：[^。\n]{0,400})。/gu;

/** A text without the sentences that were written here, however they came into it: they are no evidence. */
export function withoutOwnReasons(text: string): string {
  return text.replace(ownSentence, "");
}

function sentence(loss: Loss, decimals: number, titleOf: (setting: string) => string): string {
  const points = pointsWords(loss.points, decimals);
  const main = `${loss.measured}，适用“${fullWidth(loss.clause)}”，扣${points}分`;
  return loss.setting === undefined
    ? `${main}。`
    : `${main}，系按设置“${titleOf(loss.setting)}”的口径测算，可在设置中调整。`;
}

/** At the decimals that are shown; what they would show as 0 with two significant digits: 0.00085, not 0. */
export function pointsWords(points: number, decimals: number): string {
  const exact = tidy(points);
  const shown = roundHalfUp(exact, decimals);
  return plainDigits(shown === 0 ? Number(exact.toPrecision(2)) : shown);
}
