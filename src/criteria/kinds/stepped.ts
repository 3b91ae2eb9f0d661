import { percentWords, shortNumber } from "../words";
import type { SteppedCriterion } from "../criterion";
import { askFor, it, measured, multiply, number, own, subtract, weight, zero } from "../expression/build";
import type { Expression, OwnText, Piece } from "../expression/expression";
import { chosen } from "../choices";
import { stretch } from "../interval";
import type { CriterionExamples, Kind } from "../kind";
import { isRate, measureExpression } from "../measureExpression";

type SteppedScale = Omit<SteppedCriterion, "kind" | "measure">;

/** 阶梯扣分: every step beyond a value costs the same. Whether a begun step counts is a parameter. */
export const stepped: Kind<SteppedCriterion> = {
  title: "阶梯扣分",
  expression: (criterion, { specs }) =>
    measured(
      measureExpression(criterion.measure, specs),
      criterion.percent !== false && isRate(criterion.measure, specs)
        ? ownScore(criterion, steppedScale(criterion))
        : steppedScale(criterion),
    ),
  wording: ({ direction, from, to, step, each, rounding, percent, most }) => {
    const words = percent === false ? shortNumber : percentWords;
    const side = { above: "超出", below: "低于", both: "偏离" }[direction];
    const price = "points" in each ? `${shortNumber(each.points)}分` : `分值的${percentWords(each.share)}`;
    const begun =
      chosen(rounding, {}) === "floor" ? `满${words(step)}才扣` : `不足${words(step)}按${words(step)}扣`;
    const kept = to === undefined ? words(from) : `${words(from)}至${words(to)}`;
    const end = most === undefined ? "扣完为止" : `最多扣${shortNumber(most)}分`;
    return `每${side}${kept}达${words(step)}扣${price}，${begun}，${end}`;
  },
};

/** The points of a measured value, above `from`, below it or on both sides of it. */
export function steppedScale(criterion: SteppedScale): Expression {
  const { from, to = from, direction, percent = true } = criterion;
  const above = direction !== "below";
  const below = direction !== "above";
  const pieces: readonly Piece[] = [
    ...nothing(criterion, "below"),
    ...(below ? [lost(criterion, "below")] : []),
    {
      interval: stretch(below ? from : null, below ? "≤" : "<", above ? "≤" : "<", above ? to : null),
      then: weight,
      clause: criterion.clauses.kept,
    },
    ...(above ? [lost(criterion, "above")] : []),
    ...nothing(criterion, "above"),
  ];
  return { op: "scale", percent, pieces };
}

/** Our function knows steps above a value that cost points, and no more. */
function ownScore(criterion: SteppedCriterion, scale: Expression): Expression {
  const { direction, each, step, from, nothingBeyond, rounding, most } = criterion;
  if (direction !== "above" || !("points" in each) || (nothingBeyond ?? most) !== undefined) return scale;
  const way = chosen(rounding, {});
  const last: readonly (Expression | OwnText)[] = way === "floor" ? [] : [number(from), { text: `"${way}"` }];
  const start = from === 0 || last.length > 0 ? [] : [number(from)];
  return own("STEPSCORE", scale, [it, weight, number(step), number(each.points), ...start, ...last]);
}

function lost(criterion: SteppedScale, side: "above" | "below"): Piece {
  const { step, each, rounding, nothingBeyond, most } = criterion;
  const from = side === "above" ? (criterion.to ?? criterion.from) : criterion.from;
  const bound = number(from);
  const steps: Expression = {
    op: "divide",
    left: side === "above" ? subtract(it, bound) : subtract(bound, it),
    right: number(step),
    excess: false,
    zero: askFor([], ""),
  };
  const count: Expression = { op: chosen(rounding, {}) === "floor" ? "floor" : "ceiling", of: steps };
  const price = "points" in each ? number(each.points) : multiply(number(each.share), weight);
  const end = nothingBeyond ?? null;
  const last = end === null ? "<" : "≤";
  return {
    interval: side === "above" ? stretch(from, "<", last, end) : stretch(end, last, "<", from),
    then: { op: "max", of: [zero, ...atLeast(most), subtract(weight, multiply(price, count))] },
    clause: criterion.clauses.lost,
  };
}

/** What is left where no more than so much is lost. */
function atLeast(most: number | undefined): readonly Expression[] {
  return most === undefined ? [] : [subtract(weight, number(most))];
}

/** 低于60%不得分: the bound itself still counts its steps. */
function nothing(
  { nothingBeyond, direction, clauses }: SteppedScale,
  side: "above" | "below",
): readonly Piece[] {
  if (nothingBeyond === undefined || direction !== side) return [];
  const clause = clauses.nothing ?? clauses.lost;
  const interval =
    side === "above" ? stretch(nothingBeyond, "<", "<", null) : stretch(null, "<", "<", nothingBeyond);
  return [{ interval, then: zero, clause }];
}

export const examples: CriterionExamples<SteppedCriterion> = {
  criterion: {
    kind: "stepped",
    measure: { of: "fact", key: "rate" },
    direction: "below",
    from: 1,
    step: 0.01,
    each: { points: 0.5 },
    rounding: "floor",
    nothingBeyond: 0.6,
    clauses: { kept: "预算完成率100%，得满分", lost: "每低1%扣0.5分，扣完为止", nothing: "低于60%不得分" },
  },
  asks: [["rate", "rate", "预算完成率", "预算完成率是多少？", "%"]],
  weight: 8,
  cases: [
    { title: "正好100%", facts: { rate: 1 }, expect: 8 },
    { title: "低了0.9个百分点，不满1%", facts: { rate: 0.991 }, expect: 8 },
    { title: "低了1个百分点", facts: { rate: 0.99 }, expect: 7.5 },
    { title: "扣完为止", facts: { rate: 0.62 }, expect: 0 },
    { title: "低于60%", facts: { rate: 0.5999 }, expect: 0 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
