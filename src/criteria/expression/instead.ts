import { tidy } from "../../quantity/tidy";
import { percentWords } from "../words";
import type { Expression } from "./expression";
import type { Outcome } from "./outcome";
import { numberOf } from "./readOutcome";
import type { Scope } from "./scope";

/** Two figures of one thing that differ by less than this are the same figure. */
const sameRate = 0.0001;

/** The figure that stands in for its parts, when it is given: it wins, and says so where the parts give another one. */
export function insteadOf(
  { name, key, signed }: Extract<Expression, { op: "instead" }>,
  scope: Scope,
  parts: Outcome,
): Outcome {
  const given = numberOf(scope, key, signed);
  if (given.state === "open" && given.problem === undefined) return parts;
  if (given.state !== "known") return given;
  const words = given.words[0] ?? "";
  const remarks = [...differences(name, given.value, words, parts), ...aboveOne(name, given.value, signed)];
  return { ...given, name, words: [`${name}${words}`], remarks };
}

function differences(name: string, value: unknown, words: string, parts: Outcome): readonly string[] {
  if (parts.state !== "known" || typeof value !== "number" || typeof parts.value !== "number") return [];
  const computed = percentWords(parts.value);
  if (percentWords(value) === computed || tidy(Math.abs(value - parts.value)) < sameRate) return [];
  return [`直接填写的${name}${words}与按分项计算的${computed}不同，采用直接填写的。`];
}

function aboveOne(name: string, value: unknown, signed: boolean): readonly string[] {
  return !signed && typeof value === "number" && tidy(value) > 1 ? [`${name}超过100%，请核对。`] : [];
}
