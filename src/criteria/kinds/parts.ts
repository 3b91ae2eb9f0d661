import { chosen } from "../choices";
import type { CriterionPart, PartsCriterion } from "../criterion";
import type { PartExpression } from "../expression/expression";
import type { CriterionExample, Kind } from "../kind";
import { examples as met } from "./meet";

/** 加权分项: each part has its share of the weight and a criterion of its own; 不涉及 earns the part. */
export const parts: Kind<PartsCriterion> = {
  title: "加权清单",
  expression: ({ parts: all, kept, sharesQuoted }, { inner, weight }) => {
    const whole = all.reduce((total, { share }) => total + share, 0);
    const of = all.map(({ share, criterion, outOf }: CriterionPart): PartExpression => {
      const from = chosen(outOf ?? "own", {});
      return {
        share,
        outOf: from,
        of: inner(criterion, from === "full" ? weight : (weight * share) / whole),
      };
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

const [yes] = met;
const part = (key: string, share: number): CriterionPart => ({
  share,
  criterion: {
    kind: "meet",
    condition: { of: "yes", name: key, answers: [{ key, met: `${key}做到`, missed: `${key}没有做到` }] },
    clause: `${key}做到的得满分，否则不得分`,
  },
});

export const examples: readonly CriterionExample<PartsCriterion>[] = [
  ["都做到", "是", 5],
  ["一项没做到，占40%", "否", 3],
].map(([title, second, expect]) => ({
  title: String(title),
  criterion: {
    kind: "parts",
    parts: [part("first", 60), part("second", 40)],
    kept: { measured: "两项都做到", clause: "两项各占60%、40%" },
  },
  asks: ["first", "second"].map((key) => ({
    key,
    label: key,
    kind: "answer",
    unit: "是／否",
    source: "",
    question: yes?.title ?? "",
  })),
  facts: { first: "是", second: String(second) },
  weight: 5,
  expect: Number(expect),
}));
