import type { Measure } from "../criteria/measure";
import { asking, insteadOf, type Asked } from "./built";
import type { Definition } from "./definitions";
import { isOfOtherYear } from "./leaning";
import type { RangeCondition } from "./readCondition";
import { generic, isSameFigure, rateWords, type Naming } from "./sameMeasure";
import { isCountUnit, isTimeUnit } from "./units";

/** What the pieces of one clause share. */
export interface Around extends Naming {
  /** 分 to be had here; null where none is printed. */
  readonly weight: number | null;
  /** 指标值为≥90%: the target, where the text prints it. */
  readonly target?: RangeCondition | null;
  /** The row has its own, whatever it is. */
  readonly hasTarget?: boolean;
  /** The printed points to look at, where a count is of them. */
  readonly items?: readonly string[];
  /** The head of the item, where it has one: 资金支出规范性（1分）. */
  readonly title?: string;
  /** The item is one of several whose points make the weight. */
  readonly isPart?: true;
  /** Before every question, where several items name their figures alike. */
  readonly prefix?: string;
}

export interface Measured {
  readonly measure: Measure;
  readonly asked: Asked;
  /** As a sentence names it. */
  readonly name: string;
}

/** Of a deviation below 0 the text has to say so (±5%, 绝对值): ≤5% of −15 % is no small one. */
const mayBeNegative = /变动|增长|增减|调整|控制率|节约|变化/u;

/** One measured figure by its name; by its definition where the text gives one. */
export function measureOf(
  named: string,
  range: Pick<RangeCondition, "percent" | "unit" | "absolute" | "interval"> | null,
  around: Around,
): Measured {
  const definition = definitionOf(named, around);
  const bare =
    definition !== null &&
    (named === "" ||
      generic.test(named) ||
      definition.name.includes(named) ||
      named.includes(definition.name))
      ? definition.name
      : named === ""
        ? around.name
        : named;
  const isTime = isTimeUnit(range?.unit ?? "");
  // 在10天内办结: the deed; 按完成率计分 of 培训人数: no rate of its own.
  const said = isTime ? bare.replace(/^在(?![编职校岗建线册籍库])/u, "") : bare;
  const isCompletion = named === "" && definition === null && isOfCompletion(range, around);
  const name = prefixed(isCompletion ? "完成率" : said, around);
  const isRate =
    range === null
      ? true
      : range.percent || (range.unit === "" && (rateWords.test(name) || definition !== null));
  const absolute = range?.absolute === true ? ({ absolute: true } as const) : {};
  if (!isRate) {
    const unit = range?.unit ?? "";
    const money = /元$/u.test(unit);
    const whole = isCountUnit(unit) || isTimeUnit(unit);
    const kind = money || unit === "" ? "amount" : whole ? "count" : "figure";
    const { key, asked } = asking(kind, name, unit, range?.absolute === true ? { signed: true } : {});
    return { measure: { of: "fact", key, ...absolute }, asked, name };
  }
  const signed =
    mayBeNegative.test(name) || (range?.interval.to ?? 1) <= 0 || range?.absolute === true
      ? ({ signed: true } as const)
      : {};
  if (definition === null) {
    const { key, asked } = asking("rate", name, "%", signed);
    return { measure: { of: "fact", key, ...signed, ...absolute }, asked, name };
  }
  const { part, whole, excess } = definition;
  const own = (label: string): string => prefixed(label, around);
  return ratioOf({ part: own(part), whole: whole.map(own), excess }, name, absolute);
}

function isOfCompletion(range: Pick<RangeCondition, "percent"> | null, around: Around): boolean {
  const { hasTarget = false, name, text } = around;
  const isRate = range === null || range.percent;
  return (
    hasTarget && isRate && !/[率度]$/u.test(name) && !rates.test(name) && /完成(?:率|比[例率])/u.test(text)
  );
}

export function prefixed(label: string, { prefix = "" }: Around): string {
  // What brackets say is no part of a question's key.
  return prefix === "" || label.replace(/\([^()]*\)/gu, "").includes(prefix) ? label : `${prefix}：${label}`;
}

