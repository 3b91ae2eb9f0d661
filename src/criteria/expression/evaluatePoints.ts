import { tidy } from "../../quantity/tidy";
import { readAnswer, readNumber, specOf } from "../../rules/readFact";
import type { Loss } from "../../rules/rule";
import { percentWords, shortNumber } from "../../rules/words";
import { factKeys } from "./factKeys";
import type { DeductedItem, Expression, KeptWords } from "./expression";
import { evaluateLevels } from "./levels";
import { distinct, gathered, known, knownOf, open, openOf, type Known, type Outcome } from "./outcome";
import { readOffScale } from "./readOffScale";
import type { Scope } from "./scope";

type Evaluate = (expression: Expression, scope: Scope) => Outcome;
type Points = Extract<Expression, { op: (typeof pointOps)[number] }>;

const pointOps = [
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
] as const;

/** Whether an expression gives points with their reasons, not a plain value. */
export function isPoints(expression: Expression): expression is Points {
  return (pointOps as readonly string[]).includes(expression.op);
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
      return deduct(expression.items, expression.kept, scope, evaluate);
    case "parts":
      return parts(expression, scope, evaluate);
    case "clause": {
      const of = evaluate(expression.of, scope);
      return of.state === "known" ? { ...of, clause: expression.clause } : of;
    }
    case "cap": {
      const of = evaluate(expression.of, scope);
      if (of.state !== "known" || tidy(Number(of.value)) <= tidy(expression.most)) return of;
      return known(expression.most, { steps: of.steps, remarks: of.remarks });
    }
    case "exempt": {
      const because = scope.facts[expression.key]?.reason.trim() ?? "";
      if (because === "") return open([expression.key], expression.problem);
      return { state: "notApplicable", because, steps: stepsOf(scope, expression.key) };
    }
    case "ask": {
      const value = (key: string): string => shortNumber(Number(scope.facts[key]?.value ?? 0));
      return open(
        expression.keys,
        expression.problem.replace(/\{(\w+)\}/gu, (_, key: string) =>
          key === "it" ? shortNumber(Number(scope.it?.value ?? 0)) : value(key),
        ),
      );
    }
    case "judged":
      return judged(expression, scope);
    case "levels":
      return evaluateLevels(expression, scope);
  }
}

function stepsOf(scope: Scope, key: string): Known["steps"] {
  const reading = readAnswer(scope.facts, specOf(scope.specs, key));
  return "step" in reading ? [reading.step] : [];
}

function measured(
  { of, then }: Extract<Points, { op: "measured" }>,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const it = evaluate(of, scope);
  if (it.state !== "known") return it.state === "open" ? withLater(it, then, scope, evaluate) : it;
  const result = evaluate(then, { ...scope, it });
  if (result.state === "open") {
    // Whatever was given is to be looked at again where the value fits nowhere.
    const given = factKeys(of).filter((key) => scope.facts[key] !== undefined);
    return result.needs.length > 0 ? result : open(given, result.problem);
  }
  if (result.state !== "known") return result;
  const both = gathered([it, result]);
  const words = [...it.words, ...result.words];
  const lead = it.words.join("，");
  const losses = result.losses?.map((loss) => ({ ...loss, measured: join(lead, loss.measured) }));
  return { ...result, ...both, words, ...(losses === undefined ? {} : { losses }) };
}

/** What comes after the measured value may ask, too. */
function withLater(asked: Outcome, then: Expression, scope: Scope, evaluate: Evaluate): Outcome {
  const later = evaluate(then, { ...scope, it: known(0) });
  const problemless = later.state === "open" && later.problem === undefined ? [open(later.needs)] : [];
  return openOf([asked, ...problemless]) ?? asked;
}

