import { chosen } from "../choices";
import type { CriterionPart, PartsCriterion } from "../criterion";
import type { PartExpression } from "../expression/expression";
import type { CriterionExamples, Kind } from "../kind";

/** 加权分项: each part has its share of the weight and a criterion of its own; 不涉及 earns the part. */
export const parts: Kind<PartsCriterion> = {
  title: "加权清单",
  expression: ({ parts: all, kept, sharesQuoted }, { inner, weight }) => {
    const whole = all.reduce((total, { share }) => total + share, 0);
    const of = all.map(({ share, criterion, ...part }: CriterionPart): PartExpression => {
      const outOf = chosen(part.outOf ?? "own", {});
      return { share, outOf, of: inner(criterion, outOf === "full" ? weight : (weight * share) / whole) };
    });
    return {
      op: "parts",
      of,
      kept: { measured: kept.measured ?? "", clause: kept.clause },
      sayShares: sharesQuoted !== true,
    };
  },
  wording: ({ parts: all }) => `分${all.length}项计分，各占${all.map(({ share }) => share).join("、")}`,
};

export const examples: CriterionExamples<PartsCriterion> = {
  criterion: {
    kind: "parts",
    parts: [
      {
        share: 60,
        criterion: {
          kind: "meet",
          condition: {
            of: "yes",
            name: "制度",
            answers: [{ key: "exists", met: "有制度", missed: "没有制度" }],
          },
          clause: "建立制度的得满分，否则不得分",
        },
      },
      {
        share: 40,
        criterion: { kind: "ratio", measure: { of: "fact", key: "progress" }, clause: "得分=进度×分值" },
      },
    ],
    kept: { measured: "有制度，且全部完成", clause: "两项各占60%、40%" },
  },
  asks: [
    ["answer", "exists", "有无制度", "有制度吗？"],
    ["rate", "progress", "进度", "进度是多少？", "%"],
  ],
  weight: 5,
  cases: [
    { title: "都做到", facts: { exists: "是", progress: 1 }, expect: 5 },
    { title: "占40%的一项做到一半", facts: { exists: "是", progress: 0.5 }, expect: 4 },
    { title: "占60%的一项没做到", facts: { exists: "否", progress: 1 }, expect: 2 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
