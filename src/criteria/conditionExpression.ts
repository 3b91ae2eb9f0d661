import { specOf } from "./readFact";
import type { FactSpec } from "./fact";
import type { Condition } from "./condition";
import {
  askFor,
  branches,
  compareWhole,
  exemptByZero,
  fact,
  number,
  subtract,
  zero,
} from "./expression/build";
import type { BranchExpression, Expression } from "./expression/expression";
import { factKeys, visit } from "./expression/factKeys";
import { measureExpression } from "./measureExpression";

/** Something that holds or does not, as an expression; its parameters are settled. */
export function conditionExpression(condition: Condition, specs: readonly FactSpec[]): Expression {
  switch (condition.of) {
    case "yes": {
      const answers = condition.answers.map((answer): Expression => ({ op: "yes", ...answer }));
      const [only] = answers;
      const all: Expression = answers.length === 1 && only !== undefined ? only : { op: "all", of: answers };
      return { op: "condition", name: condition.name, of: all };
    }
    case "none":
      return noneExpression(condition, specs);
    case "atMost": {
      const { name, actual, limit, standIn: key, met, missed } = condition;
      const holds: Expression = { op: "compare", left: fact(actual), sign: "<=", right: fact(limit) };
      return { op: "answered", key, met, missed, of: { op: "condition", name, of: holds } };
    }
    case "within": {
      const { measure, interval, standIn: key, met = "", missed = "" } = condition;
      const of: Expression = { op: "inside", of: measureExpression(measure, specs), interval };
      return key === undefined ? of : { op: "answered", key, met, missed, of };
    }
    case "days": {
      const { from, to, atMost, said, early, standIn: key, met = "", missed = "" } = condition;
      const days = subtract(fact(to), fact(from));
      const words = said.replace("{days}", "{it}");
      const named: Expression = { op: "named", name: "", unit: "", of: days, said: words, plain: true };
      const dated: Expression = { op: "remarked", of: named, below: 0, text: early };
      const of = compareWhole(dated, "<=", number(atMost));
      return key === undefined ? of : { op: "answered", key, met, missed, of };
    }
    case "says":
      return saysExpression(condition, specs);
    case "any":
    case "all":
      return { op: condition.of, of: condition.conditions.map((one) => conditionExpression(one, specs)) };
  }
}

/** A blank has to be answered; a blank day is asked for where its days are counted. */
function saysExpression(
  { key, word, said }: Extract<Condition, { of: "says" }>,
  specs: readonly FactSpec[],
): Expression {
  const plain: Expression = { op: "says", key, word, said };
  return specOf(specs, key).kind === "date" ? plain : { ...plain, asked: true };
}

/** Of a gate or a veto: 不涉及 does not hold, and decides nothing about what stands behind it. */
export function gateExpression(condition: Condition, specs: readonly FactSpec[]): Expression {
  const when = conditionExpression(condition, specs);
  if (when.op === "any" || when.op === "all") return when;
  let mayBeNone = factKeys(when).some((key) => specOf(specs, key).notApplicable === true);
  visit(when, ({ op }) => {
    mayBeNone ||= op === "exempt";
  });
  return mayBeNone ? { op: "any", of: [when] } : when;
}

type NoneCondition = Extract<Condition, { of: "none" }>;

function noneExpression(condition: NoneCondition, specs: readonly FactSpec[]): Expression {
  const { name, counts, whole, met, missed } = condition;
  const none = compareWhole(tallyOf(condition), "=", zero);
  const of = whole === undefined ? none : ofWhole(whole, condition, none, specs);
  const keys = [...(whole === undefined ? [] : [whole]), ...counts];
  const unless: Expression = keys.some((key) => specOf(specs, key).notApplicable === true)
    ? { op: "unlessNone", keys, of }
    : of;
  const said: Expression = { op: "condition", name, of: unless, met };
  return condition.standIn === undefined
    ? said
    : { op: "answered", key: condition.standIn, met, missed, of: said };
}

/** The words of a missed count: its own label, unless the condition says it otherwise. */
function tallyOf({ counts, counted }: NoneCondition): Expression {
  const [only] = counts;
  if (counts.length !== 1 || only === undefined) return { op: "tally", keys: counts };
  return { op: "failures", key: only, ...(counted === undefined ? {} : { missed: counted }) };
}

/** Out of so many: no count may be above it, and of nothing nothing can be said. */
function ofWhole(
  whole: string,
  { counts, zeroWhole }: NoneCondition,
  none: Expression,
  specs: readonly FactSpec[],
): Expression {
  const label = (key: string): string => specOf(specs, key).label;
  const all = fact(whole);
  const tooMany = counts.map((key): BranchExpression => ({
    when: compareWhole(fact(key), ">", all),
    then: askFor([whole, key], `“${label(key)}”多于“${label(whole)}”，请核对。`),
  }));
  const nothing =
    zeroWhole === "ask"
      ? askFor([whole], `“${label(whole)}”为0，无法判断，请核对。`)
      : exemptByZero(whole, label(whole));
  return branches([...tooMany, { when: compareWhole(all, "=", zero), then: nothing }], none);
}
