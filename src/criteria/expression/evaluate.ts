import { condition, holds, inside, says, several } from "./evaluateCondition";
import { tidy } from "../../quantity/tidy";
import { read, specOf } from "../readFact";
import { percentWords, shortNumber } from "../words";
import { evaluatePoints, isPoints } from "./evaluatePoints";
import type { Expression } from "./expression";
import { divided, mapped, summed, type Numeric } from "./intervals";
import { evaluateMean } from "./mean";
import {
  distinct,
  gathered,
  known,
  knownOf,
  open,
  unknownOf,
  type Known,
  type Outcome,
  underName,
} from "./outcome";
import { answerOf, failuresOf, numberOf, shareOf } from "./readOutcome";
import type { Scope } from "./scope";
import { insteadOf } from "./instead";

/** The one evaluation of an expression: value, reasons and words together. Never throws for bad data. */
export function evaluate(expression: Expression, scope: Scope): Outcome {
  if (isPoints(expression)) return evaluatePoints(expression, scope, evaluate);
  switch (expression.op) {
    case "number":
      return known(expression.value);
    case "weight":
      return known(scope.weight);
    case "it":
      return { ...(scope.it ?? known(0)), words: [], steps: [], remarks: [] };
    case "fact":
      return numberOf(scope, expression.key, expression.signed === true);
    case "share":
      return shareOf(scope, expression.key, expression.missed);
    case "failures":
      return failuresOf(scope, expression.key, expression.missed);
    case "tally":
      return tally(expression.keys, scope);
    case "add":
      return combined(evaluateAll(expression.of, scope), (values) => values.reduce(summed));
    case "min":
    case "max": {
      const pick = expression.op === "min" ? Math.min : Math.max;
      return combined(evaluateAll(expression.of, scope), (values) =>
        values.reduce((a, b) => mapped(a, b, pick)),
      );
    }
    case "subtract":
      return combined(evaluateAll([expression.left, expression.right], scope), ([a = 0, b = 0]) =>
        mapped(a, b, (x, y) => x - y, "falling"),
      );
    case "multiply":
      return combined(evaluateAll([expression.left, expression.right], scope), ([a = 0, b = 0]) =>
        mapped(a, b, (x, y) => x * y),
      );
    case "floor":
    case "ceiling":
    case "abs": {
      const round = { floor: Math.floor, ceiling: Math.ceil, abs: Math.abs }[expression.op];
      return combined([evaluate(expression.of, scope)], ([a = 0]) => mapped(a, 0, (x) => round(tidy(x))));
    }
    case "divide":
      return divide(expression, scope, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case "mean":
      return evaluateMean(expression.measure, scope);
    case "instead":
      return insteadOf(expression, scope, evaluate(expression.of, scope));
    case "named":
      return named(expression, evaluate(expression.of, scope));
    case "remarked":
      return remarked(expression, evaluate(expression.of, scope));
    case "atMost":
      return atMost(expression, evaluate(expression.of, scope));
    case "yes":
      return answerOf(scope, expression.key, expression);
    case "says":
      return says(expression, scope);
    case "compare":
      return combined(evaluateAll([expression.left, expression.right], scope), ([a = 0, b = 0]) =>
        holds(a, expression.sign, b),
      );
    case "inside":
      return combined([evaluate(expression.of, scope)], ([a = 0]) => inside(a, expression.interval));
    case "all":
    case "any":
      return several(expression.op, evaluateAll(expression.of, scope));
    case "condition":
      return condition(expression, evaluate(expression.of, scope));
    case "answered": {
      const answer = answerOf(scope, expression.key, expression);
      return answer.state === "open" && answer.problem === undefined
        ? evaluate(expression.of, scope)
        : answer;
    }
    case "unlessNone": {
      const none = expression.keys
        .map((key) => read(scope.facts, specOf(scope.specs, key), () => ({ value: 0, words: "" })))
        .find((one) => one.state === "notApplicable");
      return none === undefined
        ? evaluate(expression.of, scope)
        : { state: "notApplicable", because: none.because, steps: [none.step] };
    }
    case "own":
      return evaluate(expression.of, scope);
  }
}

function evaluateAll(all: readonly Expression[], scope: Scope): readonly Outcome[] {
  return all.map((one) => evaluate(one, scope));
}

/** Values in, value out, with everything that the operands bring along. */
function combined(
  outcomes: readonly Outcome[],
  compute: (values: readonly Numeric[]) => Numeric | boolean | null,
): Outcome {
  const all = knownOf(outcomes);
  if (all.length < outcomes.length) return unknownOf(outcomes) ?? open([]);
  const value = compute(all.map(({ value }) => (typeof value === "boolean" ? Number(value) : value)));
  // A stretch that lies on both sides of a bound tells neither.
  if (value === null) return open([], undecided);
  return known(value, gathered(all));
}

const undecided = "填写的是一个范围，无法判断，请填写准确数。";

function tally(keys: readonly string[], scope: Scope): Outcome {
  const outcomes = keys.map((key) => numberOf(scope, key, false));
  const asked = outcomes.filter((one) => one.state === "open");
  const none = outcomes.filter((one) => one.state === "notApplicable");
  if (asked.length > 0) return unknownOf(asked) ?? open([]);
  if (none.length === outcomes.length && none[0] !== undefined) {
    return { ...none[0], because: Array.from(new Set(none.map(({ because }) => because))).join("；") };
  }
  const counts = knownOf(outcomes);
  const total = counts.reduce((sum, { value }) => sum + Number(value), 0);
  const found = counts.filter(({ value }) => value !== 0);
  return known(total, { ...gathered(counts), words: found.flatMap(({ words }) => words) });
}

function divide(
  { excess, zero }: Extract<Expression, { op: "divide" }>,
  scope: Scope,
  left: Outcome,
  right: Outcome,
): Outcome {
  const unknown = unknownOf([left, right]);
  if (unknown !== null) return unknown;
  const [a, b] = knownOf([left, right]);
  if (a === undefined || b === undefined) return open([]);
  if (typeof b.value === "number" && tidy(b.value) === 0) {
    if (zero.is === "ask") return open(zero.keys, zero.problem);
    const reason = scope.facts[zero.key]?.reason.trim() ?? "";
    if (reason === "") return open([zero.key], zero.problem);
    return {
      state: "notApplicable",
      because: reason,
      steps: distinct([...a.steps, ...b.steps]),
      ofNothing: true,
    };
  }
  const value = divided(numeric(a), numeric(b), excess);
  return value === null ? open([], undecided) : known(value, gathered([a, b]));
}

function numeric({ value }: Known): Numeric {
  return typeof value === "boolean" ? Number(value) : value;
}

function named(expression: Extract<Expression, { op: "named" }>, of: Outcome): Outcome {
  const { name, unit, clause } = expression;
  if (of.state !== "known") return underName(name, of);
  const value = of.value;
  const shown =
    typeof value !== "number"
      ? (of.words[0] ?? "")
      : unit === "%"
        ? percentWords(value)
        : `${shortNumber(value)}${unit}`;
  const words = expression.said === undefined ? `${name}${shown}` : expression.said.replace("{it}", shown);
  const step = {
    label: name,
    value: typeof value === "number" ? value : shown,
    unit: typeof value === "number" ? unit : "",
    ...(clause === undefined ? {} : { clause }),
    inputs: of.steps,
  };
  return { ...of, name, words: [words], steps: expression.plain === true ? of.steps : [step] };
}

function remarked({ above, below, text }: Extract<Expression, { op: "remarked" }>, of: Outcome): Outcome {
  if (of.state !== "known" || typeof of.value !== "number") return of;
  const exact = tidy(of.value);
  const always = above === undefined && below === undefined;
  const doubtful = always || (above !== undefined && exact > above) || (below !== undefined && exact < below);
  return doubtful ? { ...of, remarks: [...of.remarks, text] } : of;
}

function atMost({ most, keys, problem }: Extract<Expression, { op: "atMost" }>, of: Outcome): Outcome {
  if (of.state !== "known" || typeof of.value !== "number" || of.value <= most) return of;
  return open(keys, problem.replace("{it}", percentWords(of.value)));
}
