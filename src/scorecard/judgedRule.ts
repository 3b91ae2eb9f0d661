import type { Fact } from "../criteria/fact";
import type { Rule, RuleResult } from "../criteria/rule";
import { tidy } from "../quantity/tidy";
import { ask } from "../editions/describe";
import { sayPoints } from "./formatPoints";

/**
 * 需人工评定: a row without a rule takes the points of a person, once he has given a reason, too.
 * @param because why there is no rule, in Chinese
 * @param clause the printed 评分标准
 */
export function judgedRule(because: string, clause: string): Rule {
  const question = `${because}：请评定得分，并在口径说明里写明理由。`;
  const spec = ask("points", "judged", "评定分", "评定人", question);
  return {
    title: "人工评定",
    facts: [spec],
    score: ({ judged }, { weight }) =>
      judged === undefined
        ? { outcome: "judgement", needs: [spec.key], why: `${because}，请评定得分并写明理由` }
        : scoreOf(judged, weight, clause),
    formula: ({ judged }, { weight, context }) => {
      if (judged === undefined) return '""';
      // A weight printed as text ("10 分") counts as it was read when the formula was written.
      const top = `IF(ISNUMBER(${weight}),${weight},${context.weight})`;
      const points = judged.value;
      return `IF(OR(NOT(ISNUMBER(${points})),TRIM(${judged.reason})=""),"",IF(OR(${points}<0,${points}>${top}),"",${points}))`;
    },
  };
}

function scoreOf(judged: Fact, weight: number, clause: string): RuleResult {
  const ask = (why: string) => ({ outcome: "judgement", needs: ["judged"], why }) as const;
  const points = typeof judged.value === "number" ? judged.value : null;
  if (points === null || points < 0 || tidy(points) > tidy(weight)) {
    return ask(`评定分应为0到${sayPoints(weight)}之间的数`);
  }
  const reason = judged.reason.trim();
  if (reason === "") return ask("已有评定分，还须在口径说明里写明理由");
  const measured = `评定${sayPoints(points)}分，理由：${reason}`;
  const lost = tidy(weight - points);
  const at = judged.at === null ? {} : { at: judged.at };
  return {
    outcome: "scored",
    points,
    step: { label: "人工评定", value: points, unit: "分", ...at, inputs: [] },
    measured,
    clause,
    losses: lost > 0 ? [{ measured, clause: "人工评定", points: lost }] : [],
    remarks: [],
  };
}
