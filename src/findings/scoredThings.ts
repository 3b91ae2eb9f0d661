import { bareName } from "../form/normalizeName";
import { sumOf } from "../quantity/tidy";
import { grouped } from "../workbook/grouped";
import type { CellAddress } from "../workbook/cell";
import type { CheckedRow, FindingContext } from "./finding";
import type { NamedFigure } from "./namedFigures";
import type { Passage } from "./passages";

/** Scores of one project or fund are not those of the form. */
const oneItem = /[该此本][项部]|专项/u;
/** Of one project, whose own indicators go by the same short names. */
const oneProject = /[该此本]项目|[该此本]专项/u;
/** 采购 or 预算 alone is a word of many things. */
const shortestName = 4;
/** What a total is called: 自评得分, 综合得分, 最终得分为, 部门整体支出绩效自评总分值, 最终评价分数为. */
const total =
  /(?:自评|总|综合|最终|整体|评价)(?:自评|评价)?(?:总?得分|总?分值?|评分|分数)|总分|绩效(?:自评)?得分|自评(?:结果)?(?:为|共|约)*$/u;
/** Names of bodies; what belongs to the department without being all of it. */
const body =
  /\p{Script=Han}{0,24}(?:[局委厅办馆院所站校园队场处室科社]|中心|单位|公司|协会|基地|医院|街道)$/u;
const below = /(?<![及和与])(?:下属|所属|直属)/u;
/** 群众体育项目自评得分: of one of the things that the department does. */
const item =
  /(?:项目|专项|资金|工程|活动|课题|平台|基金)(?:支出)?(?:绩效)?(?:的?(?:自评|评价|总|综合|最终))*$/u;
/** Of the form as a whole. */
const whole = /整体|部门|自评|综合|总/u;
const quotes = /["“”„‟«»「」『』〝〞'‘’]/gu;

/** Anything of the form that has points. */
export interface ScoredThing {
  readonly of: "total" | "group" | "indicator";
  readonly name: string;
  readonly points: number;
  readonly weight: number | null;
  readonly at: CellAddress;
}

export const scoreOf = (rows: readonly CheckedRow[]): number => sumOf(rows.map(({ score }) => score));

function weightOf(rows: readonly CheckedRow[]): number | null {
  const weights = rows.map(({ card }) => card.weight);
  return weights.includes(null) ? null : sumOf(weights);
}

/** The total, the groups and the indicators; by their names without quotation marks. */
export function scoredThings({ form, rows }: FindingContext): readonly ScoredThing[] {
  const groups = form.groups.flatMap(({ name, rows: members }): ScoredThing | [] => {
    const own = rows.filter(({ indicator }) => members.includes(indicator.row));
    const [first] = own;
    if (first === undefined) return [];
    return {
      of: "group",
      name: plainName(name),
      points: scoreOf(own),
      weight: weightOf(own),
      at: first.card.at,
    };
  });
  const indicators = rows.map(({ card, score, indicator }): ScoredThing => ({
    of: "indicator",
    name: plainName(indicator.name.value),
    points: score ?? 0,
    weight: card.weight,
    at: card.at,
  }));
  const all: readonly ScoredThing[] =
    form.total === null
      ? []
      : [
          {
            of: "total",
            name: "总分",
            at: form.total.score.at,
            points: scoreOf(rows),
            weight: weightOf(rows),
          },
        ];
  return [...all, ...onlyOnes(groups), ...onlyOnes(indicators)];
}

/** “三公”经费 and 三公经费 name the same. */
export function plainName(text: string): string {
  return bareName(text).replace(quotes, "");
}

/** A passage without quotation marks, and with "0.5/1分" as "得0.5分". */
export function unquoted(passage: Passage): Passage {
  const text = passage.text
    .replace(quotes, "")
    .replace(/(?<![\d.])(\d{1,3}(?:\.\d{1,6})?)[/／]\d{1,3}(?:\.\d{1,6})?分/gu, "得$1分");
  return text === passage.text ? passage : { ...passage, text };
}

/** A name that two rows share says neither. */
function onlyOnes(things: readonly ScoredThing[]): readonly ScoredThing[] {
  return Array.from(grouped(things, ({ name }) => name).values()).flatMap((same) =>
    same.length === 1 ? same : [],
  );
}

type Said = Pick<NamedFigure, "subject" | "isNamed" | "isAfterColon" | "label" | "passage" | "value">;

/** What these points are of: by its name in full; the total by what totals are called, where no part is named. */
export function thingScored(
  { subject, isNamed, isAfterColon, label, passage, value }: Said,
  things: readonly ScoredThing[],
  own: string,
): ScoredThing | null {
  const full = bareName(subject).replace(/(?<=.{3})自评(?:总?得分|得?分)?$/u, "");
  const name = full.replace(/(?:部分|方面|指标)$/u, "");
  const named = things.filter(
    (thing) => name.endsWith(thing.name) || name === thing.name.replace(/指标$/u, ""),
  );
  const [best] = [...named].sort((one, other) => other.name.length - one.name.length);
  // 群众满意度92.4分 of a row of 10分 is what was measured, not its score.
  const isItsName = isNamed || label.startsWith(")") || (label === "" && isAfterColon);
  const one = best ?? (isItsName && !oneProject.test(passage.text) ? shortNamed(full, things) : null);
  if (one !== null && one.of !== "total") return one.weight !== null && value > one.weight ? null : one;
  // "产出指标方面，自评得分9.8分" carries on with a name that is no total; "自评结果为优，自评得分98.67分" does not.
  const ofAll =
    total.test(label) &&
    (isNamed || subject === "" || whole.test(subject)) &&
    !oneItem.test(passage.text) &&
    !isOfAnother(subject, isNamed ? label : subject, own) &&
    !things.some((thing) => label.includes(thing.name) && thing.of !== "total");
  return ofAll ? (things.find(({ of }) => of === "total") ?? null) : null;
}

/** 产出指标得分9.6分 of 部门整体绩效目标产出指标完成情况: the words of exactly one name. */
function shortNamed(name: string, things: readonly ScoredThing[]): ScoredThing | null {
  const said = name.replace(/(?:部分|方面|(?:完成|实现)?情况)$/u, "");
  if (said.length < shortestName) return null;
  const [only, second] = things.filter(({ of, name: full }) => of !== "total" && full.includes(said));
  return second === undefined ? (only ?? null) : null;
}

/** "下属单位市农业技术推广中心自评得分95分", "健身步道项目自评得分96分": the total of another body, or of one thing. */
export function isOfAnother(subject: string, words: string, own: string): boolean {
  const [named] = body.exec(subject) ?? [];
  if (below.test(words) || (item.test(subject) && !/整体/u.test(subject))) return true;
  return named !== undefined && !/^[本我]/u.test(named) && !own.includes(named) && !named.includes(own);
}
