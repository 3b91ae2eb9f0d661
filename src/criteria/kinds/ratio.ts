import type { FactSpec } from "../fact";
import type { RatioCriterion } from "../criterion";
import { by, it, measured, multiply, number, own, weight, zero } from "../expression/build";
import type { Expression } from "../expression/expression";
import type { CriterionExamples, Kind } from "../kind";
import { isRate, measureExpression, measureName } from "../measureExpression";

/** 按比例计分: rate × weight, never above the weight though the clause may not say so, never below 0. */
export const ratio: Kind<RatioCriterion> = {
  title: "按比例计分",
  expression: ({ measure, clause }, { specs }) => {
    const points =
      measure.of === "fact" && isAnswer(specs, measure.key)
        ? own("CHECKSCORE", multiply(it, weight), [weight, { cell: measure.key }])
        : ratePoints(measure.of === "ratio" && measure.capped === true, isRate(measure, specs));
    return measured(measureExpression(measure, specs), by(clause, points));
  },
  wording: ({ measure }) => `得分=${measureName(measure)}×分值，不超过分值`,
};

/**
 * From 0 to the weight.
 * @param capped Our function refuses 99.83 for 99.83%; a rate that may well be that large is handed over capped.
 */
export function ratePoints(capped: boolean, isOfRate = true): Expression {
  const most: Expression = { op: "min", of: [number(1), it] };
  const points = multiply({ op: "max", of: [zero, most] }, weight);
  return !isOfRate ? points : own("RATESCORE", points, [capped ? most : it, weight]);
}

function isAnswer(specs: readonly FactSpec[], key: string): boolean {
  const kind = specs.find((spec) => spec.key === key)?.kind;
  return kind === "answer" || kind === "answerOrShare";
}

export const examples: CriterionExamples<RatioCriterion> = {
  criterion: {
    kind: "ratio",
    measure: { of: "ratio", name: "支出进度", part: "spent", whole: ["given"], zeroWhole: "ask" },
    clause: "得分=支出进度×本指标分值",
  },
  asks: [
    ["amount", "spent", "支出数", "支出多少万元？", "万元"],
    ["amount", "given", "下达数", "下达多少万元？", "万元"],
  ],
  weight: 5,
  cases: [
    { title: "支出四分之三", facts: { spent: 750, given: 1000 }, expect: 3.75 },
    { title: "超过下达数，以满分封顶", facts: { spent: 1200, given: 1000 }, expect: 5 },
    { title: "下达数为0，先问", facts: { spent: 0, given: 0 }, expect: "missing" },
  ],
};
