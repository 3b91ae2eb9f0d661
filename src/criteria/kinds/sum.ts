import type { SumCriterion } from "../criterion";
import { branches, by, fact, measured, zero } from "../expression/build";
import type { Expression } from "../expression/expression";
import type { CriterionExamples, Kind } from "../kind";
import { ratePoints } from "./ratio";

/**
 * 附表各项得分合计. The branches of the clause (60 %, 150 %) belong to the single rows of the annex; while the annex is
 * not filled, a summary rate stands in, proportional only: never halved, never zeroed. No goal filed at all: 0.
 */
export const sum: Kind<SumCriterion> = {
  title: "附表各项得分合计",
  expression: ({ filed, filing, summary, summaryName, clauses }) => {
    const rate: Expression = { op: "named", name: summaryName, unit: "%", of: fact(summary), plain: true };
    const none: Expression = { op: "says", key: filed, word: "否" };
    return branches(
      [{ when: none, then: zero, clause: clauses.notFiled, said: `未申报${filing}` }],
      measured({ op: "remarked", of: rate, text: standsIn }, by(clauses.sum, ratePoints(false))),
    );
  },
  wording: ({ clauses }) => Array.from(new Set([clauses.sum, clauses.notFiled])).join("；"),
};

const standsIn = "附表尚未填写，暂按汇总完成率计分。请在附表逐项填写目标值和完成值。";

export const examples: CriterionExamples<SumCriterion> = {
  criterion: {
    kind: "sum",
    filed: "filed",
    filing: "绩效目标",
    summary: "rate",
    summaryName: "指标完成率（汇总）",
    clauses: { sum: "综合得分=各指标得分合计", notFiled: "未报目标的不得分" },
  },
  asks: [
    ["answer", "filed", "申报目标", "申报了吗？"],
    ["rate", "rate", "汇总完成率", "完成率是多少？", "%"],
  ],
  weight: 10,
  cases: [
    { title: "暂按汇总完成率", facts: { rate: 0.5 }, expect: 5 },
    { title: "没有申报", facts: { filed: "否" }, expect: 0 },
    { title: "什么都没填", facts: {}, expect: "missing" },
  ],
};
