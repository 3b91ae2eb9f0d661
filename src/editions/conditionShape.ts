import type { Condition, Said } from "../criteria/condition";
import type { FactSpec } from "../criteria/fact";
import type { Interval } from "../criteria/interval";
import { tierNames } from "../criteria/kinds/levels";
import type { Measure } from "../criteria/measure";
import {
  aboveZero,
  bound,
  chosen,
  fact,
  flag,
  involved,
  named,
  notBelowZero,
  sound,
  tagged,
  text,
  texts,
  word,
  yesOrNo,
  type Fields,
  type Test,
} from "./shape";

/* What is measured, and what holds or does not. */

const quantity = fact("count", "amount", "rate", "points");
const date = fact("date");
export const answer = fact("answer");
export const yesNo = involved("answer");
export const count = fact("count");
export const rate = involved("rate");
const zeroWhole = chosen(word("notApplicable", "ask"));
export const measure = tagged<Measure, "of">("of", {
  fact: {
    key: fact("count", "amount", "rate", "points", "answer", "answerOrShare"),
    "missed?": text,
    "signed?": flag,
    "absolute?": flag,
  },
  ratio: {
    name: named,
    part: quantity,
    whole: [quantity],
    "standIn?": rate,
    "excess?": flag,
    "zeroPart?": flag,
    zeroWhole,
    "zeroProblem?": text,
    "aboveWhole?": word("remark"),
    "own?": word("CARRYOVER"),
    "capped?": flag,
    "absolute?": flag,
  },
  mean: {
    name: named,
    series: fact("months"),
    first: count,
    count,
    standIn: rate,
    cap: aboveZero,
    clauses: texts("mean", "cap"),
  },
  items: { name: named, unit: text, key: count, items: [yesNo], counted: word("是", "否") },
});

export const interval: Fields<Interval> = {
  from: bound,
  fromIncluded: yesOrNo,
  to: bound,
  toIncluded: yesOrNo,
};
const said: Fields<Said> = texts("met", "missed");

const fields: Test = tagged<Condition, "of">("of", {
  yes: { name: named, answers: [{ key: answer, ...said }] },
  none: {
    name: named,
    counts: [count],
    "whole?": count,
    "zeroWhole?": zeroWhole,
    "standIn?": yesNo,
    "counted?": text,
    ...said,
  },
  atMost: { name: named, actual: quantity, limit: quantity, standIn: yesNo, ...said },
  within: { measure, interval, "standIn?": yesNo, "met?": text, "missed?": text },
  days: {
    from: date,
    to: date,
    atMost: notBelowZero,
    ...texts("said", "early"),
    "standIn?": yesNo,
    "met?": text,
    "missed?": text,
  },
  says: { key: fact("answer", "answerOrShare", "tier", "date", "text"), word: named, said: text },
  any: { conditions: [(...one) => condition(...one)] },
  all: { conditions: [(...one) => condition(...one)] },
});

/** What has to be said is something that the fact can hold. */
export const condition: Test = sound<Condition>(fields, (value, at, around) => {
  if (value.of !== "says") return [];
  const asked = around.asks.get(value.key) ?? {};
  const held = asked.kind === "tier" ? levelNames(asked) : asked.kind === "date" ? ["未公开"] : ["是", "否"];
  const all = asked.notApplicable === true ? [...held, "不涉及"] : held;
  return asked.kind === "text" ? [] : word(...all)(value.word, `${at}.word`, around);
});

/** Nobody has looked at what is asked yet. */
export function levelNames(asked: Partial<FactSpec>): readonly string[] {
  const names: unknown = tierNames(asked);
  return Array.isArray(names) ? names.map(String) : [];
}
