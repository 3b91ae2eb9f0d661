import { tidy } from "../../quantity/tidy";
import type { Interval } from "../interval";
import { readAnswer, specOf, stepOf } from "../readFact";
import type { NodeOf, Sign } from "./expression";
import { contains, type Numeric } from "./intervals";
import { gathered, known, knownOf, open, underName, unknownOf, type Outcome, type Scope } from "./outcome";

export function holds(a: Numeric, sign: Sign, b: Numeric): boolean | null {
  if (typeof a === "number" && typeof b === "number") {
    const [x, y] = [tidy(a), tidy(b)];
    return { "<": x < y, "<=": x <= y, "=": x === y, ">=": x >= y, ">": x > y }[sign];
  }
  return null;
}

export function inside(value: Numeric, interval: Interval): boolean | null {
  return typeof value === "number" ? contains(interval, tidy(value)) : null;
}

export function says({ key, word, said, asked }: NodeOf<"says">, scope: Scope): Outcome {
  const spec = specOf(scope.specs, key);
  const fact = scope.facts[key];
  if (asked === true && (fact === undefined || fact.value === "")) return open([key]);
  // Excel compares without regard to case.
  const holdsNow = typeof fact?.value === "string" && fact.value.toLowerCase() === word.toLowerCase();
  // Another word than the fact may hold has to be put right first.
  if (fact !== undefined && !holdsNow && spec.kind === "answer") {
    const reading = readAnswer(scope.facts, spec);
    if (reading.state === "unusable") return open([key], reading.problem);
  }
  const isGiven = fact !== undefined && fact.value !== "";
  const steps = isGiven ? [stepOf(spec, fact, typeof fact.value === "object" ? "" : fact.value)] : [];
  return known(holdsNow, { words: holdsNow && said !== undefined ? [said] : [], steps });
}

/** One that decides is enough, whatever the others are; otherwise all have to be known. 不涉及 decides nothing. */
export function several(op: "all" | "any", given: readonly Outcome[]): Outcome {
  const decides = op === "any";
  const outcomes = given.map((one) =>
    one.state === "notApplicable" ? known(!decides, { steps: one.steps }) : one,
  );
  const deciding = knownOf(outcomes).filter(({ value }) => value === decides);
  const all = gathered(knownOf(outcomes));
  if (deciding.length > 0) return known(decides, { ...all, words: gathered(deciding).words });
  return unknownOf(outcomes) ?? known(!decides, all);
}

export function condition({ name, met, missed }: NodeOf<"condition">, of: Outcome): Outcome {
  if (of.state !== "known") return underName(name, of);
  const said = of.value === true ? met : missed;
  const step = { label: name, value: of.value === true ? "是" : "否", unit: "", inputs: of.steps };
  return { ...of, name, words: said === undefined ? of.words : [said], steps: [step] };
}
