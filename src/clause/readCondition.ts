import { bareWords } from "./bareWords";
import { insideGrade, remarkIn } from "./brackets";
import { holdsOtherYear } from "./leaning";
import { comparesWithOther, oneBound, twoBounds, type Bound, type NumberToken } from "./bounds";
import type { Interval } from "../criteria/interval";
import type { Sign, Token } from "./token";

/** A condition of a clause as it was read. */
export type ReadCondition =
  /** 否则; 超过的, where it says on which side of what stands before it. */
  | { readonly of: "else"; readonly side?: "above" | "below" }
  | RangeCondition
  /** 实际成本≤预算成本, 达到目标值: one figure against another, both by their words. */
  | { readonly of: "against"; readonly name: string; readonly sign: Sign; readonly other: string }
  /** Anything else: a person says 是 or 否. */
  | { readonly of: "words"; readonly text: string };

/** A stretch of one measured value. */
export interface RangeCondition {
  readonly of: "range";
  /** As it is named here; "" where it is not. */
  readonly name: string;
  readonly interval: Interval;
  readonly percent: boolean;
  /** Of the numbers, where they are no percents: 日, 次. */
  readonly unit: string;
  /** 百分点: how far it is from another number. */
  readonly distance?: true;
  /** 绝对值, ±. */
  readonly absolute: boolean;
  /** Which ends say in words whether they belong to it. */
  readonly marked: { readonly from: boolean; readonly to: boolean };
  /** Which end is open only because 含 stands at the other: 100%-95%（含）. */
  readonly opened?: "from" | "to";
  /** 以内, 以上: their number is in unless a neighbour has it. */
  readonly soft: boolean;
}

/** 超过的, 低于的: beyond the stretch that stands before it. */
const beyond = /^(?:(超过|超出|高于|大于)|低于|小于|不足|未达到|达不到)的$/u;
const joining = /且|并|同时|或|以及|但/u;
/** Reads the words before a consequence. */
export function readCondition(condition: readonly Token[], text: string): ReadCondition {
  const [first, last] = [condition[0], condition.at(-1)];
  if (first === undefined || last === undefined) return { of: "words", text: "" };
  if (first.is === "else" && condition.every(({ is }) => is === "else" || is === "comma"))
    return { of: "else" };
  const side = beyond.exec(text.slice(first.from, last.to));
  if (side !== null) return { of: "else", side: side[1] === undefined ? "below" : "above" };
  const own = condition.filter(({ is }) => is !== "else");
  const clauses = ofItself(divided(insideGrade(own, text, readRange)), text);
  const range = rangeOf(clauses, text);
  if (range !== null) return range;
  const against = clauses.length === 1 ? againstOf(clauses[0] ?? [], text) : null;
  if (against !== null) return against;
  return { of: "words", text: text.slice(first.from, last.to) };
}

function divided(condition: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]];
  for (const token of condition) {
    if (token.is === "comma") clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses.filter((clause) => clause.length > 0);
}

/** 培训合格率以98%为目标值: the target, said before what is made of it. */
export const settingTarget =
  /^([^,;。\d]{0,16}?)以[\d.]{1,8}%为(?:年度|年初|预期|计划|绩效)?(?:目标值?|标准值?|基准值?|指标值|基数|满分)$/u;
/** 以部门决算数据为准, 按决算报表口径统计: where the figure comes from. */
const source =
  /^(?:以|按照?|根据|依据)[^,;。\d]{2,24}(?:数据?|报表|系统|口径|台?账|决算|通报|文件|结果)[^,;。\d]{0,6}(?:为准|为依据|计算|统计|核算|确定)?$/u;
const requirement = /^(?:均|都|全部)?(?:符合|满足|达到)(?:上述|以上|相关|有关)?(?:规定|要求|标准|条件)?的?$/u;

/** Without what only points back (A≤B，符合要求的), and without the printed target before it. */
function ofItself(clauses: readonly (readonly Token[])[], text: string): readonly (readonly Token[])[] {
  if (clauses.length < 2) return clauses;
  return clauses.filter((clause, index) => {
    const said = wordsOf(clause, text);
    if (
      (index > 0 && requirement.test(said)) ||
      (index === 0 && (settingTarget.test(said) || source.test(said)))
    )
      return false;
    const range = index === 0 ? readRange(clause, text) : null;
    return range === null || !/(?:目标值|指标值)$/u.test(range.name);
  });
}

export function wordsOf(clause: readonly Token[], text: string): string {
  const [first, last] = [clause[0], clause.at(-1)];
  return first === undefined || last === undefined ? "" : text.slice(first.from, last.to);
}

/** The last part has the numbers; what stands before it says nothing of its own ("按要求报送的，满意度…"). */
function rangeOf(clauses: readonly (readonly Token[])[], text: string): RangeCondition | null {
  const last = clauses.at(-1);
  if (last === undefined || clauses.length > 1) return null;
  return readRange(last, text);
}

/** "80%≤率<90%", "90%（含）至95%", "低于10%（含）", "±10%以内", "30日内（含）"; null for anything else. */
export function readRange(clause: readonly Token[], text: string): RangeCondition | null {
  const numbers = clause.filter((token): token is NumberToken => token.is === "number");
  if (numbers.length === 0 || numbers.length > 2) return null;
  if (numbers.some((number) => hasOtherUnit(number, clause, text))) return null;
  const parts = words(clause, text);
  if (parts === null) return null;
  const { name, absolute, plusMinus } = parts;
  if (holdsOtherYear(name) || comparesWithOther(clause, text)) return null;
  const bare = clause.filter(({ is }) => is !== "plusMinus");
  const bounds = numbers.length === 1 ? oneBound(bare) : twoBounds(bare);
  if (bounds === null) return null;
  return ranged(bounds, name, absolute, plusMinus);
}

