import type { MeetCriterion } from "../criterion";
import { conditionExpression } from "../conditionExpression";
import { branches, by, it, measured, own, weight, zero } from "../expression/build";
import type { CriterionExamples, Kind } from "../kind";

/** 达标得满分: all or nothing. */
export const meet: Kind<MeetCriterion> = {
  title: "达标得满分",
  expression: ({ condition, clause }, { specs }) => {
    const points = branches([{ when: it, then: weight }], zero);
    return measured(conditionExpression(condition, specs), by(clause, own("MEETSCORE", points)));
  },
  wording: ({ clause }) => `满足条件得满分，否则不得分：${clause}`,
};

export const examples: CriterionExamples<MeetCriterion> = {
  criterion: {
    kind: "meet",
    condition: { of: "yes", name: "制度", answers: [{ key: "exists", met: "有制度", missed: "没有制度" }] },
    clause: "建立制度的得满分，否则不得分",
  },
  asks: [["answer", "exists", "有无制度", "有制度吗？"]],
  weight: 2,
  cases: [
    { title: "做到", facts: { exists: "是" }, expect: 2 },
    { title: "没有做到", facts: { exists: "否" }, expect: 0 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
