import { readChineseNumeral } from "../quantity/writtenNumber";
import { begunStepIn, type Begun } from "./begunStep";
import { withUnits } from "./ownUnits";
import { readCondition, type ReadCondition } from "./readCondition";
import type { Reading, Statement } from "./statements";
import type { Token } from "./token";
import { countedName, verbs } from "./bareWords";
import { withoutEnds } from "./trim";
import { countUnits, isCountUnit, isMeasureUnit, isTimeUnit, measureUnits, timeUnits } from "./units";

/** 每超出1%, 发现一项: what one step or one item is. */
export interface Each {
  readonly size: number;
  readonly unit: string;
  /** Steps over a value go one way or both; null: the words do not say. */
  readonly direction: "above" | "below" | "both" | null;
  /** What is counted, by the words around it. */
  readonly words: string;
  /** The condition that stands before it: 控制率>0时, 未达到的. */
  readonly lead: readonly Token[];
  /** 每低于100%一个百分点: where the steps begin, as it is said behind 每. */
  readonly bounds?: readonly number[];
  /** （不足1%按1%计算）: what the brackets say of a begun step. */
  readonly begun?: Begun;
}

/** A statement with its condition read. */
export interface Piece {
  readonly statement: Statement;
  readonly condition: ReadCondition;
  readonly each: Each | null;
  /** 有1项未公开扣1分: neither 每 nor 扣完为止 says that each of them costs so much. */
  readonly once: boolean;
  /** 本项得0分. */
  readonly veto: boolean;
  /** As it is printed, its consequence included. */
  readonly clause: string;
  /** The words of its condition. */
  readonly words: string;
  /** The sentence that stands right before it, without points. */
  readonly context: string;
  /** 前三季度进度：, the last name before a colon; "" where there is none. */
  readonly heading: string;
}

export function pieceOf(statement: Statement, reading: Reading, text: string): Piece {
  const { what } = statement;
  const condition = withUnits(statement.condition, text);
  const isCut = what.gives === "cut" || what.gives === "cutShare";
  // 每年进行一次盘点的得1分 counts nothing.
  const isEach =
    (what.gives === "points" ||
      what.gives === "own" ||
      (what.gives === "share" && what.share > 0 && what.share < 1)) &&
    condition.some(({ is, to }) => is === "each" && !/[年月季日周天]/u.test(text[to] ?? ""));
  // 被采用1篇得1分，最高5分: the cap says that each gives so much.
  const isUpTo =
    what.gives === "points" &&
    reading.statements.length === 1 &&
    reading.marks.some((mark) => mark.is === "cap" && mark.points !== null && mark.points > what.points);
  const each = isCut || isEach || isUpTo ? eachOf(condition, text) : null;
  const first = condition[0];
  const last = condition.at(-1);
  return {
    statement,
    each,
    condition: each === null ? readCondition(condition, text) : readCondition(each.lead, text),
    once:
      each?.size === 1 &&
      !condition.some(({ is }) => is === "each") &&
      !reading.marks.some(({ is }) => is === "end" || is === "mostCut"),
    veto: reading.marks.some((mark) => mark.is === "veto" && mark.to === statement.to),
    clause: text.slice(statement.from, statement.to).replace(/,/gu, "，"),
    words: first === undefined || last === undefined ? "" : text.slice(first.from, last.to),
    context: contextBefore(statement, reading, text),
    heading: headingBefore(statement, reading, text),
  };
}

function contextBefore({ from }: Statement, { contexts }: Reading, text: string): string {
  const before = contexts.filter((one) => one.to <= from).at(-1);
  return before === undefined ? "" : `${text.slice(before.from, before.to)};`;
}

function headingBefore({ from }: Statement, { contexts }: Reading, text: string): string {
  const before = contexts.filter((one) => one.to <= from && text.charAt(one.to) === ":").at(-1);
  return before === undefined ? "" : text.slice(before.from, before.to);
}

const steps = /^(?:%|百分点)$/u;
const countWords = new RegExp(`^(?:${countUnits})`, "u");
/** 逾期每天, 超出部分每平方米: nothing but the unit. */
const unitAlone = new RegExp(`^(?:${timeUnits}|月|${measureUnits})(?:的|,)*$`, "u");
/** 推迟一周, 延迟半个月. */
const spelled = new RegExp(
  `^([^,;。]{0,12}?)(半(?=[年个])|[一二两三四五六七八九十])个?(${timeUnits}|月|${countUnits}|位|卷|${measureUnits})(?:的|,)*$`,
  "u",
);

