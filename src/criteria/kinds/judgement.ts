import type { JudgementCriterion } from "../criterion";
import type { CriterionExamples, Kind } from "../kind";

/** 酌情评定: full marks by rule when everything is 是; else, and without questions always, the points and the reason of a person. */
export const judgement: Kind<JudgementCriterion> = {
  title: "酌情评定",
  expression: ({ questions, judged, clauses }) => ({ op: "judged", questions, key: judged, clauses }),
  wording: ({ questions, clauses }) =>
    questions.length === 0 ? clauses.judged : `${clauses.full}；${clauses.judged}`,
};

export const examples: CriterionExamples<JudgementCriterion> = {
  criterion: {
    kind: "judgement",
    questions: [{ key: "correct", missed: "账实不符" }],
    judged: "judged",
    clauses: { full: "账实相符的得2分", judged: "否则酌情扣分" },
  },
  asks: [
    ["answer", "correct", "账实相符", "账实相符吗？"],
    ["points", "judged", "评定分", "评定多少分？", "分"],
  ],
  weight: 2,
  cases: [
    { title: "相符", facts: { correct: "是" }, expect: 2 },
    { title: "不符，等人评定", facts: { correct: "否" }, expect: "judgement" },
    { title: "什么都没答", facts: {}, expect: "missing" },
  ],
};
