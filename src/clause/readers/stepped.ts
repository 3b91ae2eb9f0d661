import type { SteppedCriterion } from "../../criteria/criterion";
import { labelWords, merged, type Built } from "../built";
import { isOfOtherYear } from "../leaning";
import type { Around } from "../measures";
import { begunSetting, begunStep } from "../begunStep";
import { baseOf, belowTarget, startOf, type Base } from "./stepBase";
import { besideSteps, floorOf, type Floor, type Start } from "./stepFloor";
import type { Each, Piece } from "../pieces";
import { isTarget } from "../readCondition";
import { sameMeasure } from "../sameMeasure";
import { isSameUnit, isTimeUnit } from "../units";

/** G2: 达标条件得F；每超/低/降S扣P，扣完为止; a floor 低于60%不得分. */
export function steppedOf(pieces: readonly Piece[], around: Around): Built | null {
  const steps = pieces.filter(({ each }) => each !== null && isStep(each, pieces));
  const [step] = steps;
  if (step?.each === undefined || step.each === null || steps.length > 1) return null;
  const { each } = step;
  const whole = pieces.filter((piece) => isBegun(piece, each));
  const base = baseOf(
    pieces.filter((piece) => !whole.includes(piece)),
    step,
    around,
  );
  if (base === null || whole.length > 1) return null;
  const rest = pieces.filter((piece) => piece !== step && piece !== base.piece && !whole.includes(piece));
  const start = startOf(base, step, around);
  if (start === null || isOfOther(step, base, around.text) || (each.unit === "%" && !start.percent))
    return null;
  if (isOften(base, each) || mayBeNegative(start, base)) return null;
  const direction = directionFor(each, start) ?? each.direction ?? sideOf(base, step);
  if (direction === null || !boundsFit(each, start, direction)) return null;
  const printed = floorOf(rest, start, direction, around);
  const floor = printed === undefined ? undefined : besideSteps(printed, step, direction);
  if (floor === undefined || !leadFits(step, start, direction, floor?.bound ?? null, around)) return null;
  const price = step.statement.what;
  if (price.gives !== "cut" && price.gives !== "cutShare") return null;
  const criterion: SteppedCriterion = {
    kind: "stepped",
    measure: start.measured.measure,
    direction,
    from: start.from,
    ...(start.upTo === undefined ? {} : { to: start.upTo }),
    step: each.size,
    each: price.gives === "cut" ? { points: price.points } : { share: price.share },
    rounding: whole.length > 0 ? "floor" : begunStep,
    ...(floor === null || floor.isIn ? {} : { nothingBeyond: floor.bound }),
    ...(start.percent ? {} : { percent: false as const }),
    clauses: {
      kept: base.piece?.clause ?? step.clause,
      lost: step.clause,
      ...(floor === null || floor.isIn ? {} : { nothing: floor.piece.clause }),
    },
  };
  const settings = whole.length > 0 ? {} : begunSetting(step.clause);
  const own = floor === null ? belowTarget(base, step, criterion, around) : null;
  const { criterion: rule, asked } = own ?? { criterion, asked: start.measured.asked };
  const built = { criterion: rule, asked: merged(asked, { asks: [], questions: [], settings }) };
  return floor?.isIn === true ? behindFloor(floor, built) : built;
}

/** 每月检查1次得满分，每少1次扣1分: one a month is twelve a year. */
function isOften({ piece }: Base, { unit }: Each): boolean {
  return unit !== "%" && /每(?:个)?(?:半?[月年]|季度?|周|[日天])/u.test(piece?.words ?? "");
}

/** 预算调整率=0得满分，每超过5%扣P: nothing says what 5 % below is. */
function mayBeNegative(start: Start, { piece }: Base): boolean {
  const isZero = start.interval?.from === 0 && start.interval.to === 0;
  const name = `${start.measured.name}${piece?.words ?? ""}`;
  return isZero && !isAbsolute(start) && /差异|差率|调整|变动|增减|波动|浮动|偏[差离]/u.test(name);
}

/** 60%及以下不得分: at the bound nothing is left either. */
function behindFloor(
  { interval, piece }: Floor,
  { criterion, asked }: { readonly criterion: SteppedCriterion; readonly asked: Built["asked"] },
): Built {
  const when = { of: "within", measure: criterion.measure, interval } as const;
  return {
    criterion: { kind: "gate", gates: [{ when, gives: "nothing", clause: piece.clause }], then: criterion },
    asked,
  };
}

/** 不足1%的不扣分: only whole steps count. */
function isBegun({ each, condition, statement: { what } }: Piece, { size, unit }: Each): boolean {
  if (each !== null || condition.of !== "range" || what.gives !== "share" || what.share !== 1) return false;
  const { interval, percent, unit: own, name } = condition;
  const isSame = unit === "%" ? percent : own === unit;
  return isSame && name === "" && interval.from === null && interval.to === size && !interval.toIncluded;
}

/** 成本节约率≥0得满分，每超支1%扣1分: what is spent beyond the plan is saved below 0. 达100%, 每相差1%: only below. */
function directionFor(
  { words, direction }: Each,
  { measured: { name }, from, interval }: Start,
): "below" | null {
  if (from === 0 && /节约|节支|压减/u.test(name) && /超支|超/u.test(words)) return "below";
  return direction === "both" && from === 1 && interval?.to === null ? "below" : null;
}

