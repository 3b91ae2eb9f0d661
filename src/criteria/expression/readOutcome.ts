import { tidy } from "../../quantity/tidy";
import type { FactSpec } from "../fact";
import { read, readAnswer, readDay, readNumber, readShare, specOf, type Reading } from "../readFact";
import { parseInterval } from "../parseInterval";
import { settled } from "./intervals";
import { percentWords, shortNumber } from "../words";
import { isZero, type Interval } from "../interval";
import type { NodeOf } from "./expression";
import { known, open, openOf, type NotApplicable, type Open, type Outcome, type Scope } from "./outcome";

/** What one fact comes to: read, with its words; blank asks for it, what cannot be used says why. */
export function outcomeOf<T extends number | boolean | Interval>(
  { key }: FactSpec,
  reading: Reading<T>,
  words: (value: T) => string,
): Outcome {
  switch (reading.state) {
    case "blank":
      return open([key]);
    case "unusable":
      return open([key], reading.problem);
    case "notApplicable":
      return { state: "notApplicable", because: reading.because, steps: [reading.step] };
    case "given":
      return known(reading.value, {
        words: [words(reading.value)],
        steps: [reading.step],
        approximate: reading.fact.approximate === true,
      });
  }
}

/** What several readings ask for; null when nothing is in the way. */
export function openReadings(readings: readonly (readonly [FactSpec, Reading<unknown>])[]): Open | null {
  return openOf(
    readings.flatMap(([{ key }, reading]) => {
      if (reading.state === "unusable") return [open([key], reading.problem)];
      return reading.state === "blank" ? [open([key])] : [];
    }),
  );
}

/** 不涉及 for the reason that stands beside a fact; without one it is asked for. */
export function exempted(
  { facts }: Scope,
  { key, problem }: NodeOf<"exempt">,
  given: Pick<NotApplicable, "steps" | "ofNothing">,
): Outcome {
  const because = facts[key]?.reason.trim() ?? "";
  return because === "" ? open([key], problem) : { state: "notApplicable", because, ...given };
}

/** A count, an amount, points, a rate (also as a stretch), or the day of a date. */
export function numberOf(scope: Scope, key: string, signed: boolean): Outcome {
  const spec = specOf(scope.specs, key);
  if (spec.kind === "date") return outcomeOf(spec, readDay(scope.facts, spec), () => spec.label);
  if (spec.kind !== "rate") {
    const reading = readNumber(scope.facts, spec, signed);
    return outcomeOf(spec, reading, (value) => `${spec.label}${shortNumber(value)}${spec.unit}`);
  }
  return outcomeOf(spec, readRate(scope, spec, signed), (value) =>
    typeof value === "number" ? percentWords(value) : String(scope.facts[key]?.value ?? ""),
  );
}

/** A completeness; less than all of it asks for what is missing, in a remark. */
export function shareOf(scope: Scope, key: string, missed: string | undefined): Outcome {
  const spec = specOf(scope.specs, key);
  const said = missed ?? spec.label;
  const outcome = outcomeOf(spec, readShare(scope.facts, spec), (value) =>
    value > 0 ? `${said}，完整度${percentWords(value)}` : said,
  );
  if (outcome.state !== "known" || typeof scope.facts[key]?.value !== "number") return outcome;
  if (tidy(Number(outcome.value)) >= 1 || scope.facts[key].reason.trim() !== "") return outcome;
  const remark = `“${spec.label}”填了${percentWords(Number(outcome.value))}，请在口径说明里写明缺漏内容。`;
  return { ...outcome, remarks: [remark] };
}

/** How many findings: a count, or 否 as one. */
export function failuresOf(scope: Scope, key: string, missed: string | undefined): Outcome {
  const spec = specOf(scope.specs, key);
  const said = missed ?? spec.label;
  if (spec.kind !== "answer") {
    const reading = readNumber(scope.facts, spec);
    return outcomeOf(spec, reading, (value) => `${said}${shortNumber(value)}${spec.unit}`);
  }
  const answer = readAnswer(scope.facts, spec);
  const failures = answer.state === "given" ? { ...answer, value: answer.value ? 0 : 1 } : answer;
  return outcomeOf(spec, failures, () => said);
}

/**
 * The count that is given wins, and says so where all the answers give another one; what a clause counts by its own words
 * is asked again where it cannot be so many. Without a count the answers are counted.
 */
