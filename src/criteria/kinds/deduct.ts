import { specOf } from "../readFact";
import type { FactSpec } from "../fact";
import { conditionExpression } from "../conditionExpression";
import type { DeductCriterion, DeductItem, EachByTotal } from "../criterion";
import type { DeductedItem, Expression } from "../expression/expression";
import type { CriterionExamples, Kind } from "../kind";

/** 逐项扣分: every finding costs points by its kind, 扣完为止; a veto leaves nothing. */
export const deduct: Kind<DeductCriterion> = {
  title: "扣分制",
  expression: ({ items, veto, kept }, { specs }) => {
    const byTotal = items.find(({ each }) => typeof each !== "number");
    const plain: Expression =
      byTotal !== undefined && typeof byTotal.each !== "number"
        ? byTotalExpression(byTotal, byTotal.each, specs)
        : { op: "deduct", items: items.map(plainItem), kept };
    if (veto === undefined) return plain;
    const none: Expression = { op: "number", value: 0 };
    return {
      op: "branches",
      of: [
        { when: conditionExpression(veto.when, specs), then: none, clause: veto.clause },
        { when: null, then: plain },
      ],
    };
  },
  wording: ({ items }) => `${items.map(({ clause }) => clause).join("；")}（扣完为止）`,
};

function plainItem({ key, each, clause, missed }: DeductItem): DeductedItem {
  return {
    count: { op: "failures", key, ...(missed === undefined ? {} : { missed }) },
    each: { op: "number", value: typeof each === "number" ? each : 0 },
    clause,
  };
}

/** What one item costs depends on how many there are; where there are none, nothing more is asked. */
function byTotalExpression(
  { key, clause }: DeductItem,
  by: EachByTotal,
  specs: readonly FactSpec[],
): Expression {
  const total: Expression = { op: "tally", keys: by.total };
  const number = (value: number): Expression => ({ op: "number", value });
  const failed: Expression = { op: "fact", key };
  const price = ({ points, clause: one }: EachByTotal["many"]): Expression => ({
    op: "clause",
    clause: one,
    of: number(points),
  });
  const each: Expression = {
    op: "branches",
    of: [
      {
        when: { op: "compare", left: total, sign: ">", right: number(by.limit), whole: true },
        then: price(by.many),
      },
      { when: null, then: price(by.few) },
    ],
  };
  const problem = `“${specOf(specs, key).label}”（{${key}}）多于应评估的项目（{it}），请核对。`;
  const counted: Expression = {
    op: "measured",
    of: { op: "named", name: by.name, unit: by.unit, of: total, plain: true },
    then: {
      op: "branches",
      of: [
        {
          when: { op: "compare", left: failed, sign: ">", right: { op: "it" }, whole: true },
          then: { op: "ask", keys: [...by.total, key], problem },
        },
        {
          when: null,
          then: { op: "deduct", items: [{ count: { op: "failures", key }, each, clause }], kept: null },
        },
      ],
    },
  };
  return {
    op: "branches",
    of: [
      {
        when: { op: "compare", left: total, sign: "=", right: number(0), whole: true },
        then: { op: "weight" },
        clause: by.few.clause,
        said: by.none,
      },
      { when: null, then: counted },
    ],
  };
}

export const examples: CriterionExamples<DeductCriterion> = {
  criterion: {
    kind: "deduct",
    items: [{ key: "late", each: 0.5, clause: "每超期1次扣0.5分，扣完为止" }],
    veto: {
      when: { of: "says", key: "misused", word: "是", said: "挪用资金" },
      clause: "挪用资金的，本项得0分",
    },
    kept: { measured: "没有超期", clause: "每超期1次扣0.5分" },
  },
  asks: [
    { key: "late", label: "超期未报", kind: "count", unit: "次", source: "", question: "超期未报几次？" },
    { key: "misused", label: "是否挪用", kind: "answer", unit: "是／否", source: "", question: "挪用了吗？" },
  ],
  weight: 2,
  cases: [
    { title: "没有超期", facts: { late: 0, misused: "否" }, expect: 2 },
    { title: "超期3次", facts: { late: 3, misused: "否" }, expect: 0.5 },
    { title: "扣完为止", facts: { late: 5, misused: "否" }, expect: 0 },
    { title: "一票否决", facts: { late: 0, misused: "是" }, expect: 0 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