/** "3公里", "5万": a unit that is not known is no part of a name. */
function hasOtherUnit(number: NumberToken, clause: readonly Token[], text: string): boolean {
  const next = clause.find(({ from }) => from === number.to);
  return (
    number.unit === "" &&
    next?.is === "word" &&
    !/^(?:的|时|者|则|视?为|属|之|且|并|但|而|、)/u.test(text.slice(next.from, next.to))
  );
}

function words(
  clause: readonly Token[],
  text: string,
): { name: string; absolute: boolean; plusMinus: boolean } | null {
  const remark = remarkIn(clause, text);
  const isWord = (token: Token): boolean =>
    token.is === "word" ||
    token.is === "dot" ||
    token.is === "weight" ||
    token.is === "each" ||
    remark.includes(token);
  const lastSign = clause.reduce((last, token, index) => (isWord(token) ? last : index), -1);
  const said = (from: number, to?: number): string =>
    clause
      .slice(from, to)
      .filter(isWord)
      .map((token) => text.slice(token.from, token.to))
      .join("");
  // "60%以下为不及格": what it is called.
  const behindIt = said(lastSign + 1);
  const inner = bareWords(said(0, lastSign + 1) + (/^(?:视?为|属于?)/u.test(behindIt) ? "" : behindIt));
  // "超过10%但不超过20%": a word that only joins the two bounds.
  const name = inner.replace(/(?:但|且|并|而|与|和)$/u, "").replace(/^(?:但|且|并|而)$/u, "");
  if (joining.test(name) || /[未不无没](?!符)/u.test(name.slice(-2))) return null;
  if (!rangeOperatorsOnly(clause.filter((token) => token.is !== "plusMinus" && !remark.includes(token))))
    return null;
  const absolute = /绝对值|^\|[^|]+\|$/u.test(name);
  return {
    name: bareWords(name.replace(/的?绝对值|\(绝对值\)|\|/gu, "")),
    absolute,
    plusMinus: clause.some(({ is }) => is === "plusMinus"),
  };
}

function rangeOperatorsOnly(clause: readonly Token[]): boolean {
  return clause.every((token, index) => {
    if (token.is !== "operator") return true;
    if (token.sign !== "-") return false;
    const [before, next] = [clause[index - 1], clause[index + 1]];
    return (before?.is === "number" || before?.is === "included") && next?.is === "number";
  });
}

function ranged(
  bounds: readonly Bound[],
  name: string,
  absolute: boolean,
  plusMinus: boolean,
): RangeCondition | null {
  // 不超过5个百分点 is 5 %.
  const units = Array.from(new Set(bounds.map(({ at }) => (at.unit === "百分点" ? "%" : at.unit))));
  const percent = units.includes("%");
  // "60-100%": the sign stands once for both.
  const values = bounds.map(({ at }) =>
    at.unit === "百分点" || (percent && at.unit === "" && at.value !== 0)
      ? Number(`${at.value}e-2`)
      : at.value,
  );
  const named = units.filter((unit) => unit !== "" && unit !== "%");
  if (named.length > 1 || (percent && named.length > 0)) return null;
  let interval: Interval = { from: null, fromIncluded: false, to: null, toIncluded: false };
  const marked = { from: false, to: false };
  for (const [index, { sign, marked: isMarked }] of bounds.entries()) {
    const value = values[index] ?? 0;
    if (sign === "=") interval = { from: value, fromIncluded: true, to: value, toIncluded: true };
    else if (sign === ">" || sign === "≥") {
      if (interval.from !== null) return null;
      interval = { ...interval, from: value, fromIncluded: sign === "≥" };
      marked.from = isMarked;
    } else {
      if (interval.to !== null) return null;
      interval = { ...interval, to: value, toIncluded: sign === "≤" };
      marked.to = isMarked;
    }
  }
  if (interval.from !== null && interval.to !== null && interval.from > interval.to) return null;
  if (plusMinus && interval.from === null && interval.to === null) return null;
  const open = bounds.findIndex(({ opened }) => opened === true);
  return {
    of: "range",
    name,
    interval,
    percent,
    unit: named[0] ?? "",
    ...(bounds.every(({ at }) => at.unit === "百分点") ? { distance: true as const } : {}),
    absolute: absolute || plusMinus,
    marked,
    ...(open === -1 ? {} : { opened: open === 0 ? ("from" as const) : ("to" as const) }),
    soft: bounds.some(({ soft }) => soft),
  };
}

const targetWords = /^(?:年初|年度|预期|计划|绩效)?(?:目标值?|指标值|计划值?|目标要求|计划目标)$/u;

/** Whether these words mean the row's own target. */
export function isTarget(words: string): boolean {
  return targetWords.test(words);
}

/** One figure by name against another: no numbers at all. */
function againstOf(clause: readonly Token[], text: string): ReadCondition | null {
  const signs = clause.flatMap((token, index) => (token.is === "compare" ? [index] : []));
  const [at] = signs;
  const token = at === undefined ? undefined : clause[at];
  if (
    signs.length !== 1 ||
    at === undefined ||
    token?.is !== "compare" ||
    clause.some(({ is }) => is === "number")
  )
    return null;
  const said = (from: number, to: number): string => {
    const [first, last] = [clause[from], clause[to - 1]];
    return first === undefined || last === undefined || to <= from
      ? ""
      : bareWords(text.slice(first.from, last.to));
  };
  const [name, other] = [said(0, at), said(at + 1, clause.length)];
  if (other === "" || joining.test(name) || joining.test(other)) return null;
  return { of: "against", name, sign: token.sign, other };
}
