import type { FactSet, FactSpec } from "./fact";
import type { Taken } from "./measure";
import { readAnswer } from "./readFact";
import type { Step } from "./rule";

export interface ConditionWords {
  /** 满足什么: "已建立政府采购内部控制管理制度". */
  readonly met: string;
  readonly missed: string;
}

type Yes = Extract<Taken<boolean>, { state: "taken" }>;

export function takenCondition(value: boolean, words: string, step: Step): Yes {
  return { state: "taken", value, words, step, approximate: false, remarks: [] };
}

/** A 是／否 that stands in for the parts of a condition. */
export function takeAnswer(facts: FactSet, spec: FactSpec, words: ConditionWords): Taken<boolean> | null {
  const answer = readAnswer(facts, spec);
  if (answer.state === "given")
    return takenCondition(answer.value, answer.value ? words.met : words.missed, answer.step);
  if (answer.state === "unusable") return { state: "open", needs: [spec.key], problem: answer.problem };
  return answer.state === "notApplicable" ? answer : null;
}