export const judgedLabel = (around: Around): string => prefixed(`${around.name}评定分`, around);

/** The rate, or the figures that it is made of. */
export function ratioOf(
  definition: Pick<Definition, "part" | "whole" | "excess">,
  name: string,
  absolute: { readonly absolute?: true } = {},
): Measured {
  const { key, asked } = asking("rate", name, "%");
  const figure = (label: string): ReturnType<typeof asking> =>
    asking(kindOfFigure(label), label, unitOfFigure(label));
  const part = figure(definition.part);
  const whole = definition.whole.map(figure);
  const measure: Measure = {
    of: "ratio",
    name,
    part: part.key,
    whole: whole.map((one) => one.key),
    standIn: key,
    ...(definition.excess ? { excess: true } : {}),
    ...absolute,
    zeroWhole: "ask",
  };
  const figures: Asked = {
    asks: [part, ...whole].flatMap((one) => one.asked.asks),
    questions: [],
    settings: {},
  };
  const standIn: Asked = {
    ...asked,
    asks: asked.asks.map((spec) => ({ ...spec, standIn: true, agrees: true })),
  };
  return { measure, asked: insteadOf(standIn, key, figures), name };
}

const counted =
  /(?:人数|人次|个数|项目数|项数|次数|数量|户数|件数|份数|编制数|合同数|总人数|员总数|项目总数|单位数|月数|天数)(?:\([^()]*\))?$/u;

/** 实际支出进度, 序时进度: rates themselves. */
const rates = /(?:率|进度|比例|比重|占比|百分比)(?:\([^()]*\))?$/u;

function kindOfFigure(label: string): "amount" | "count" | "rate" {
  return rates.test(label) ? "rate" : counted.test(label) ? "count" : "amount";
}

function unitOfFigure(label: string): string {
  if (rates.test(label)) return "%";
  if (/人数|人次|编制数|员总数/u.test(label)) return "人";
  if (counted.test(label)) return "个";
  return /金额|资金|经费|成本|支出|收入|预算|决算|拨款|投资|款|总额|资产/u.test(label) ? "万元" : "";
}

function definitionOf(named: string, around: Around): Definition | null {
  const { definitions, name: indicator } = around;
  if (isOfOtherYear(named) && !definitions.some(({ name }) => isOfOtherYear(name))) return null;
  const same = definitions.filter(
    ({ name }) =>
      name === named || (named.length > 1 && (name.includes(named) || isSameFigure(named, name, around))),
  );
  if (same.length === 1) return same[0] ?? null;
  if (same.length > 1) return same.find(({ name }) => name === named) ?? null;
  if (named !== "" && !generic.test(named)) return null;
  const own = definitions.filter(({ name }) => indicator.includes(name) || name.includes(indicator));
  return definitions.length === 1 ? (definitions[0] ?? null) : own.length === 1 ? (own[0] ?? null) : null;
}

/** How far one amount is above another, as a share of the other: 实际成本≤预算成本, 每超1%. */
export function figureMeasure(name: string, other: string, { definitions }: Around): Measured | null {
  const figures = definitions.flatMap(({ part, whole }) => [part, ...whole]);
  const known = (label: string): string | null =>
    figures.find((figure) => figure === label || figure.includes(label) || label.includes(figure)) ??
    (isFigure(label) ? label : null);
  const [part, whole] = [known(name), known(other)];
  if (part === null || whole === null || part === whole) return null;
  const measured = ratioOf({ part, whole: [whole], excess: true }, `${part}超出${whole}的比例`);
  return measured;
}

const figureWords =
  /(?:数|额|成本|金额|经费|预算|决算|支出|收入|总额|资金|投资|费用|人数|量|工期|时间|标准|定额|限额)$/u;

function isFigure(label: string): boolean {
  return figureWords.test(label.replace(/\([^()]*\)/gu, ""));
}
