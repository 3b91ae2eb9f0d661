import type { Condition, Said } from "../criteria/condition";
import type { CompletionCriterion, Criterion, EachByTotal, Gate } from "../criteria/criterion";
import type { Interval } from "../criteria/interval";
import type { Measure } from "../criteria/measure";
import { tierNames } from "../criteria/kinds/levels";
import {
  aboveZero,
  bound,
  chosen,
  either,
  fact,
  faultsOf,
  flag,
  leaf,
  named,
  notBelowZero,
  number,
  share,
  tagged,
  text,
  texts,
  word,
  yesOrNo,
  type Fault,
  type Fields,
  type Test,
} from "./shape";

/* Every kind of criterion with its fields: held to the types by the compiler, so that none is forgotten. */

const quantity = fact("count", "amount", "rate", "points");
const [answer, count, rate, date] = [fact("answer"), fact("count"), fact("rate"), fact("date")];
const zeroWhole = chosen(word("notApplicable", "ask"));
/** Part of fact ids ("row.key"), and of the words in which a problem quotes a fact. */
export const key = leaf(
  "英文字母开头的字母、数字、下划线，40个以内",
  (value) => typeof value === "string" && /^[A-Za-z]\w{0,39}$/u.test(value) && !(value in {}),
);

const measure = tagged<Measure, "of">("of", {
  fact: { key: fact("count", "amount", "rate", "points", "answer", "answerOrShare"), "missed?": text },
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
});

const interval: Fields<Interval> = { from: bound, fromIncluded: yesOrNo, to: bound, toIncluded: yesOrNo };
const said: Fields<Said> = texts("met", "missed");

const condition: Test = tagged<Condition, "of">("of", {
  yes: { name: named, answers: [{ key: answer, ...said }] },
  none: {
    name: named,
    counts: [count],
    "whole?": count,
    "zeroWhole?": zeroWhole,
    "standIn?": answer,
    "counted?": text,
    ...said,
  },
  atMost: { name: named, actual: quantity, limit: quantity, standIn: answer, ...said },
  within: { measure, interval },
  days: { from: date, to: date, atMost: notBelowZero, ...texts("said", "early") },
  says: { key: fact("answer", "answerOrShare", "tier", "date", "text"), word: named, said: text },
  any: { conditions: [(...one) => condition(...one)] },
  all: { conditions: [(...one) => condition(...one)] },
});

const inner: Test = (...one) => criterionShape(...one);
const points: Test = (...one) => faultsOf({ points: notBelowZero }, ...one);
const shared: Test = (...one) => faultsOf({ share }, ...one);
const ofBand = either<Test, { criterion: Criterion }>("share", shared, { criterion: inner });
const priced = { points: aboveZero, clause: text };
const byTotal: Fields<EachByTotal> = {
  total: [count],
  name: named,
  unit: text,
  limit: notBelowZero,
  many: priced,
  few: priced,
  none: text,
};
export const levelShape = { name: named, from: share, to: share, toIncluded: yesOrNo, clause: text };
export const completedTexts: Fields<CompletionCriterion["clauses"]> = texts(
  "failed",
  "partly",
  "full",
  "over",
);
export const passLines = {
  passLine: share,
  atPassLine: chosen(word("scores", "fails")),
  over: aboveZero,
  overShare: share,
};

const kinds = tagged<Criterion, "kind">("kind", {
  bands: {
    measure,
    percent: yesOrNo,
    bands: [{ ...interval, then: either("points", points, ofBand), clause: text }],
  },
  stepped: {
    measure,
    direction: word("above", "below", "both"),
    from: number,
    step: aboveZero,
    each: either("points", points, shared),
    rounding: chosen(word("floor", "ceiling")),
    "nothingBeyond?": number,
    clauses: { kept: text, lost: text, "nothing?": text },
  },
  deduct: {
    items: [
      {
        key: fact("count", "answer"),
        each: either<EachByTotal, number>("", byTotal, aboveZero),
        clause: text,
        "missed?": text,
      },
    ],
    "veto?": { when: condition, clause: text },
    kept: texts("measured", "clause"),
  },
  ratio: { measure, clause: text },
  parts: {
    parts: [{ share: aboveZero, criterion: inner, "outOf?": chosen(word("own", "full")) }],
    "sharesQuoted?": flag,
    kept: { clause: text, "measured?": text },
  },
  meet: { condition, clause: text },
  gate: {
    gates: [
      either<Extract<Gate, { exempt: string }>, Exclude<Gate, { exempt: string }>>(
        "exempt",
        { exempt: answer, problem: text },
        {
          when: condition,
          gives: either<{ atMost: number }, string>("", { atMost: aboveZero }, word("nothing")),
          clause: text,
        },
      ),
    ],
    then: inner,
  },
  levels: { level: fact("tier"), "share?": rate, levels: [levelShape] },
  completion: { measure, ...passLines, clauses: completedTexts },
  sum: { filed: answer, filing: named, summary: rate, summaryName: named, clauses: texts("sum", "notFiled") },
  judgement: {
    questions: [{ key: answer, missed: text }],
    judged: fact("points"),
    clauses: texts("full", "judged"),
  },
});

/** What no field tells by itself is looked at once every field is as it has to be. */
export const criterionShape: Test = (value, at, around) => {
  const faults = faultsOf(kinds, value, at, around);
  return faults.length > 0 ? faults : atOdds(value as Criterion, at, around.asks);
};

function atOdds(of: Criterion, at: string, asks: Parameters<Test>[2]["asks"]): readonly Fault[] {
  const fault = (holds: boolean, field: string, says: string): readonly Fault[] =>
    holds ? [] : [{ at: `${at}.${field}`, says }];
  switch (of.kind) {
    case "bands":
      return of.bands.flatMap(({ from, to }, index) =>
        fault((from ?? -Infinity) <= (to ?? Infinity), `bands[${index}]`, "from大于to"),
      );
    case "stepped": {
      const { direction, from, nothingBeyond: end } = of;
      const holds =
        end === undefined || (direction === "above" ? end > from : direction === "below" && end < from);
      return fault(holds, "nothingBeyond", "应在from的扣分一侧；两侧都扣分的不能写");
    }
    case "deduct":
      return fault(
        of.items.length === 1 || of.items.every(({ each }) => typeof each === "number"),
        "items",
        "按总数定扣分的，只能有这一项",
      );
    case "levels": {
      const own = of.levels.map(({ name }) => name);
      // Nobody has looked at what is asked yet.
      const asked: unknown = tierNames(asks.get(of.level) ?? {});
      const named = Array.isArray(asked) ? asked.map(String) : [];
      const same = own.length === named.length && own.every((name) => named.includes(name));
      return fault(same, "levels", `各档名称应与数据项“${of.level}”的choices相同：${named.join("、")}`);
    }
    case "completion":
    case "gate":
    case "judgement":
    case "meet":
    case "parts":
    case "ratio":
    case "sum":
      return [];
  }
}
