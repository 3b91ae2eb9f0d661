import type { LinearCriterion } from "../criterion";
import { by, it, measured, multiply, number, subtract, weight, zero } from "../expression/build";
import type { Expression } from "../expression/expression";
import type { CriterionExamples, Kind } from "../kind";
import { measureExpression, measureName } from "../measureExpression";
import { shortNumber } from "../words";

/** 线性计分: offset + slope × value, never below 0 nor above the points to be had. */
export const linear: Kind<LinearCriterion> = {
  title: "线性计分",
  expression: (criterion, { specs }) => {
    const line = lineOf(criterion);
    const points = criterion.of === "points" ? line : multiply(line, weight);
    const limited: Expression = { op: "max", of: [zero, { op: "min", of: [weight, points] }] };
    return measured(measureExpression(criterion.measure, specs), by(criterion.clause, limited));
  },
  wording: ({ measure, offset, slope, of }) => {
    const line = `${shortNumber(offset)}${slope < 0 ? "-" : "+"}${shortNumber(Math.abs(slope))}×${measureName(measure)}`;
    return `得分=${of === "points" ? line : `（${line}）×分值`}，最低0分，最高满分`;
  },
};

/** As a formula shows it best: 4.5−15×x, not 4.5+(−15)×x. */
function lineOf({ offset, slope }: Pick<LinearCriterion, "offset" | "slope">): Expression {
  const rise = multiply(number(Math.abs(slope)), it);
  if (slope < 0) return subtract(number(offset), rise);
  return offset === 0 ? rise : { op: "add", of: [number(offset), rise] };
}

export const examples: CriterionExamples<LinearCriterion> = {
  criterion: {
    kind: "linear",
    measure: { of: "fact", key: "rate", absolute: true },
    offset: 4.5,
    slope: -15,
    of: "points",
    clause: "得分=（30%-预算调整率）/20%×3",
  },
  asks: [["rate", "rate", "预算调整率", "预算调整率是多少？", "%"]],
  weight: 3,
  cases: [
    { title: "正好10%，满分", facts: { rate: 0.1 }, expect: 3 },
    { title: "不到10%，不超过满分", facts: { rate: 0.05 }, expect: 3 },
    { title: "刚过10%", facts: { rate: 0.11 }, expect: 2.85 },
    { title: "调减20%", facts: { rate: -0.2 }, expect: 1.5 },
    { title: "正好30%", facts: { rate: 0.3 }, expect: 0 },
    { title: "超过30%，不低于0", facts: { rate: 0.5 }, expect: 0 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
