import { specOf } from "../readFact";
import type { FactSpec } from "../fact";
import { gateExpression } from "../conditionExpression";
import type { DeductCriterion, DeductItem, EachByTotal } from "../criterion";
import {
  askFor,
  branches,
  by,
  compareWhole,
  fact,
  it,
  measured,
  multiply,
  number,
  subtract,
  weight,
  zero,
} from "../expression/build";
import type { DeductedItem, Expression } from "../expression/expression";
import type { CriterionExamples, Kind } from "../kind";
import { shortNumber } from "../words";

/** 逐项扣分: every finding costs points by its kind, 扣完为止; a veto leaves nothing. */
export const deduct: Kind<DeductCriterion> = {
  title: "扣分制",
  expression: ({ items, veto, most, kept }, { specs }) => {
    const [byTotal] = items.flatMap(({ key, each, clause }) =>
      typeof each === "number" || "share" in each ? [] : [byTotalExpression(key, clause, each, specs)],
    );
    const cut: Expression = byTotal ?? { op: "deduct", items: items.map(plainItem), kept };
    const plain: Expression =
      most === undefined
        ? cut
        : by(limitedClause(items, most), { op: "max", of: [subtract(weight, number(most)), cut] });
    if (veto === undefined) return plain;
    const when = gateExpression(veto.when, specs);
    return branches([{ when, then: zero, clause: veto.clause }], plain);
  },
  wording: ({ items, most }) => {
    const clauses = clausesOf(items);
    if (most !== undefined) return limitedClause(items, most);
    return clauses.includes("扣完为止") ? clauses : `${clauses}（扣完为止）`;
  },
};

function clausesOf(items: DeductCriterion["items"]): string {
  return Array.from(new Set(items.map(({ clause }) => clause))).join("；");
}

function limitedClause(items: DeductCriterion["items"], most: number): string {
  return `${clausesOf(items)}（最多扣${shortNumber(most)}分）`;
}

function plainItem({ key, items, each, clause, missed }: DeductItem): DeductedItem {
  const said = missed === undefined ? {} : { missed };
  const of: Expression = { op: "failures", key, ...said };
  return {
    count: items === undefined ? of : { op: "counted", key, items, word: "否", ...said, of },
    each:
      typeof each === "object" && "share" in each
        ? multiply(number(each.share), weight)
        : number(typeof each === "number" ? each : 0),
    clause,
  };
}

/** What one item costs depends on how many there are; where there are none, nothing more is asked. */
function byTotalExpression(
  key: string,
  clause: string,
  terms: EachByTotal,
  specs: readonly FactSpec[],
): Expression {
  const tally: Expression = { op: "tally", keys: terms.total };
  const { name, standIn } = terms;
  const total: Expression =
    standIn === undefined ? tally : { op: "instead", name, key: standIn, signed: false, of: tally };
  const price = ({ points, clause: one }: EachByTotal["many"]): Expression => by(one, number(points));
  const isMany = compareWhole(total, ">", number(terms.limit));
  const each = branches([{ when: isMany, then: price(terms.many) }], price(terms.few));
  const problem = `“${specOf(specs, key).label}”（{${key}}）多于应评估的项目（{it}），请核对。`;
  const tooMany = compareWhole(fact(key), ">", it);
  const counted = measured(
    { op: "named", name, unit: terms.unit, of: total, plain: true },
    branches([{ when: tooMany, then: askFor([...terms.total, key], problem) }], {
      op: "deduct",
      items: [{ count: { op: "failures", key }, each, clause }],
      kept: null,
    }),
  );
  const none = compareWhole(total, "=", zero);
  return branches([{ when: none, then: weight, clause: terms.few.clause, said: terms.none }], counted);
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
    ["count", "late", "超期未报", "超期未报几次？", "次"],
    ["answer", "misused", "是否挪用", "挪用了吗？"],
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
