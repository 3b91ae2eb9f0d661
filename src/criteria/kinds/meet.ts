import type { MeetCriterion } from "../criterion";
import { conditionExpression } from "../conditionExpression";
import { askFor, branches, by, it, measured, own, weight, zero } from "../expression/build";
import type { Expression } from "../expression/expression";
import { factKeys } from "../expression/factKeys";
import type { FactSpec } from "../fact";
import type { CriterionExamples, Kind } from "../kind";
import { specOf } from "../readFact";

/** 达标得满分: all or nothing. */
export const meet: Kind<MeetCriterion> = {
  title: "达标得满分",
  expression: ({ condition, clause, unmet }, { specs }) => {
    const when = conditionExpression(condition, specs);
    if (unmet !== undefined) return measured(when, points(clause, unmet, factKeys(when), specs));
    const score = branches([{ when: it, then: weight }], zero);
    return measured(when, by(clause, own("MEETSCORE", score)));
  },
  wording: ({ clause, unmet }) =>
    unmet === undefined
      ? `满足条件得满分，否则不得分：${clause}`
      : `满足条件得满分，${unmet.said}不得分：${clause}`,
};

/** What the text gives nothing for is asked once the condition does not hold, and what lies between is left open. */
function points(
  clause: string,
  { key, said, clause: nothing, problem }: NonNullable<MeetCriterion["unmet"]>,
  keys: readonly string[],
  specs: readonly FactSpec[],
): Expression {
  const ask = askFor([key], `条件没有满足，请回答“${specOf(specs, key).label}”。`);
  return branches(
    [
      { when: it, then: weight, clause },
      { when: { op: "says", key, word: "是", said }, then: zero, clause: nothing },
      { when: { op: "says", key, word: "否" }, then: askFor([key, ...keys], problem) },
    ],
    ask,
  );
}

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
