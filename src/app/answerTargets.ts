import type { ClauseQuestion } from "../clause/clauseReading";
import type { FactSpec, FactValue } from "../criteria/fact";
import { specOf } from "../criteria/readFact";
import { isYesNo, questionKind, type AnswerValue } from "./answerValue";
import { jointLabel, memberName, wholeAnswer } from "./labelMembers";
import { plainLabel } from "./plainLabel";

/** An answer and what it is called; without a name the nth answer is that of the nth question. */
export interface GivenAnswer {
  readonly label: string | null;
  readonly value: AnswerValue;
  /** As it was given: "%", "万元", "" where none was. */
  readonly unit: string;
}

/** A question, or what may stand in for one. */
export interface Target {
  readonly spec: FactSpec;
  /** Place of its question among all. */
  readonly question: number;
  readonly top: boolean;
  readonly words: string;
  /** Its label with the blanks that part its words in the 评分标准. */
  readonly label: string;
}

export function targetsOf(
  asks: readonly FactSpec[],
  questions: readonly ClauseQuestion[],
  printed = "",
): readonly Target[] {
  const signs = Array.from(printed.normalize("NFKC").matchAll(/\S[^\S\r\n]*/gu), ([sign]) => sign);
  const text = signs.map((sign) => sign.charAt(0)).join("");
  return questions.flatMap(({ key, instead }, question) =>
    [key, ...instead].map((one): Target => {
      const spec = specOf(asks, one);
      return {
        spec,
        question,
        top: one === key,
        words: plainLabel(spec.label),
        label: withBlanks(spec.label, signs, text),
      };
    }),
  );
}

function withBlanks(label: string, signs: readonly string[], text: string): string {
  const at = text.indexOf(label);
  const printed = signs
    .slice(at, at + label.length)
    .join("")
    .trim();
  return at >= 0 && /[\p{Script=Han}]\s+[\p{Script=Han}]/u.test(printed) ? printed : label;
}

export function isNumber({ spec }: Target): boolean {
  return questionKind(spec) === "number";
}

/** Yes/no questions of several things that answers to single ones of them settle, with all those answers. */
export function byMembers(
  targets: readonly Target[],
  answers: ReadonlySet<GivenAnswer>,
): readonly (readonly [Target, readonly GivenAnswer[], FactValue])[] {
  return targets.flatMap((target) => {
    const joint = questionKind(target.spec) === "yesNo" ? jointLabel(target.label) : null;
    if (joint === null) return [];
    const given = Array.from(answers, (answer) => ({ answer, name: memberName(answer.label ?? "") })).filter(
      ({ answer, name }) => isYesNo(answer.value) && joint.members.includes(name),
    );
    const said = new Map(given.map(({ answer, name }) => [name, answer.value as "是" | "否"]));
    const isOnce = said.size === given.length && given.every(({ name }) => isOnlyOf(name, target, targets));
    const value = isOnce ? wholeAnswer(joint, said) : null;
    return value === null ? [] : [[target, given.map(({ answer }) => answer), value] as const];
  });
}

function isOnlyOf(name: string, target: Target, targets: readonly Target[]): boolean {
  return !targets.some((other) => other !== target && memberName(other.spec.label).includes(name));
}
