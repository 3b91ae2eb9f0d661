import { isInterval } from "./intervals";
import { deduct, parts } from "./composed";
import { evaluateLevels, join, judged } from "./judged";
import { tidy } from "../../quantity/tidy";
import { readAnswer, specOf } from "../readFact";
import { shortNumber } from "../words";
import { factKeys } from "./factKeys";
import type { Expression, NodeOf, PointsExpression } from "./expression";
import {
  distinct,
  gathered,
  known,
  open,
  openOf,
  type Evaluate,
  type Known,
  type Outcome,
  type Scope,
} from "./outcome";
import { readOffScale } from "./readOffScale";
import { exempted } from "./readOutcome";

type Points = Exclude<PointsExpression, { op: "own" }>;

const pointOps: ReadonlySet<Expression["op"]> = new Set<Points["op"]>([
  "measured",
  "scale",
  "branches",
  "deduct",
  "parts",
  "clause",
  "cap",
  "exempt",
  "ask",
  "judged",
  "levels",
]);

/** Whether an expression gives points with their reasons, not a plain value. */
export function isPoints(expression: Expression): expression is Points {
  return pointOps.has(expression.op);
}

/** Points with the clause that applied and what was lost by which cause. */
export function evaluatePoints(expression: Points, scope: Scope, evaluate: Evaluate): Outcome {
  switch (expression.op) {
    case "measured":
      return measured(expression, scope, evaluate);
    case "scale":
      return readOffScale(expression, scope, evaluate);
    case "branches":
      return branches(expression.of, scope, evaluate);
    case "deduct":
      return deduct(expression, scope, evaluate);
    case "parts":
      return parts(expression, scope, evaluate);
    case "clause": {
      const of = evaluate(expression.of, scope);
      return of.state === "known" ? { ...of, clause: expression.clause } : of;
    }
    case "cap": {
      const { most } = expression;
      const of = evaluate(expression.of, scope);
      // Full marks for 不涉及 are capped like any others.
      if (of.state === "notApplicable" && tidy(most) < tidy(scope.weight))
        return known(most, { steps: of.steps });
      if (of.state !== "known" || tidy(Number(of.value)) <= tidy(most)) return of;
      return known(most, { steps: of.steps, remarks: of.remarks });
    }
    case "exempt": {
      const reading = readAnswer(scope.facts, specOf(scope.specs, expression.key));
      return exempted(scope, expression, { steps: "step" in reading ? [reading.step] : [] });
    }
    case "ask": {
      const valueOf = (key: string): unknown => (key === "it" ? scope.it : scope.facts[key])?.value ?? 0;
      const known = ["it", ...expression.keys];
      const problem = expression.problem.replace(/\{([^{}]+)\}/gu, (whole, key: string) =>
        known.includes(key) ? shortNumber(Number(valueOf(key))) : whole,
      );
      return open(expression.keys, problem);
    }
    case "judged":
      return judged(expression, scope);
    case "levels":
      return evaluateLevels(expression, scope);
  }
}

function measured({ of, then }: NodeOf<"measured">, scope: Scope, evaluate: Evaluate): Outcome {
  const it = evaluate(of, scope);
  if (it.state !== "known") return it.state === "open" ? withLater(it, then, scope, evaluate) : it;
  // Whatever was given is to be looked at again where the value fits nowhere.
  const given = factKeys(of).filter((key) => scope.facts[key] !== undefined);
  if (isInterval(it.value) && !takesStretch(then)) return open(given, `请填写准确的${it.name}。`);
  const result = evaluate(then, { ...scope, it });
  if (result.state === "open" && result.needs.length === 0) return open(given, result.problem);
  if (result.state !== "known") return result;
  const both = gathered([it, result]);
  // A branch that measures the same again says it once.
  const words = [...it.words, ...result.words.filter((word) => !it.words.includes(word))];
  const lead = it.words.join("，");
  const losses = result.losses?.map((loss) => ({
    ...loss,
    measured: `${loss.measured}，`.startsWith(`${lead}，`) ? loss.measured : join(lead, loss.measured),
  }));
  return { ...result, ...both, words, ...(losses === undefined ? {} : { losses }) };
}

/** Points can be read off a scale for a stretch, too ("≤10%"). */
function takesStretch(then: Expression): boolean {
  if (then.op === "own" || then.op === "clause") return takesStretch(then.of);
  return then.op === "scale" && then.exact !== true;
}

/** What comes after the measured value may ask, too. */
function withLater(asked: Outcome, then: Expression, scope: Scope, evaluate: Evaluate): Outcome {
  if (factKeys(then).length === 0) return openOf([asked]) ?? asked;
  const later = evaluate(then, { ...scope, it: known(0), isUndrawn: true });
  const problemless = later.state === "open" && later.problem === undefined ? [open(later.needs)] : [];
  return openOf([asked, ...problemless]) ?? asked;
}

function branches(all: NodeOf<"branches">["of"], scope: Scope, evaluate: Evaluate): Outcome {
  const asked: Outcome[] = [];
  const seen: Known[] = [];
  for (const [index, { when, then, clause, said }] of all.entries()) {
    const held = when === null ? known(true) : evaluate(when, scope);
    if (held.state === "notApplicable" || held.state === "judgement")
      return asked.length === 0 ? held : (openOf(asked) ?? held);
    if (held.state === "open") {
      asked.push(held);
      // A cap asks what follows it asks: once is enough, however deep such gates stand in one another.
      const next = isCapOf(then, all.slice(index + 1)) ? open([]) : evaluate(then, scope);
      if (next.state === "open" && next.problem === undefined) asked.push(next);
      continue;
    }
    if (when !== null) seen.push(held);
    if (held.value !== true) continue;
    const result = evaluate(then, scope);
    if (asked.length > 0) return openOf([...asked, ...(result.state === "open" ? [result] : [])]) ?? result;
    if (result.state === "notApplicable")
      return { ...result, steps: distinct([...result.steps, ...seen.flatMap(({ steps }) => steps)]) };
    if (result.state !== "known") return result;
    const before = gathered(seen);
    const own = result.words.length > 0 || result.losses !== undefined;
    const words = said !== undefined ? [said] : own ? result.words : held.words;
    return {
      ...result,
      words,
      steps: distinct([...before.steps, ...result.steps]),
      remarks: [...before.remarks, ...result.remarks],
      approximate: before.approximate || result.approximate,
      ...(result.clause === undefined && clause !== undefined ? { clause } : {}),
    };
  }
  return openOf(asked) ?? open([], "没有一种情况适用，请核对填写的数据。");
}

/** 最多得1分 beside the same without the cap: it is looked at once, however deep such gates stand in one another. */
export function isCapOf(then: Expression, [only, ...more]: NodeOf<"branches">["of"]): then is NodeOf<"cap"> {
  return then.op === "cap" && only?.when === null && more.length === 0 && only.then === then.of;
}
