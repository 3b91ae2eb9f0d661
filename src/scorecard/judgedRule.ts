import type { Rule } from "../criteria/rule";
import { tidy } from "../quantity/tidy";
import { ask } from "../editions/describe";
import { sayPoints } from "./formatPoints";

/** What a row outside the edition asks for. */
const judgedSpec = ask(
  "points",
  "judged",
  "评定分",
  "评定人",
  "此项不在评分标准库中：请评定得分，并在口径说明里写明理由。",
);

/** 需人工评定: a row that is not in the edition takes the points of a person, once he has given a reason, too. */
export const judgedRule: Rule = {
  title: "人工评定",
  facts: [judgedSpec],
  score: ({ judged }, { weight, standard }) => {
    const ask = (why: string) => ({ outcome: "judgement", needs: [judgedSpec.key], why }) as const;
    if (judged === undefined) return ask("此项不在评分标准库中，请评定得分并写明理由");
    const points = typeof judged.value === "number" ? judged.value : null;
    if (points === null || points < 0 || tidy(points) > tidy(weight)) {
      return ask(`评定分应为0到${sayPoints(weight)}之间的数`);
    }
    const reason = judged.reason.trim();
    if (reason === "") return ask("已有评定分，还须在口径说明里写明理由");
    const measured = `评定${sayPoints(points)}分，理由：${reason}`;
    const clause = standard ?? "";
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
  },
  formula: ({ judged }, { weight, context }) => {
    if (judged === undefined) return '""';
    // A weight printed as text ("10 分") counts as it was read when the formula was written.
    const top = `IF(ISNUMBER(${weight}),${weight},${context.weight})`;
    const points = judged.value;
    return `IF(OR(NOT(ISNUMBER(${points})),TRIM(${judged.reason})=""),"",IF(OR(${points}<0,${points}>${top}),"",${points}))`;
  },
};