function branches(all: Extract<Points, { op: "branches" }>["of"], scope: Scope, evaluate: Evaluate): Outcome {
  const asked: Outcome[] = [];
  const seen: Known[] = [];
  for (const { when, then, clause, said } of all) {
    const held = when === null ? known(true) : evaluate(when, scope);
    if (held.state === "notApplicable" || held.state === "judgement")
      return asked.length === 0 ? held : (openOf(asked) ?? held);
    if (held.state === "open") {
      asked.push(held);
      const next = evaluate(then, scope);
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

function deduct(
  items: readonly DeductedItem[],
  kept: KeptWords | null,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const counts = items.map(({ count }) => evaluate(count, scope));
  const asked = openOf(counts) ?? counts.find((one) => one.state === "judgement");
  if (asked !== undefined && asked !== null) return asked;
  const none = counts.filter((one) => one.state === "notApplicable");
  const [first] = none;
  if (first !== undefined && none.length === counts.length) {
    return { ...first, because: Array.from(new Set(none.map(({ because }) => because))).join("；") };
  }
  let left = scope.weight;
  let lost = 0;
  const each: { readonly measured: string; readonly clause: string; readonly points: number }[] = [];
  for (const [index, item] of items.entries()) {
    const count = counts[index];
    if (count?.state !== "known") continue;
    const price = evaluate(item.each, scope);
    if (price.state !== "known") return price;
    const cost = Number(count.value) * Number(price.value);
    lost += cost;
    // 扣完为止: what is left of the weight limits each loss in the order of the clause.
    const points = Math.min(left, cost);
    left -= points;
    each.push({ measured: count.words.join("，"), clause: price.clause ?? item.clause, points });
  }
  const losses = each.filter(({ points }) => isLoss(points, scope.weight));
  const found = knownOf(counts);
  const steps = [...gathered(found).steps, ...none.flatMap((one) => one.steps)];
  const said = said3(losses, kept, each);
  return known(Math.max(0, scope.weight - lost), { ...gathered(found), steps, losses, ...said });
}

function said3(
  losses: readonly Loss[],
  kept: KeptWords | null,
  all: readonly { readonly measured: string; readonly clause: string }[],
): Pick<Known, "words" | "clause"> {
  const words = losses.length > 0 ? losses : kept === null || kept.measured === "" ? all : [kept];
  const clauses = losses.length > 0 ? losses : kept === null ? all : [kept];
  return {
    words: words.map(({ measured: one }) => one),
    clause: Array.from(new Set(clauses.map(({ clause }) => clause))).join("；"),
  };
}

function parts(
  { of, kept, sayShares }: Extract<Points, { op: "parts" }>,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const whole = of.reduce((sum, { share }) => sum + share, 0);
  const read = of.map((part) => {
    const own = (scope.weight * part.share) / whole;
    const weight = part.outOf === "full" ? scope.weight : own;
    const outcome = evaluate(part.of, { ...scope, weight });
    return { part, weight, factor: part.outOf === "full" ? part.share / whole : 1, outcome };
  });
  const outcomes = read.map(({ outcome }) => outcome);
  const asked = openOf(outcomes) ?? outcomes.find((one) => one.state === "judgement");
  if (asked !== undefined && asked !== null) return asked;
  const all = read.map(({ part, weight, factor, outcome }) => {
    const mark = sayShares ? `（占${percentWords(part.share / whole)}）` : "";
    // 不涉及 earns the part.
    if (outcome.state !== "known") return { lost: 0, losses: [], said: null };
    const losses = lossesOf(outcome, weight).map((loss) => ({
      ...loss,
      clause: `${loss.clause}${mark}`,
      points: loss.points * factor,
    }));
    const said = { measured: outcome.words.join("，"), clause: outcome.clause ?? "" };
    return {
      lost: (weight - Number(outcome.value)) * factor,
      losses: losses.filter((loss) => isLoss(loss.points, scope.weight)),
      said,
    };
  });
  const losses = all.flatMap((one) => one.losses);
  const found = knownOf(outcomes);
  const none = outcomes.filter((one) => one.state === "notApplicable");
  const steps = outcomes.flatMap((one) => ("steps" in one ? one.steps : []));
  const lost = all.reduce((sum, one) => sum + one.lost, 0);
  const words = said3(
    losses,
    kept,
    all.flatMap(({ said }) => said ?? []),
  );
  if (none.length === outcomes.length && kept === null && none[0] !== undefined) return none[0];
  const points = tidy(lost) === 0 ? scope.weight : scope.weight - lost;
  return known(points, { ...gathered(found), steps: distinct(steps), losses, ...words });
}

/** What was lost: as the expression says it, else all that is missing by one cause. */
export function lossesOf(result: Known, weight: number): readonly Loss[] {
  if (result.losses !== undefined) return result.losses;
  const points = weight - Number(result.value);
  if (!isLoss(points, weight)) return [];
  return [{ measured: result.words.join("，"), clause: result.clause ?? "", points }];
}

export function isLoss(points: number, weight: number): boolean {
  return tidy(weight - points) < tidy(weight);
}

function judged({ questions, key, clauses }: Extract<Points, { op: "judged" }>, scope: Scope): Outcome {
  const { facts, specs, weight } = scope;
  const answers = questions.map((question) => {
    const spec = specOf(specs, question.key);
    return { ...question, spec, reading: readAnswer(facts, spec) };
  });
  const steps = answers.flatMap(({ reading }) => ("step" in reading ? [reading.step] : []));
  const noes = answers.filter(({ reading }) => reading.state === "given" && !reading.value);
  const asked = openOf(
    answers.flatMap(({ reading, spec }) =>
      reading.state === "blank"
        ? [open([spec.key])]
        : reading.state === "unusable"
          ? [open([spec.key], reading.problem)]
          : [],
    ),
  );
  const given = readNumber(facts, specOf(specs, key));
  if (asked === null && noes.length === 0) {
    const unused = given.state === "given" && tidy(given.value) !== tidy(weight);
    const remarks = unused ? ["各项均为“是”，按标准得满分，未采用评定分。"] : [];
    return known(weight, {
      words: [`${questions.length}项条件均满足`],
      steps,
      clause: clauses.full,
      remarks,
    });
  }
  if (given.state === "unusable") return open([key], given.problem);
  const said = noes.map(({ missed }) => missed).join("，");
  if (given.state === "given") {
    const reason = given.fact.reason.trim();
    if (reason === "")
      return { state: "judgement", needs: [key], why: "已填评定分，请在口径说明里写明理由。" };
    const points = Math.min(given.value, weight);
    const above = tidy(given.value) > tidy(weight);
    return known(points, {
      words: [join(said, `评定${shortNumber(points)}分（${reason}）`)],
      steps: [...steps, given.step],
      clause: clauses.judged,
      remarks: above ? [`评定分${shortNumber(given.value)}分高于分值，按${shortNumber(weight)}分计。`] : [],
    });
  }
  if (noes.length > 0)
    return { state: "judgement", needs: [key], why: `${said}，${clauses.judged}：请评定得分，并写明理由。` };
  return asked ?? open([]);
}

function join(lead: string, words: string): string {
  return lead === "" ? words : `${lead}，${words}`;
}
