import { gateExpression } from "../conditionExpression";
import type { Gate, GateCriterion } from "../criterion";
import { askFor, branches, zero } from "../expression/build";
import type { Expression } from "../expression/expression";
import { factKeys } from "../expression/factKeys";
import type { CriterionExamples, Kind, KindContext } from "../kind";

/** 先过门槛: the first gate that holds decides; else the criterion behind it. */
export const gate: Kind<GateCriterion> = {
  title: "先过门槛再计分",
  expression: ({ gates, then }, context) =>
    gates.reduceRight((rest, one) => behind(one, rest, context), context.inner(then, context.weight)),
  wording: ({ gates }) => gates.map((one) => ("exempt" in one ? "不涉及的得满分" : one.clause)).join("；"),
};

function behind(one: Gate, rest: Expression, { specs }: KindContext): Expression {
  if ("exempt" in one) {
    const when: Expression = { op: "yes", key: one.exempt, met: "", missed: "" };
    return branches([{ when, then: { op: "exempt", key: one.exempt, problem: one.problem } }], rest);
  }
  const when = gateExpression(one.when, specs);
  return branches([{ when, then: held(one, rest, when), clause: one.clause }], rest);
}

function held(
  { gives, clause }: Exclude<Gate, { exempt: string }>,
  rest: Expression,
  when: Expression,
): Expression {
  if (gives === "nothing") return zero;
  if ("atMost" in gives) return { op: "cap", most: gives.atMost, of: rest };
  return "ask" in gives
    ? askFor(factKeys(when), gives.ask)
    : { op: "judged", questions: [], key: gives.judged, clauses: { full: "", judged: clause } };
}

export const examples: CriterionExamples<GateCriterion> = {
  criterion: {
    kind: "gate",
    gates: [
      {
        when: { of: "says", key: "reported", word: "否", said: "没有报送" },
        gives: "nothing",
        clause: "未报送的不得分",
      },
    ],
    then: {
      kind: "meet",
      condition: { of: "yes", name: "制度", answers: [{ key: "exists", met: "有制度", missed: "没有制度" }] },
      clause: "建立制度的得满分，否则不得分",
    },
  },
  asks: [
    ["answer", "exists", "有无制度", "有制度吗？"],
    ["answer", "reported", "是否报送", "报送了吗？"],
  ],
  weight: 2,
  cases: [
    { title: "已报送，也做到", facts: { exists: "是", reported: "是" }, expect: 2 },
    { title: "已报送，没有做到", facts: { exists: "否", reported: "是" }, expect: 0 },
    { title: "做到而没有报送", facts: { exists: "是", reported: "否" }, expect: 0 },
    { title: "没有报送，别的不用问", facts: { reported: "否" }, expect: 0 },
    { title: "做到，没说报送没有", facts: { exists: "是" }, expect: "missing" },
    { title: "报送填了别的字", facts: { exists: "是", reported: "也许" }, expect: "missing" },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