/** 每低于95%或高于105%一个百分点: from the ends of what keeps full marks, both where there are two. */
function boundsFit({ bounds = [], lead }: Each, { from, upTo, percent }: Start, direction: string): boolean {
  const said = lead.flatMap((token) => (token.is === "number" && percent ? [token.value] : []));
  const ends = upTo === undefined ? [from] : [from, upTo];
  const all = [...bounds, ...(upTo === undefined ? [] : said)];
  if (!all.every((one) => ends.includes(one))) return false;
  return upTo === undefined ? bounds.length < 2 : direction === "both" && all.length !== 1;
}

const elsewhere =
  /平均|序时|上一?年|去年|前[一两三]年|同期|往年|年初|基期|历史|全[省市区县国]|中位|(?:低于|高于|少于|多于|不足|未达到?|超[过出]?|偏离|比|较|与|同|距)(?:年度|预期|计划|绩效|既定|设定)*(?:目标|指标值|计划)/u;

/** What stands between 每 and how much, beside the name of what is measured. */
const stepWords =
  /[,、()“”的]|绝对值|相差|超[过出支]?|短收|增[加长减]?|上升|提[高升]|压减|节约|偏[离差]|多于?|少于?|减[少低]?|降低?|下降|低于?|高[于出]?|不足|未|每|差|或者?|为|完成|达到?|[出于]/gu;

/** 每低于全市平均水平1个百分点, 每较目标降低: of another figure than the bound that is printed. */
function isOfOther(step: Piece, { piece, condition }: Base, text: string): boolean {
  const { each } = step;
  if (each === null) return false;
  const base = piece?.words ?? "";
  if (isOfOtherYear(each.words) && !isOfOtherYear(base)) return true;
  if (condition.of !== "range") return false;
  if (each.unit === "%" && !`${condition.name}${base}`.includes(each.words.replace(stepWords, "")))
    return true;
  if (/目标|指标值|计划/u.test(base)) return false;
  const lead = each.lead.map(({ from, to }) => text.slice(from, to)).join("");
  const other = elsewhere.exec(`${lead}${each.words}`)?.[0] ?? "";
  return other !== "" && !base.includes(other);
}

/** Percents, or days and the like, or more or fewer things than a bound says; what is found wanting is counted one by one. */
function isStep({ unit, words, size }: Each, pieces: readonly Piece[]): boolean {
  if (unit === "%") return true;
  return pieces.some(
    ({ each, condition }) =>
      each === null &&
      condition.of === "range" &&
      (/^(?:小时|分钟)$/u.test(unit) || isTimeUnit(unit)
        ? isSameUnit(condition.unit, unit)
        : isSameUnit(condition.unit, unit) &&
          (size > 1 || condition.interval.from !== 0) &&
          isMoreOrLess(words, condition.name)),
  );
}

/** 每少10人, 每超过1次, 每少完成10人次: of the very thing that has the bound, not another one of the same unit. */
function isMoreOrLess(words: string, name: string): boolean {
  const said = words.replace(
    /[，,]|相差|超[过出]?|增[加多长]?|多|少于?|减少|低于?|高[于出]?|不足|未|每|的|为|完成|达到|部分|标准|基准|限额|上限|出/gu,
    "",
  );
  return (
    /[超增多少减低高足差]/u.test(words) &&
    (said === "" || (name !== "" && (name.includes(said) || said.includes(name))))
  );
}

/** Without a word for it, the side that the bound leaves. */
function sideOf({ condition }: Base, step: Piece): "above" | "below" | null {
  if (step.condition.of === "range") {
    if (step.condition.interval.from !== null && step.condition.interval.to === null) return "above";
    if (step.condition.interval.to !== null && step.condition.interval.from === null) return "below";
  }
  if (condition.of !== "range") return null;
  const { from, to } = condition.interval;
  if (from === 0 && to === 0) return "above";
  if (from === null && to !== null) return "above";
  return to === null && from !== null ? "below" : null;
}

/** 高于10%的，每高出…: the lead says the same bound, or only that the bound is missed. */
function leadFits(step: Piece, start: Start, direction: string, end: number | null, around: Around): boolean {
  const { condition, each } = step;
  const side = start.interval;
  if (side !== null && side.from !== side.to) {
    // Points may only be lost on the side that the bound leaves.
    if (direction === "above" && side.to === null) return false;
    if (direction === "below" && side.from === null) return false;
    if (direction === "both" && !isAbsolute(start) && start.upTo === undefined) return false;
  }
  switch (condition.of) {
    case "range": {
      const { interval, name } = condition;
      if (!sameMeasure(name, start.measured.name, around)) return false;
      const [bound, far] =
        direction === "below" ? [interval.to, interval.from] : [interval.from, interval.to];
      // 低于95%但不低于75%的: down to the floor that is printed beside it.
      return bound === start.from && (far === null || far === end);
    }
    case "against":
      return isTarget(condition.other) || condition.sign === ">" || condition.sign === "<";
    case "else":
      return true;
    case "words":
      return (
        each === null ||
        each.lead.length === 0 ||
        start.measured.name.endsWith(labelWords(condition.text.replace(/的?绝对值/gu, ""))) ||
        /^(?:如|若|对)?(?:未达到?|未达标|未完成|没有达到|不足|超出|超过|低于|高于|不达标|未达到?(?:目标值?|指标值|标准|要求|的))[^，,;]{0,12}$/u.test(
          condition.text,
        ) ||
        /^(?:[^，,;]{0,12},)?与(?:目标|计划|标准)[^，,;]{0,4}(?:相比|比)?$/u.test(condition.text)
      );
  }
}

function isAbsolute({ measured: { measure } }: Start): boolean {
  return "absolute" in measure;
}
