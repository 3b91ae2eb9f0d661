import { percentWords } from "../words";
import { chosen } from "../choices";
import type { CompletionCriterion } from "../criterion";
import { branches, it, measured, multiply, number, own, weight, zero } from "../expression/build";
import type { Expression, Piece } from "../expression/expression";
import { stretch } from "../interval";
import type { CriterionExamples, Kind } from "../kind";
import { isRate, mayBeNegative, measureExpression } from "../measureExpression";

type CompletionScale = Omit<CompletionCriterion, "kind" | "measure">;

/** 完成率计分: pass line, proportional, full, and a share of the weight for far more than the target. */
export const completion: Kind<CompletionCriterion> = {
  title: "完成率计分",
  expression: ({ measure, ...scale }, { specs }) => {
    const mayBeLarge = measure.of === "ratio" && measure.capped === true;
    const isOwn = isRate(measure, specs) && !mayBeNegative(measure) && !mayBeLarge;
    return measured(measureExpression(measure, specs), isOwn ? completionScale(scale) : branchesOf(scale));
  },
  wording: ({ passLine, over, overShare }) =>
    `低于${percentWords(passLine)}不得分，到100%按比例，高于${percentWords(over)}得${percentWords(overShare)}`,
};

/** The bounds that COMPLETIONSCORE knows. */
const official = { passLine: 0.6, over: 1.5, overShare: 0.5 };

/** What COMPLETIONSCORE gives. */
export const officialScale = completionScale({
  ...official,
  atPassLine: "scores",
  clauses: { failed: "", partly: "", full: "", over: "" },
});

/** 完成率60%以下不得分；60%-100%按比例得分；100%-150%得满分；高于150%得一半分: points of the measured rate. */
function branchesOf(scale: CompletionScale): Expression {
  const { passLine, atPassLine, over, overShare, clauses } = scale;
  const fails = chosen(atPassLine, {}) === "fails";
  const [failed, partly] = [
    stretch(null, "<", fails ? "≤" : "<", passLine),
    stretch(passLine, fails ? "<" : "≤", "<", 1),
  ];
  const half = multiply(weight, number(overShare));
  const pieces: readonly Piece[] = [
    { interval: failed, then: zero, clause: clauses.failed },
    { interval: partly, then: multiply(it, weight), clause: clauses.partly },
    { interval: stretch(1, "≤", "≤", over), then: weight, clause: clauses.full },
    { interval: stretch(over, "<", "<", null), then: half, clause: clauses.over },
  ];
  return { op: "scale", percent: true, exact: true, pieces };
}

/** The same, with the function that knows these very bounds; it takes no rate below 0, and none that cannot be one. */
export function completionScale(scale: CompletionScale): Expression {
  const { passLine, atPassLine, over, overShare } = scale;
  const points = branchesOf(scale);
  const known = { ...official, passLine, over, overShare };
  if (JSON.stringify(known) !== JSON.stringify(official)) return points;
  const score = own("COMPLETIONSCORE", points);
  if (chosen(atPassLine, {}) !== "fails") return score;
  const failed: Expression = { op: "compare", left: it, sign: "<=", right: number(passLine) };
  return own("", points, [branches([{ when: failed, then: zero }], score)]);
}

export const examples: CriterionExamples<CompletionCriterion> = {
  criterion: {
    kind: "completion",
    measure: { of: "fact", key: "rate" },
    passLine: 0.6,
    atPassLine: "scores",
    over: 1.5,
    overShare: 0.5,
    clauses: {
      failed: "60%以下不得分",
      partly: "60%-100%按比例",
      full: "100-150%得满分",
      over: "高于150%得一半分",
    },
  },
  asks: [["rate", "rate", "完成率", "完成率是多少？", "%"]],
  weight: 10,
  cases: [
    { title: "差一点到60%", facts: { rate: 0.5999 }, expect: 0 },
    { title: "正好60%", facts: { rate: 0.6 }, expect: 6 },
    { title: "差一点到100%", facts: { rate: 0.9999 }, expect: 9.999 },
    { title: "正好100%", facts: { rate: 1 }, expect: 10 },
    { title: "正好150%", facts: { rate: 1.5 }, expect: 10 },
    { title: "超过150%", facts: { rate: 1.5001 }, expect: 5 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
