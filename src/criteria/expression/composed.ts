import { tidy } from "../../quantity/tidy";
import { percentWords } from "../words";
import type { Words } from "../criterion";
import type { Loss } from "../rule";
import type { NodeOf } from "./expression";
import {
  distinct,
  gathered,
  known,
  knownOf,
  noneOf,
  openOf,
  type Evaluate,
  type Known,
  type Outcome,
  type Scope,
} from "./outcome";

export function deduct({ items, kept }: NodeOf<"deduct">, scope: Scope, evaluate: Evaluate): Outcome {
  const counts = items.map(({ count }) => evaluate(count, scope));
  const unknown = openOf(counts) ?? counts.find((one) => one.state === "judgement") ?? noneOf(counts);
  if (unknown !== null) return unknown;
  const none = counts.filter((one) => one.state === "notApplicable");
  let left = scope.weight;
  let lost = 0;
  const each: Loss[] = [];
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
  const said = saidOf(losses, kept, each);
  return known(Math.max(0, scope.weight - lost), { ...gathered(found), steps, losses, ...said });
}

function saidOf(
  losses: readonly Loss[],
  kept: Words | null,
  all: readonly Words[],
): Pick<Known, "words" | "clause"> {
  const words = losses.length > 0 ? losses : kept === null || kept.measured === "" ? all : [kept];
  const clauses = losses.length > 0 ? losses : kept === null ? all : [kept];
  return {
    words: words.map(({ measured: one }) => one),
    clause: Array.from(new Set(clauses.map(({ clause }) => clause))).join("；"),
  };
}

export function parts({ of, kept, sayShares }: NodeOf<"parts">, scope: Scope, evaluate: Evaluate): Outcome {
  const whole = of.reduce((sum, { share }) => sum + share, 0);
  const read = of.map((part) => {
    const own = scope.weight * (part.share / whole);
    const weight = part.outOf === "full" ? scope.weight : own;
    const outcome = evaluate(part.of, { ...scope, weight });
    return { part, weight, factor: part.outOf === "full" ? part.share / whole : 1, outcome };
  });
  const outcomes = read.map(({ outcome }) => outcome);
  const asked = openOf(outcomes) ?? outcomes.find((one) => one.state === "judgement");
  if (asked !== undefined) return asked;
  // 不涉及 earns the part.
  const all = read.flatMap(({ part, weight, factor, outcome }) => {
    if (outcome.state !== "known") return [];
    const mark = sayShares ? `（占${percentWords(part.share / whole)}）` : "";
    const losses = lossesOf(outcome, weight)
      .map((loss) => ({ ...loss, clause: `${loss.clause}${mark}`, points: loss.points * factor }))
      .filter(({ points }) => isLoss(points, scope.weight));
    const lost = (weight - Number(outcome.value)) * factor;
    return [{ lost, losses, measured: outcome.words.join("，"), clause: outcome.clause ?? "" }];
  });
  const none = outcomes.find((one) => one.state === "notApplicable");
  if (all.length === 0 && kept === null && none !== undefined) return none;
  const losses = all.flatMap((one) => one.losses);
  const steps = distinct(outcomes.flatMap((one) => ("steps" in one ? one.steps : [])));
  const lost = all.reduce((sum, one) => sum + one.lost, 0);
  const points = tidy(lost) === 0 ? scope.weight : scope.weight - lost;
  return known(points, { ...gathered(knownOf(outcomes)), steps, losses, ...saidOf(losses, kept, all) });
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
