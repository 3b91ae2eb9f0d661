import { overlap } from "../criteria/expression/intervals";
import type {
  CompletionCriterion,
  Criterion,
  CriterionLevel,
  EachByTotal,
  Gate,
  JudgementCriterion,
} from "../criteria/criterion";
import type { Interval } from "../criteria/interval";
import { answer, condition, count, yesNo, interval, levelNames, measure, rate } from "./conditionShape";
import {
  aboveZero,
  anyOf,
  chosen,
  either,
  fact,
  faultsOf,
  flag,
  involved,
  leaf,
  named,
  notBelowZero,
  number,
  share,
  sound,
  tagged,
  text,
  texts,
  word,
  yesOrNo,
  type Around,
  type Fault,
  type Fields,
  type Test,
} from "./shape";

/* Every kind of criterion with its fields: held to the types by the compiler, so that none is forgotten. */

/** Part of fact ids ("row.key"), and of the words in which a problem quotes a fact. */
export const key = leaf(
  "英文字母开头的字母、数字、下划线，40个以内",
  (value) => typeof value === "string" && /^[A-Za-z]\w{0,39}$/u.test(value) && !(value in {}),
);

const inner: Test = (...one) => criterionShape(...one);
const points: Test = (...one) => faultsOf({ points: notBelowZero }, ...one);
const shared: Test = (...one) => faultsOf({ share }, ...one);
const ofBand = either<Test, { criterion: Criterion }>("share", shared, { criterion: inner });
const priced = { points: aboveZero, clause: text };
const byTotal: Fields<EachByTotal> = {
  total: [count],
  "standIn?": involved("count"),
  name: named,
  unit: text,
  limit: notBelowZero,
  many: priced,
  few: priced,
  none: text,
};
const capped = either<{ atMost: number }, string>("", { atMost: aboveZero }, word("nothing"));
const asked = either<{ ask: string }, Test>("ask", { ask: text }, capped);
const gives = either<{ judged: string }, Test>("judged", { judged: involved("points") }, asked);
const level = { name: named, from: share, to: share, toIncluded: yesOrNo, clause: text };
export const levelShape = sound<CriterionLevel>(level, forwards);
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
    "percent?": leaf("false，或者不写", (value) => value === false),
    direction: word("above", "below", "both"),
    from: number,
    "to?": number,
    step: aboveZero,
    each: either("points", points, shared),
    rounding: chosen(word("floor", "ceiling")),
    "nothingBeyond?": number,
    "most?": aboveZero,
    clauses: { kept: text, lost: text, "nothing?": text },
  },
  deduct: {
    items: [
      {
        key: fact("count", "answer"),
        "items?": [yesNo],
        each: either("share", shared, either<EachByTotal, number>("", byTotal, aboveZero)),
        clause: text,
        "missed?": text,
      },
    ],
    "veto?": { when: condition, clause: text },
    "most?": aboveZero,
    kept: texts("measured", "clause"),
  },
  ratio: { measure, clause: text },
  linear: { measure, offset: number, slope: number, of: word("points", "share"), clause: text },
  parts: {
    parts: [{ share: aboveZero, criterion: inner, "outOf?": chosen(word("own", "full")) }],
    "sharesQuoted?": flag,
    kept: { clause: text, "measured?": text },
  },
  meet: { condition, clause: text, "unmet?": { key: yesNo, ...texts("said", "clause", "problem") } },
  gate: {
    gates: [
      either<Extract<Gate, { exempt: string }>, Exclude<Gate, { exempt: string }>>(
        "exempt",
        { exempt: answer, problem: text },
        {
          when: condition,
          gives,
          clause: text,
        },
      ),
    ],
    then: inner,
  },
  levels: { level: involved("tier"), "share?": rate, levels: [levelShape] },
  completion: { measure, ...passLines, clauses: completedTexts },
  sum: { filed: yesNo, filing: named, summary: rate, summaryName: named, clauses: texts("sum", "notFiled") },
  judgement: {
    questions: anyOf<JudgementCriterion["questions"][number]>({ key: yesNo, missed: text }),
    judged: involved("points"),
    clauses: texts("full", "judged"),
  },
});

function forwards({ from, to }: Pick<Interval, "from" | "to">, at: string): readonly Fault[] {
  return (from ?? -Infinity) <= (to ?? Infinity) ? [] : [{ at, says: "from大于to" }];
}

function atOdds(of: Criterion, at: string, { asks }: Around): readonly Fault[] {
  const fault = (holds: boolean, field: string, says: string): readonly Fault[] =>
    holds ? [] : [{ at: `${at}.${field}`, says }];
  switch (of.kind) {
    case "bands":
      return of.bands.flatMap((band, index) => {
        const other = of.bands.slice(0, index).findIndex((one) => overlap(one, band) !== null);
        const says = `与bands[${other}]重叠：同一个数只能在一档里`;
        return [...forwards(band, `${at}.bands[${index}]`), ...fault(other < 0, `bands[${index}]`, says)];
      });
    case "stepped": {
      const { direction, from, to, nothingBeyond: end } = of;
      const holds =
        end === undefined || (direction === "above" ? end > from : direction === "below" && end < from);
      return [
        ...fault(holds, "nothingBeyond", "应在from的扣分一侧；两侧都扣分的不能写"),
        ...fault(
          to === undefined || (direction === "both" && to >= from),
          "to",
          "应不小于from；只扣一侧的不能写",
        ),
      ];
    }
    case "deduct": {
      const byTotal = of.items.some(({ each }) => typeof each === "object" && "total" in each);
      const strange = of.items.findIndex(
        ({ key: one, items }) => items !== undefined && (byTotal || asks.get(one)?.kind !== "count"),
      );
      return [
        ...fault(!byTotal || of.items.length === 1, "items", "按总数定扣分的，只能有这一项"),
        ...fault(strange < 0, `items[${strange}].items`, "只能代替一个件数，按总数定扣分的不能写"),
      ];
    }
    case "levels": {
      const own = of.levels.map(({ name }) => name);
      const named = levelNames(asks.get(of.level) ?? {});
      const same = own.length === named.length && own.every((name) => named.includes(name));
      return fault(same, "levels", `各档名称应与数据项“${of.level}”的choices相同：${named.join("、")}`);
    }
    case "completion":
    case "gate":
    case "linear":
    case "judgement":
    case "meet":
    case "parts":
    case "ratio":
    case "sum":
      return [];
  }
}

export const criterionShape: Test = sound<Criterion>(kinds, atOdds);