function eachOf(condition: readonly Token[], text: string): Each | null {
  const at = condition.map(({ is }) => is).lastIndexOf("each");
  const from = at >= 0 ? at : lastStep(condition, text);
  if (from < 0) return null;
  const start = at >= 0 ? at + 1 : from;
  const number = stepAt(condition, start);
  const slice = (a: number, b: number): string => {
    const [first, last] = [condition[a], condition[b - 1]];
    return first === undefined || last === undefined || b <= a ? "" : text.slice(first.from, last.to);
  };
  const before = condition.slice(0, at >= 0 ? at : from);
  const comma = before.map(({ is }) => is).lastIndexOf("comma");
  // "应评估项目超过3个的，有1项…": the verb before the number is no condition.
  const behindComma = before.slice(comma + 1);
  const isFiller =
    behindComma.every((token) => withoutEnds(text.slice(token.from, token.to), [], verbs) === "") ||
    rest.test(text.slice(behindComma[0]?.from ?? 0, behindComma.at(-1)?.to ?? 0));
  const lead = comma >= 0 && isFiller ? before.slice(0, comma) : before;
  if (number < 0) {
    if (at < 0) return null;
    // 每个问题: the counted thing is named without a number.
    const rest = slice(start, condition.length);
    const unit = countWords.exec(rest)?.[0];
    if (unit !== undefined)
      return {
        size: 1,
        unit,
        direction: null,
        words: countedName(slice(0, at), rest.slice(unit.length)),
        lead,
      };
    return spelledStep(rest, slice(0, at), lead);
  }
  const token = condition[number];
  if (token?.is !== "number") return null;
  const between = slice(start, number);
  // 第1项问题扣0.5分，以后每增加1项扣1分: the first of them, not each.
  if (/第$/u.test(between === "" ? slice(0, number) : between)) return null;
  const after = slice(number + 1, condition.length);
  if (steps.test(token.unit)) {
    const begun = begunStepIn(after);
    if (begun === null && !/^(?:\(含\))?[的,]*$/u.test(after)) return null;
    const size = token.unit === "百分点" ? Number(`${token.value}e-2`) : token.value;
    const bounds = condition
      .slice(start, number)
      .flatMap((one) => (one.is === "number" && one.unit === "%" ? [one.value] : []));
    const each = {
      size,
      unit: "%",
      direction: directionOf(between),
      words: between.replace(/\d{1,9}(?:\.\d{1,6})?%/gu, ""),
      lead,
      ...(bounds.length > 0 ? { bounds } : {}),
    };
    return begun === null ? each : { ...each, begun };
  }
  if (!/^(?!分$)./u.test(token.unit)) return null;
  return {
    size: token.value,
    unit: token.unit,
    direction: directionOf(between),
    // 每出1起生产事故: the verb alone is no beginning of its name.
    words: countedName(slice(0, at >= 0 ? at : from), `${between === "出" ? "" : between}${after}`),
    lead,
  };
}

function spelledStep(rest: string, before: string, lead: readonly Token[]): Each | null {
  const [, between = "", digits = "", unit = ""] = spelled.exec(rest) ?? [];
  if (unit !== "") {
    const size = digits === "半" ? 0.5 : readChineseNumeral(digits);
    const words = countedName(before, between);
    return size === null ? null : { size, unit, direction: directionOf(between), words, lead };
  }
  // 逾期每天.
  if (!unitAlone.test(rest) || before === "") return null;
  const own = withoutEnds(rest, [], ["的", ","]);
  return { size: 1, unit: own, direction: directionOf(before), words: countedName(before, ""), lead };
}

/** The number of the step; a bound may stand before it: 每低于100%一个百分点. */
function stepAt(condition: readonly Token[], start: number): number {
  let at = condition.findIndex(({ is }, index) => index >= start && is === "number");
  for (let next = at; next >= 0;) {
    const [number, sign] = [condition[at], condition[at - 1]];
    next = condition.findIndex(({ is }, index) => index > at && is === "number");
    const isBound = number?.is === "number" && number.unit === "%" && sign?.is === "compare";
    if (!isBound) return at;
    const between = condition.slice(at + 1, next);
    if (next < 0 || !between.every((token) => token.is === "word" || token.is === "compare")) return at;
    at = next;
  }
  return at;
}

function countedBy(unit: string): boolean {
  return isCountUnit(unit) || isTimeUnit(unit) || isMeasureUnit(unit);
}

/** 发现一项, 有1个月, 超出一个百分点: without 每, the last number that counts one. */
function lastStep(condition: readonly Token[], text: string): number {
  for (let index = condition.length - 1; index >= 0; index -= 1) {
    const token = condition[index];
    if (token?.is !== "number") continue;
    const before = condition[index - 1];
    if (steps.test(token.unit)) {
      const isStep =
        before !== undefined &&
        directionOf(text.slice(before.from, before.to)) !== null &&
        token.value <= (token.unit === "%" ? 0.1 : 10);
      // "超出10%的，": a bound, not a step, unless a step follows on it.
      const behind = condition[index + 1];
      return isStep && behind === undefined && condition.slice(0, index - 1).some(({ is }) => is === "comma")
        ? index - 1
        : -1;
    }
    if (!countedBy(token.unit) || token.value !== 1) return -1;
    return before?.is === "word" &&
      /(?:发现|有|出现|存在|查出|发生|指出|认定)$/u.test(text.slice(before.from, before.to))
      ? index
      : before === undefined || before.is === "comma" || before.is === "word"
        ? index
        : -1;
  }
  return -1;
}

function directionOf(words: string): Each["direction"] {
  const above = /超|高|增|上升|多|延|逾|迟|晚/u.test(words);
  const below = /低|降|减|少|不足|落后|未达|短|欠|差(?!异)/u.test(words);
  if (/偏离|相差|偏差|差异|变动|浮动/u.test(words) || (above && below)) return "both";
  return above ? "above" : below ? "below" : null;
}

/** 超过部分每增加2个百分点. */
const rest = /^其?(?:超过|超出|高出|低于|不足|未达到)的?部分的?$/u;
