import type { ClauseQuestion } from "../clause/clauseReading";
import type { FactSpec, FactValue } from "../criteria/fact";
import { byMembers, isNumber, targetsOf, type GivenAnswer, type Target } from "./answerTargets";
import { answerValue, isYesNo, questionKind, type AnswerItem } from "./answerValue";
import { coversLabel, namesAnother } from "./coversLabel";
import { fallsShort, isUnqualified } from "./fallsShort";
import { countsOtherSide, isDistanceTo } from "./otherMeasure";
import {
  boundOf,
  holds,
  isContrary,
  isDelayOf,
  isDenialOf,
  isOpposed,
  plainLabel,
  sameAnswer,
} from "./plainLabel";

/** Where an answer goes: a series of figures may answer several questions. */
type Placement = readonly { readonly target: Target; readonly value: FactValue | null }[];

/**
 * Which answer belongs to which question: by an equal label, then by one that holds the other, then because one question
 * and one answer are left. Two answers that want one question, or one answer that fits two, are left over; so is one to a
 * part of what is asked, unless it decides the whole.
 * @param printed the 评分标准 that asks
 */
export function matchAnswers(
  asks: readonly FactSpec[],
  questions: readonly ClauseQuestion[],
  answers: readonly GivenAnswer[],
  printed = "",
): { readonly values: ReadonlyMap<string, FactValue>; readonly unmatched: readonly GivenAnswer[] } {
  const targets = targetsOf(asks, questions, printed);
  const words = new Map(answers.map((answer) => [answer, plainLabel(answer.label ?? "")]));
  const values = new Map<string, FactValue>();
  const claimed = new Set<string>();
  const left = new Set(answers);
  const isFree = ({ spec }: Target): boolean => !claimed.has(spec.key);

  /** Places what only one answer wants, again while that decides others. */
  const round = (wish: (answer: GivenAnswer) => Placement | null): void => {
    for (let changed = true; changed && left.size > 0;) {
      const wishes = Array.from(left, (answer) => ({ answer, placement: wish(answer) ?? [] }));
      const wanted = new Map<string, number>();
      for (const { target } of wishes.flatMap(({ placement }) => placement)) {
        wanted.set(target.spec.key, (wanted.get(target.spec.key) ?? 0) + 1);
      }
      const sole = wishes.filter(
        ({ placement }) =>
          placement.length > 0 && placement.every(({ target }) => wanted.get(target.spec.key) === 1),
      );
      for (const { answer, placement } of sole) {
        left.delete(answer);
        for (const { target, value } of placement) {
          claimed.add(target.spec.key);
          if (value !== null) values.set(target.spec.key, value);
        }
      }
      changed = sole.length > 0;
    }
  };

  const askedFreely = (): readonly Target[] => {
    const begun = new Set(targets.filter((target) => !isFree(target)).map(({ question }) => question));
    return targets.filter(({ top, question }) => top && !begun.has(question));
  };
  const byLabel = (related: Relation, from: (target: Target) => boolean, find: typeof itself): void => {
    const placements = new Map(
      Array.from(left, (answer) => {
        const own = words.get(answer) ?? "";
        // What has the very name of a question and is no answer to it is none to another that holds the name.
        const isOther = related !== equals && targets.some((one) => one.words === own);
        const near = targets.filter(
          (one) =>
            own !== "" &&
            !isOther &&
            from(one) &&
            related(own, one.words) &&
            !isHalfOf(own, one.words) &&
            (related !== holds || coversLabel(own, one.spec.label, isNumber(one))),
        );
        return [answer, near.flatMap((target) => fitting(find(target, targets, answer, own), answer, own))];
      }),
    );
    round((answer) =>
      only(
        placements.get(answer)?.filter(({ target }) => isFree(target)) ?? [],
        ({ target }) => target.spec.key,
      ),
    );
  };
  const nth = answers.filter(({ label }) => label === null);
  round((answer) => {
    const target = targets.find(({ top, question }) => top && question === nth.indexOf(answer));
    if (answer.label !== null || target === undefined) return null;
    return only(placed(target, targets, answer), () => "");
  });
  for (const related of [equals, holds]) {
    byLabel(related, ({ top }) => top, itself);
    byLabel(related, ({ top }) => !top, itself);
    byLabel(related, () => true, standIn);
    if (related === holds) continue;
    for (const [target, given, value] of byMembers(targets.filter(isFree), left)) {
      given.forEach((one) => left.delete(one));
      claimed.add(target.spec.key);
      values.set(target.spec.key, value);
    }
  }
  byLabel(isDenialOf, () => true, denied);
  byLabel(isBoundOf, ({ top }) => top, bounded);
  round((answer) => (answer.label === null ? null : run(answer, words.get(answer) ?? "", askedFreely())));
  round((answer) => {
    const free = askedFreely();
    const [target] = free;
    if (answer.label === null || target === undefined || free.length > 1 || left.size > 1) return null;
    const own = words.get(answer) ?? "";
    if (
      questionKind(target.spec) !== "choice" &&
      namesAnother(own, target.spec.label, isNumber(target), printed)
    )
      return null;
    if (/^(?:天|日|工作日|自然日|个月)$/u.test(target.spec.unit) && isDelayOf(own, target.words)) return null;
    const isCount = questionKind(target.spec) === "number" && target.spec.kind !== "rate";
    if (isCount ? isOpposed(own, target.words) : isContrary(own, target.words, isYesNo(answer.value)))
      return null;
    // Whether they mean the same was looked at just now, by more than the words that deny.
    const said = questionKind(target.spec) === "yesNo" ? target.words : own;
    return only(fitting(placed(target, targets, answer, said), answer, own), () => "");
  });
  return { values, unmatched: answers.filter((answer) => left.has(answer)) };
}

