import type { Definition } from "./definitions";
import { isOfOtherYear } from "./leaning";

/** Where the names stand. */
export interface Naming {
  /** The plain text of the clause. */
  readonly text: string;
  /** The indicator, or the head of the item. */
  readonly name: string;
  readonly definitions: readonly Definition[];
}

/** They stand for whatever is measured, or for its rate. */
export const generic =
  /^(?:该|本|此)?(?:比率|比例|比值|数值|率|指标|指标值|完成率|实际完成率|完成情况|完成值|实际完成值?|完成比例|控制率|执行率|支出率|偏离度|差异率?|结果|实际值|达到|未达到)?$/u;
/** Of those what names no figure of its own. */
const pointing =
  /^(?:该|本|此)?(?:比率|比例|比值|数值|率|指标|指标值|完成情况|完成值|实际完成值?|完成比例|差异|结果|实际值|达到|未达到)?$/u;
export const rateWords = /(?:率|度|比例|比重|占比|比值|百分比|进度|完成情况)$/u;

const changeOnly = /^.{0,4}(?:[降增减升涨压]|提高|持平|变[动化]|节约)[^率]{0,3}$/u;

/** Whether two conditions name the same measured value. */
export function sameMeasure(one: string, other: string, naming: Naming): boolean {
  if (one === other || one === "" || other === "") return true;
  // 下降5% is said of 较上年下降, 支付率 is not 支付率较上年提高.
  if (isOfOtherYear(one) !== isOfOtherYear(other) && ![one, other].some((name) => changeOnly.test(name)))
    return false;
  // 比率 is any rate, not a number of things.
  const stands = (general: string, own: string): boolean =>
    pointing.test(general) &&
    (!/[率例值度]$/u.test(general) || /数值|指标值|完成值|实际值/u.test(general) || rateWords.test(own));
  return stands(one, other) || stands(other, one) || isSameFigure(one, other, naming);
}

/** What a name may have before or behind it and still be of the whole row and of its whole year. */
const harmlessBefore =
  /^(?:实际|全年|部(?!分)|本?年度|本?部门|本?单位|部门整体|部门(?:\(单位\))?|整体|项目整体|指标|该|本|的)*$/u;
const harmlessBehind = /^(?:情况|指标值?|数值|实际值|值|水平|的)*$/u;

/**
 * Whether one name is the other, said shorter. What the longer has more makes it narrower (专项资金支出率, 任一季度支出率, 平均支出率),
 * unless it is known to change nothing, or the text or the row has named the figure in full before it is said shorter.
 */
export function isSameFigure(one: string, other: string, naming: Naming): boolean {
  const [left, right] = [plainName(one), plainName(other)];
  if (left === right && !differInRemark(one, other)) return true;
  if (differInRemark(one, other) && remarkOf(one) !== "" && remarkOf(other) !== "") return false;
  const [short, long] = fuller(one, other) === one ? [other, one] : [one, other];
  const [plainShort, plainLong] = [plainName(short), plainName(long)];
  const at = plainLong.indexOf(plainShort);
  if (at === -1) return false;
  const isHarmless =
    harmlessBefore.test(plainLong.slice(0, at)) &&
    harmlessBehind.test(plainLong.slice(at + plainShort.length));
  const isRemarked = remarkOf(long) !== "" && differInRemark(one, other);
  return (isHarmless && !isRemarked) || isNamedInFull(long, short, naming);
}

/** 新增项目支出率 is of some of what 项目支出率 is of, also where it comes first. */
const some =
  /(?:新[增建]|续建|重点|其他|结转|追加|[上下]年|[上下]半年|中央|[省市区县国本上]级|非|专项(?:资金|经费)?|基金|基本支出|下属(?:单位)?|所属单位|[单各每]个?(?:项目|单位)?|任[一意](?:项目|单位)?|季度?|月[度底末份]?|累计|平均|最[低高]|年初预算|当年)$/u;

/** 部门预算执行率≥90%…，执行率低于60%: the full name comes first, or is the row's. */
function isNamedInFull(long: string, short: string, { text, name, definitions }: Naming): boolean {
  const holds = (known: string): boolean => plainName(known).includes(plainName(long));
  if (holds(name)) return true;
  if (plainName(name) === plainName(short) && !pointing.test(short)) return false;
  const beside = definitions.filter(({ to }) => to === 0);
  const [only] = beside;
  if (beside.length === 1 && only !== undefined && holds(only.name)) return true;
  const plainLong = plainName(long);
  if (some.test(plainLong.slice(0, plainLong.indexOf(plainName(short))))) return false;
  const first = text.indexOf(long);
  return first !== -1 && first <= text.indexOf(short);
}

function fuller(one: string, other: string): string {
  return one.length < other.length ? other : one;
}

/** ≥90%得5分；专项资金支出率低于60%不得分 of 支出率: bounds without a name are of the row, and this one is of some of it. */
export function isNarrower(named: string, naming: Naming): boolean {
  const own = plainName(naming.name);
  return own !== "" && plainName(named).includes(own) && !isSameFigure(named, naming.name, naming);
}

/** Whether one name is in the other, whatever it is of. */
export function sharesName(one: string, other: string): boolean {
  const [left, right] = [plainName(one), plainName(other)];
  return left.includes(right) || right.includes(left);
}

function remarkOf(name: string): string {
  return /\([^()]*\)/u.exec(name)?.[0] ?? "";
}

/** 支出率(市级资金) is not 支出率(中央资金). */
function differInRemark(one: string, other: string): boolean {
  return remarkOf(one) !== remarkOf(other);
}

/** 偏差程度 is 偏差度, 合格比例 is 合格率. */
function plainName(name: string): string {
  return name
    .replace(/程度/gu, "度")
    .replace(/比例|比率|百分比/gu, "率")
    .replace(/\([^()]*\)/gu, "");
}

/** The fuller of two names of one value. */
export function fullerName(names: readonly string[]): string {
  const named = names.filter((name) => name !== "" && !generic.test(name));
  const all = named.length > 0 ? named : names.filter((name) => name !== "");
  return all.reduce((best, name) => (name.length > best.length ? name : best), "");
}