export function countedOf(
  { key, items, word, missed }: NodeOf<"counted">,
  { facts, specs }: Scope,
  given: Outcome,
): Outcome {
  const { label, unit, agrees } = specOf(specs, key);
  const answers = items.map((item): readonly [FactSpec, Reading<boolean>] => {
    const spec = specOf(specs, item);
    const reading = readAnswer(facts, spec);
    const problem = `“${spec.label}”填了“不涉及”，请直接填写“${label}”。`;
    return [spec, reading.state === "notApplicable" ? { state: "unusable", problem } : reading];
  });
  const found = answers.filter(([, one]) => one.state === "given" && one.value === (word === "是")).length;
  const asked = openReadings(answers);
  if (given.state === "open" && given.problem === undefined) {
    if (asked !== null) return open([key, ...asked.needs], asked.problem);
    const inputs = answers.flatMap(([, one]) => ("step" in one ? [one.step] : []));
    const words = [`${missed ?? label}${found}${unit}`];
    return known(found, { words, steps: [{ label, value: found, unit, inputs }] });
  }
  if (given.state !== "known" || typeof given.value !== "number") return given;
  const unanswered = answers.filter(([, one]) => one.state !== "given").length;
  const isAnswered = unanswered < answers.length;
  if (agrees === true && isAnswered && (given.value < found || given.value > found + unanswered)) {
    const possible = unanswered === 0 ? `${found}${unit}` : `${found}至${found + unanswered}${unit}`;
    return open(
      [key],
      `“${label}”填了${shortNumber(given.value)}${unit}，按逐项回答的是${possible}，请核对。`,
    );
  }
  if (asked !== null || given.value === found) return given;
  const remark = `直接填写的“${label}”与逐项回答的${found}${unit}不同，采用直接填写的。`;
  return { ...given, remarks: [...given.remarks, remark] };
}

/** 是 or 否, in the words for the one and the other. */
export function answerOf(scope: Scope, { key, met, missed }: NodeOf<"yes"> | NodeOf<"answered">): Outcome {
  const spec = specOf(scope.specs, key);
  return outcomeOf(spec, readAnswer(scope.facts, spec), (value) => (value ? met : missed));
}

/** A rate that is filled in directly: a fraction, or where the fact allows it a stretch ("≤10%"). */
function readRate({ facts }: Scope, spec: FactSpec, signed: boolean): Reading<number | Interval> {
  const value = facts[spec.key]?.value;
  if (spec.range !== true || typeof value !== "string") return readNumber(facts, spec, signed);
  return read(facts, spec, () => {
    const found = parseInterval(value.replace(/^约/u, ""));
    if (found === null || !(found.percent || isZero(found.interval))) return "应填百分比，或“≤10%”这样的范围";
    return { value: settled(found.interval), words: value };
  });
}

/** Two figures of one thing that differ by less than this are the same figure. */
export const sameRate = 0.0001;

/**
 * The figure that stands in for its parts, when it is given: it wins, and says so where the parts give another one; what
 * a clause asks by its own words is asked again then.
 */
export function insteadOf(
  { name, key, signed, absolute }: NodeOf<"instead">,
  scope: Scope,
  parts: Outcome,
): Outcome {
  const given = numberOf(scope, key, signed);
  if (given.state === "open" && given.problem === undefined) return parts;
  if (given.state !== "known") return given;
  const spec = specOf(scope.specs, key);
  const words = spec.kind === "rate" ? `${name}${given.words[0] ?? ""}` : (given.words[0] ?? "");
  const differing = difference(spec, given.value, words, parts, absolute === true);
  if (differing !== null && spec.agrees === true)
    return open([key], `${differing}，请核对，改成一致或者只填一样。`);
  const remarks = [
    ...(differing === null ? [] : [`${differing}，采用直接填写的。`]),
    ...(spec.kind === "rate" ? aboveOne(name, given.value, signed) : []),
  ];
  return { ...given, name, words: [words], remarks };
}

function difference(
  { kind, unit }: FactSpec,
  value: unknown,
  words: string,
  parts: Outcome,
  absolute: boolean,
): string | null {
  if (parts.state !== "known" || typeof value !== "number" || typeof parts.value !== "number") return null;
  const shown = (one: number): string => (kind === "rate" ? percentWords(one) : `${shortNumber(one)}${unit}`);
  const [one, other] = absolute ? [Math.abs(value), Math.abs(parts.value)] : [value, parts.value];
  if (shown(one) === shown(other) || tidy(Math.abs(one - other)) < sameRate) return null;
  return `直接填写的${words}与按分项计算的${shown(parts.value)}不同`;
}

function aboveOne(name: string, value: unknown, signed: boolean): readonly string[] {
  return !signed && typeof value === "number" && tidy(value) > 1 ? [`${name}超过100%，请核对。`] : [];
}
