import type { ClauseReading } from "../clause/clauseReading";
import { chosen, type ChosenOptions } from "../criteria/choices";
import { kindOf } from "../criteria/kinds/kinds";
import type { RuleResult } from "../criteria/rule";
import { fullWidth } from "../criteria/words";
import { sayPoints } from "../scorecard/formatPoints";
import { rowReason } from "../scorecard/rowReason";
import type { ReadClause } from "./tryValues";

/** Why a 评分标准 gives no points, for the two ways that it may not. */
export const unreadWords: Readonly<Record<Exclude<ClauseReading["state"], "read">, string>> = {
  unread: "没有全部读懂，不能据此计分。",
  none: "没有写计分的规则。",
};

/** The rule in plain words, then what the text leaves open and how that is read: as picked, else the first option. */
export function sayRule(
  { criterion, settings }: ReadClause,
  picked: ChosenOptions = {},
): readonly [string, ...string[]] {
  const { title, wording } = kindOf(criterion);
  const open = Object.entries(settings).map(([name, { title: what, options }]) => {
    const counts = chosen({ setting: name, options }, picked);
    const others = Object.values(options).filter((words) => words !== counts);
    return `${what}：按“${counts}”${others.length === 0 ? "" : `；也可以读作“${others.join("”“")}”`}`;
  });
  return [`${title}：${wording(criterion)}`, ...open];
}

/** The points of a trial and, in sentences, why. */
interface TrialWords {
  readonly points: string;
  readonly why: readonly string[];
}

/** @param weight that the points are of; null: unknown */
export function sayResult(
  { asks, questions, settings }: ReadClause,
  result: RuleResult | null,
  weight: number | null,
): TrialWords {
  if (result === null) return { points: "算不了。得多少分要看分值", why: [] };
  const facts = asks.map((spec) => ({ spec }));
  const reason = rowReason(byQuestion(result, questions), facts, 5, (name) => settings[name]?.title ?? name);
  if (result.outcome !== "scored") {
    const why = result.outcome === "notApplicable" ? `不涉及：${result.because}` : reason;
    return { points: "还定不下来。", why: [why] };
  }
  const { measured, clause, points, remarks } = result;
  const of = weight === null ? "" : `（分值 ${sayPoints(weight)}）`;
  const applied = clause === "" ? measured : `${measured}，适用“${fullWidth(clause)}”。`;
  return {
    points: `${sayPoints(points)} 分${of}`,
    why: [reason === "" ? applied : reason, ...remarks.map((remark) => `提示：${remark}`)],
  };
}

/** Where all that may stand in for a question is missing, the question itself is. */
function byQuestion(result: RuleResult, questions: ReadClause["questions"]): RuleResult {
  if (result.outcome !== "missing") return result;
  const { needs } = result;
  const whole = questions.filter(
    ({ instead }) => instead.length > 0 && instead.every((key) => needs.includes(key)),
  );
  const asked = needs.map((need) => whole.find(({ instead }) => instead.includes(need))?.key ?? need);
  return { ...result, needs: Array.from(new Set(asked)) };
}
