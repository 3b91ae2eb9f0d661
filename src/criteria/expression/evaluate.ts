import { tidy } from "../../quantity/tidy";
import type { Interval } from "../interval";
import { read, specOf } from "../readFact";
import { percentWords, shortNumber } from "../words";
import { condition, holds, inside, says, several } from "./evaluateCondition";
import { evaluatePoints, isPoints } from "./evaluatePoints";
import type { Expression, NodeOf } from "./expression";
import { divided, mapped, type Numeric } from "./intervals";
import { evaluateMean } from "./mean";
import {
  distinct,
  gathered,
  known,
  knownOf,
  noneOf,
  open,
  underName,
  unknownOf,
  type Known,
  type Outcome,
  type Scope,
} from "./outcome";
import { answerOf, countedOf, exempted, failuresOf, insteadOf, numberOf, shareOf } from "./readOutcome";

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
    case "counted":
      return countedOf(expression, scope, evaluate(expression.of, scope));
    case "tally":
      return tally(expression.keys, scope);
    case "add":
    case "min":
    case "max": {
      const fold = folds[expression.op];
      return combined(evaluateAll(expression.of, scope), (values) =>
        values.reduce((a, b) => mapped(a, b, fold)),
      );
    }
    case "subtract":
      return ofTwo(expression, scope, (a, b) => mapped(a, b, (x, y) => x - y, "falling"));
    case "multiply":
      return ofTwo(expression, scope, (a, b) => mapped(a, b, (x, y) => x * y));
    case "floor":
    case "ceiling": {
      const round = rounds[expression.op];
      return ofOne(expression, scope, (value) => mapped(value, 0, (x) => round(tidy(x))));
    }
    case "abs":
      // The magnitudes of a stretch are no stretch from end to end.
      return ofOne(expression, scope, (value) => (typeof value === "number" ? Math.abs(value) : null));
    case "divide":
      return divide(expression, scope, evaluateAll([expression.left, expression.right], scope));
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
      return answerOf(scope, expression);
    case "says":
      return says(expression, scope);
    case "compare":
      return ofTwo(expression, scope, (a, b) => holds(a, expression.sign, b));
    case "inside":
      return ofOne(expression, scope, (value) => inside(value, expression.interval));
    case "all":
    case "any":
      return several(expression.op, evaluateAll(expression.of, scope));
    case "condition":
      return condition(expression, evaluate(expression.of, scope));
    case "answered": {
      const answer = answerOf(scope, expression);
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

/** What an expression comes to for a value that is known already, without any fact. */
export function outcomeAt(expression: Expression, it: number | boolean | Interval, weight: number): Outcome {
  return evaluate(expression, { facts: {}, specs: [], weight, it: known(it), isUndrawn: true });
}

/** Its points; null where the value alone does not tell. */
export function pointsAt(
  expression: Expression,
  it: number | boolean | Interval,
  weight: number,
): number | null {
  const outcome = outcomeAt(expression, it, weight);
  return outcome.state === "known" ? Number(outcome.value) : null;
}

const folds = { add: (a: number, b: number) => a + b, min: Math.min, max: Math.max };
const rounds = { floor: Math.floor, ceiling: Math.ceil };

function evaluateAll(all: readonly Expression[], scope: Scope): readonly Outcome[] {
  return all.map((one) => evaluate(one, scope));
}

/** null: a stretch that lies on both sides of a bound tells neither. */
type Computed = Numeric | boolean | null;

function ofOne({ of }: { of: Expression }, scope: Scope, compute: (value: Numeric) => Computed): Outcome {
  return combined([evaluate(of, scope)], ([value = 0]) => compute(value));
}

function ofTwo(
  { left, right }: { left: Expression; right: Expression },
  scope: Scope,
  compute: (left: Numeric, right: Numeric) => Computed,
): Outcome {
  return combined(evaluateAll([left, right], scope), ([a = 0, b = 0]) => compute(a, b));
}

/** Values in, value out, with everything that the operands bring along. */
function combined(outcomes: readonly Outcome[], compute: (values: readonly Numeric[]) => Computed): Outcome {
  const all = knownOf(outcomes);
  if (all.length < outcomes.length) return unknownOf(outcomes) ?? open([]);
  const value = compute(all.map(numeric));
  return value === null
    ? open([], "填写的是一个范围，无法判断，请填写准确数。")
    : known(value, gathered(all));
}

function numeric({ value }: Known): Numeric {
  return typeof value === "boolean" ? Number(value) : value;
}

function tally(keys: readonly string[], scope: Scope): Outcome {
  const outcomes = keys.map((key) => numberOf(scope, key, false));
  const unknown = unknownOf(outcomes.filter((one) => one.state === "open")) ?? noneOf(outcomes);
  if (unknown !== null) return unknown;
  const counts = knownOf(outcomes);
  const total = counts.reduce((sum, { value }) => sum + Number(value), 0);
  const found = counts.filter(({ value }) => value !== 0);
  return known(total, { ...gathered(counts), words: found.flatMap(({ words }) => words) });
}

function divide({ excess, zero }: NodeOf<"divide">, scope: Scope, operands: readonly Outcome[]): Outcome {
  const [a, b] = knownOf(operands);
  if (a !== undefined && b !== undefined && typeof b.value === "number" && tidy(b.value) === 0) {
    return zero.op === "ask"
      ? open(zero.keys, zero.problem)
      : exempted(scope, zero, { steps: distinct([...a.steps, ...b.steps]), ofNothing: true });
  }
  return combined(operands, ([left = 0, right = 0]) => divided(left, right, excess));
}

function named(expression: NodeOf<"named">, of: Outcome): Outcome {
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

function remarked({ above, below, text }: NodeOf<"remarked">, of: Outcome): Outcome {
  if (of.state !== "known" || typeof of.value !== "number") return of;
  const exact = tidy(of.value);
  const always = above === undefined && below === undefined;
  const doubtful = always || (above !== undefined && exact > above) || (below !== undefined && exact < below);
  return doubtful ? { ...of, remarks: [...of.remarks, text] } : of;
}

function atMost({ most, keys, problem }: NodeOf<"atMost">, of: Outcome): Outcome {
  if (of.state !== "known" || typeof of.value !== "number" || of.value <= most) return of;
  return open(keys, problem.replace("{it}", percentWords(of.value)));
}