/** What an answer of another name is for, unless it says less than is asked, or measures another thing. */
function fitting(placement: Placement, { value }: GivenAnswer, own: string): Placement {
  return placement.filter(({ target }) => {
    if (own === target.words) return true;
    if (isYesNo(value)) return questionKind(target.spec) !== "yesNo" || !fallsShort(own, target.label, value);
    const isOther = isDistanceTo(own, target.words) || countsOtherSide(own, target.words);
    return !isNumber(target) || !(isOther || isUnqualified(own, target.label));
  });
}

/** 实际完成值 is no name of 实际完成值÷目标值. */
function isHalfOf(one: string, quotient: string): boolean {
  return quotient.includes("÷") && !one.includes("÷");
}

type Relation = (one: string, other: string) => boolean;

const equals: Relation = (one, other) => one === other;

function only<T>(found: readonly T[], name: (one: T) => string): readonly T[] | null {
  const [first] = found;
  if (first === undefined) return null;
  return found.every((one) => name(one) === name(first)) ? [first] : null;
}

/** The question itself, if the answer is one to it; what is not answered yet says nothing against it. */
function itself(
  target: Target,
  _all: readonly Target[],
  { value, unit }: GivenAnswer,
  words: string,
): Placement {
  if (value === null) return [{ target, value }];
  const read = answerValue(target.spec, value, unit);
  const meant = !isYesNo(value) || sameAnswer(words, target.words);
  return read !== null && meant ? [{ target, value: read }] : [];
}

/** 否 to 超预算 is 是 to 未超预算. */
function denied(target: Target, _all: readonly Target[], { value }: GivenAnswer): Placement {
  if (!isYesNo(value) || questionKind(target.spec) !== "yesNo") return [];
  return [{ target, value: value === "是" ? "否" : "是" }];
}

/** How far one figure goes beyond another, and whether it does: 实际支出超出预算数的比例, 实际支出不超过预算数. */
const isBoundOf: Relation = (one, other) => boundOf(one, other) !== null;

function bounded(target: Target, _all: readonly Target[], { value }: GivenAnswer, words: string): Placement {
  const bound = boundOf(words, target.words);
  if (bound === null || !isYesNo(value) || target.spec.kind !== "rate") return [];
  return [{ target, value: (bound === "within") === (value === "是") ? "≤0%" : ">0%" }];
}

/** 是 for a figure is an answer to its yes/no question, a number for a yes/no question the rate of it, a series its months. */
function standIn(target: Target, all: readonly Target[], answer: GivenAnswer, words: string): Placement {
  const { value } = answer;
  if (value === null || target.spec.kind === "date") return [];
  const wanted = Array.isArray(value) ? "months" : isYesNo(value) ? "yesNo" : "rate";
  const asked = questionKind(target.spec);
  if (wanted === "rate" && asked !== "yesNo" && asked !== "series") return [];
  const others = all.filter(
    (other) =>
      other.question === target.question &&
      other !== target &&
      (wanted === "yesNo" ? questionKind(other.spec) === wanted : other.spec.kind === wanted),
  );
  const found = others.flatMap((other) => itself(other, all, answer, words));
  return found.length === 1 ? found : [];
}

function placed(
  target: Target,
  all: readonly Target[],
  answer: GivenAnswer,
  words = target.words,
): Placement {
  const own = itself(target, all, answer, words);
  return own.length > 0 ? own : standIn(target, all, answer, words);
}

/** A series for like questions that follow one another: 一季度…, 二季度…, 三季度…, 四季度…. */
function run({ value, unit }: GivenAnswer, words: string, free: readonly Target[]): Placement | null {
  if (!Array.isArray(value)) return null;
  const items = value as readonly AnswerItem[];
  const runs: Target[][] = [];
  for (const target of free) {
    const last = runs.at(-1)?.at(-1);
    const follows = last !== undefined && last.question + 1 === target.question && isLike(last, target);
    if (follows) runs.at(-1)?.push(target);
    else runs.push([target]);
  }
  const fitting = runs.flatMap((targets): readonly Placement[] => {
    if (targets.length !== items.length || targets.length < 2) return [];
    const answered = targets.flatMap((target, index) => {
      const item = items[index] ?? null;
      return itself(target, free, { label: "", value: item, unit }, target.words);
    });
    return answered.length === targets.length ? [answered] : [];
  });
  const named = fitting.filter((answered) => answered.every(({ target }) => holds(words, target.words)));
  const [first, ...more] = named.length > 0 ? named : fitting;
  return first === undefined || more.length > 0 ? null : first;
}

function isLike(one: Target, other: Target): boolean {
  const frame = ({ words }: Target): string => words.replace(/[\d一二三四五六七八九十上下前后]+/gu, "");
  const same = one.spec.kind === other.spec.kind && one.spec.unit === other.spec.unit;
  return same && frame(one) === frame(other);
}
