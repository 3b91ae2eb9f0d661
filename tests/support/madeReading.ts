import type { ClauseReading } from "../../src/clause/clauseReading";
import type { ClauseReader } from "../../src/app/tryClause";
import { exampleAsk } from "./exampleAsk";

/** Readings made by hand, by the text that they are of: what is tried here does not rest on how clauses are compiled. */
const readings: Readonly<Record<string, ClauseReading>> = {
  "预算执行率100%得满分，每低1个百分点扣0.5分": {
    state: "read",
    criterion: {
      kind: "stepped",
      measure: {
        of: "ratio",
        name: "预算执行率",
        part: "spent",
        whole: ["budget"],
        standIn: "rate",
        zeroWhole: "ask",
      },
      direction: "below",
      from: 1,
      step: 0.01,
      each: { points: 0.5 },
      rounding: { setting: "begunStep", options: { floor: "floor", ceiling: "ceiling" } },
      clauses: { kept: "预算执行率100%得满分", lost: "每低1个百分点扣0.5分" },
    },
    asks: [
      exampleAsk("rate", "rate", "预算执行率", "预算执行率是多少？", "%"),
      exampleAsk("amount", "spent", "实际支出", "实际支出是多少万元？", "万元"),
      exampleAsk("amount", "budget", "预算数", "预算数是多少万元？", "万元"),
    ],
    questions: [{ key: "rate", instead: ["spent", "budget"] }],
    settings: {
      begunStep: {
        title: "不足一个百分点的",
        clause: "每低1个百分点",
        options: { floor: "不扣", ceiling: "按一个百分点扣" },
      },
    },
    pieces: [],
    unread: [],
  },
  "满意度≥90%得3分，否则得1分": {
    state: "read",
    criterion: {
      kind: "bands",
      measure: { of: "fact", key: "rate" },
      percent: true,
      bands: [
        {
          from: null,
          fromIncluded: false,
          to: 0.9,
          toIncluded: false,
          then: { points: 1 },
          clause: "否则得1分",
        },
        {
          from: 0.9,
          fromIncluded: true,
          to: null,
          toIncluded: false,
          then: { points: 3 },
          clause: "满意度≥90%得3分",
        },
      ],
    },
    asks: [exampleAsk("rate", "rate", "满意度", "满意度是多少？", "%")],
    questions: [{ key: "rate", instead: [] }],
    settings: {},
    pieces: [],
    unread: [],
  },
  "机制健全得满分，基本健全得60%分值，不健全不得分": {
    state: "read",
    criterion: {
      kind: "levels",
      level: "level",
      levels: [
        { name: "健全", from: 1, to: 1, toIncluded: true, clause: "机制健全得满分" },
        { name: "基本健全", from: 0.6, to: 0.6, toIncluded: true, clause: "基本健全得60%分值" },
        { name: "不健全", from: 0, to: 0, toIncluded: true, clause: "不健全不得分" },
      ],
    },
    asks: [
      { ...exampleAsk("tier", "level", "机制", "机制属于哪一档？"), choices: ["健全", "基本健全", "不健全"] },
    ],
    questions: [{ key: "level", instead: [] }],
    settings: {},
    pieces: [],
    unread: [],
  },
  按月通报执行率平均计分: {
    state: "read",
    criterion: {
      kind: "ratio",
      measure: {
        of: "mean",
        name: "平均执行率",
        series: "months",
        first: "first",
        count: "count",
        standIn: "mean",
        cap: 1,
        clauses: { mean: "平均", cap: "超过100%的按100%计算" },
      },
      clause: "按月通报执行率平均计分",
    },
    asks: [
      exampleAsk("months", "months", "各月执行率", "各月执行率是多少？", "%"),
      exampleAsk("count", "first", "开始通报的月份", "从几月起？", "月"),
      exampleAsk("count", "count", "通报月份数", "几个月？", "个月"),
      exampleAsk("rate", "mean", "平均执行率", "平均执行率是多少？", "%"),
    ],
    questions: [{ key: "months", instead: ["first", "count", "mean"] }],
    settings: {},
    pieces: [],
    unread: [],
  },
  "账实相符的得2分，否则酌情扣分": {
    state: "read",
    criterion: {
      kind: "judgement",
      questions: [{ key: "correct", missed: "账实不符" }],
      judged: "judged",
      clauses: { full: "账实相符的得2分", judged: "否则酌情扣分" },
    },
    asks: [
      exampleAsk("answer", "correct", "账实相符", "账实相符吗？"),
      exampleAsk("points", "judged", "评定分", "评定多少分？", "分"),
    ],
    questions: [
      { key: "correct", instead: [] },
      { key: "judged", instead: [] },
    ],
    settings: {},
    pieces: [],
    unread: [],
  },
  综合考虑给分: { state: "unread", pieces: [], unread: ["综合考虑给分"] },
  评价要点: { state: "none", pieces: [], unread: [] },
  错: {
    state: "read",
    criterion: { kind: "ratio", measure: { of: "fact", key: "nobody" }, clause: "" },
    asks: [],
    questions: [{ key: "nobody", instead: [] }],
    settings: {},
    pieces: [],
    unread: [],
  },
};

export const madeReader: ClauseReader = (text) =>
  Object.hasOwn(readings, text)
    ? (readings[text] ?? { state: "none", pieces: [], unread: [] })
    : { state: "unread", pieces: [], unread: [text] };

export const madeClauses: readonly string[] = Object.keys(readings);
