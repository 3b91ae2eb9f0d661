import type { FactSet, FactSpec } from "../fact";
import type { Interval } from "../interval";
import type { Loss, ReadScale, Step } from "../rule";
import type { Expression } from "./expression";

/** What an expression is evaluated with. */
export interface Scope {
  readonly facts: FactSet;
  readonly specs: readonly FactSpec[];
  /** 分 to be had here: the row's weight, or a part's own. */
  readonly weight: number;
  /** Nobody looks at the scale. */
  readonly isUndrawn?: true;
  /** The value of the enclosing "measured". */
  readonly it?: Known;
}

/** Evaluates an expression inside the one that is being evaluated. */
export type Evaluate = (expression: Expression, scope: Scope) => Outcome;

/** What an expression comes to. */
export type Outcome = Known | NotApplicable | Open | Judgement;

type Value = number | boolean | Interval;

export interface Known {
  readonly state: "known";
  readonly value: Value;
  /** 合同签订及时率; "" where the value has no name. */
  readonly name: string;
  /** What was measured: "合同签订及时率95%". */
  readonly words: readonly string[];
  readonly steps: readonly Step[];
  /** Given in words as about so much. */
  readonly approximate: boolean;
  readonly remarks: readonly string[];
  /** Of points: what the clauses took away, in their order; absent: one loss, all that is missing. */
  readonly losses?: readonly Loss[];
  readonly clause?: string;
  readonly scale?: ReadScale;
}

export interface NotApplicable {
  readonly state: "notApplicable";
  readonly because: string;
  readonly steps: readonly Step[];
  /** Because there is nothing that the rate could be taken of. */
  readonly ofNothing?: true;
}

/** Nothing to compute yet: the keys to ask for, and a sentence where a value given cannot be used. */
export interface Open {
  readonly state: "open";
  readonly needs: readonly string[];
  readonly problem?: string;
  /** The value lies in no stretch of the scale. */
  readonly none?: true;
}

/** Only a person can say. */
interface Judgement {
  readonly state: "judgement";
  readonly needs: readonly string[];
  readonly why: string;
}

const bare = { name: "", words: [], steps: [], approximate: false, remarks: [] };

export function known(value: Value, given: Partial<Known> = {}): Known {
  return { state: "known", value, ...bare, ...given };
}

export function open(needs: readonly string[], problem?: string): Open {
  return problem === undefined ? { state: "open", needs } : { state: "open", needs, problem };
}

/**
 * All of several outcomes together: 不涉及 in one is 不涉及 for all, then a person's judgement, then everything that is
 * asked; null when all are known.
 */
export function unknownOf(outcomes: readonly Outcome[]): Exclude<Outcome, Known> | null {
  const none = outcomes.find((one) => one.state === "notApplicable");
  if (none !== undefined) return none;
  const judged = outcomes.find((one) => one.state === "judgement");
  return judged ?? openOf(outcomes);
}

/** Everything that is asked, in one; null when nothing is. */
export function openOf(outcomes: readonly Outcome[]): Open | null {
  const asked = outcomes.filter((one) => one.state === "open");
  if (asked.length === 0) return null;
  const needs = Array.from(new Set(asked.flatMap((one) => one.needs)));
  const problems = Array.from(new Set(asked.flatMap((one) => one.problem ?? [])));
  return open(needs, problems.length === 0 ? undefined : problems.join(""));
}

/** 不涉及, for the reasons of all, where every one of them is; else null. */
export function noneOf(outcomes: readonly Outcome[]): NotApplicable | null {
  const none = outcomes.filter((one) => one.state === "notApplicable");
  const [first] = none;
  if (first === undefined || none.length < outcomes.length) return null;
  return { ...first, because: Array.from(new Set(none.map(({ because }) => because))).join("；") };
}

export function knownOf(outcomes: readonly Outcome[]): readonly Known[] {
  return outcomes.filter((one) => one.state === "known");
}

/** What several known values bring with them. */
export function gathered(all: readonly Known[]): Pick<Known, "words" | "steps" | "approximate" | "remarks"> {
  return {
    words: all.flatMap(({ words }) => words),
    steps: distinct(all.flatMap(({ steps }) => steps)),
    approximate: all.some(({ approximate }) => approximate),
    remarks: all.flatMap(({ remarks }) => remarks),
  };
}

/** One figure that is used twice is shown once. */
export function distinct(steps: readonly Step[]): readonly Step[] {
  return steps.length < 2
    ? steps
    : steps.filter((step, index) => steps.findIndex((one) => isSame(one, step)) === index);
}

function isSame(one: Step, other: Step): boolean {
  return (
    one.label === other.label &&
    String(one.value) === String(other.value) &&
    one.at?.sheet === other.at?.sheet &&
    one.at?.row === other.at?.row &&
    one.at?.column === other.at?.column
  );
}

/** What is 不涉及 because there is nothing to measure shows what it would be measured of. */
export function underName(name: string, of: Exclude<Outcome, Known>): Outcome {
  if (of.state !== "notApplicable" || of.ofNothing !== true) return of;
  return { ...of, steps: [{ label: name, value: "分母为0", unit: "", inputs: of.steps }] };
}
