import type { CriterionBand } from "../../criteria/criterion";
import { labelWords, type Built } from "../built";
import { isOfOtherYear } from "../leaning";
import { ratioOf, type Around, type Measured } from "../measures";
import type { Piece } from "../pieces";
import { isTarget } from "../readCondition";
import { sameMeasure } from "../sameMeasure";
import type { Statement } from "../statements";
import { formulaMeasure, formulaPoints, isWhole } from "./formula";

const reached =
  /^[^,;。\d]{0,12}?(?:按期|按时|全面|全部|均|足额|超额)?(?:完成|达到|达成|实现)了?(?:或超过|或超额完成)?(?:(?:年初|年度|全年|当年|预期|既定|计划|绩效|设定|确定|下达)的?)*[\u4e00-\u9fff]{0,4}?(?:目标|指标|任务|计划)(?:值|数|量|任务|目标|要求)?(?:及?以上)?$/u;

/** 年度任务全部完成. */
const allDone = /^[^,;。\d]{0,8}?(?:目标|指标|任务|计划)(?:已|均|都)?(?:全部|全面|足额|如期)完成$/u;

/** 完成年度任务的, 达到目标值: as much as the row's own target. */
export function reachesTarget({ condition, words }: Piece): boolean {
  if (condition.of === "against")
    return isTarget(condition.other) && (condition.sign === "≥" || condition.sign === "=");
  const said = labelWords(words);
  return condition.of === "words" && !isOfOtherYear(said) && (reached.test(said) || allDone.test(said));
}

/** 实际完成值÷目标值, asked as a rate or as its two figures. */
export function targetRate(part = "实际完成值", whole = "目标值"): Measured {
  return ratioOf({ part, whole: [whole], excess: false }, "完成率");
}

/**
 * Whether what has a target is a rate itself: 满意度达到目标值. A 满意度 of 92 % is no 完成率, and 1个百分点 of it is none of
 * the 完成率 either.
 */
export function isRateItself({ condition, words }: Piece, { name, text }: Around): boolean {
  // 完成率低于60%的: it speaks of that rate.
  if (/完成(?:率|度|比例|比率)/u.test(text)) return false;
  const named =
    condition.of === "against"
      ? condition.name
      : labelWords(words).replace(/(?:实际)?(?:达到|完成|实现|不低于).*$/u, "");
  const own = rateWords.test(named) ? named : name;
  return rateWords.test(own) && !/(?:完成|达成|实现)(?:率|度|比例)$|进度$/u.test(own);
}

const rateWords = /(?:率|度|比例|比重|占比|百分比)(?:\([^()]*\))?$/u;

/** The same of a rate: only its two figures are asked, since what is written as a rate is the actual one. */
function figuresOfTarget(measured: Measured): Measured {
  const { measure, asked } = measured;
  if (measure.of !== "ratio" || measure.standIn === undefined) return measured;
  const { standIn, ...ofFigures } = measure;
  const asks = asked.asks.filter(({ key }) => key !== standIn);
  return {
    ...measured,
    measure: ofFigures,
    asked: { ...asked, asks, questions: asks.map(({ key }) => ({ key, instead: [] })) },
  };
}

const missed =
  /^(?:如|若|对)?(?:未|没有|不)(?:能|全部|全|按期)?(?:完成|达到|达成|达标|实现|足)[^,;。\d]{0,12}$/u;
/** The less the better: in proportion to what is not said. */
export const falling = /成本|控制|压[减降]|下降|降低|减少|投诉|能耗|结余|结转|事故|差错|故障|变动|偏离|超/u;
const quotient =
  /按照?(?:其)?([\u4e00-\u9fff]{2,12}?(?:值|数|量|额))(?:与|占|和|\/|除以)([\u4e00-\u9fff]{2,12}?(?:值|数|量|额|任务))的?(?:比例|比率|比重|占比|百分比)/u;

/** 完成目标值的得满分，未完成的按比例计分，低于60%的不得分: in proportion to the row's own target. */
export function toTargetOf(pieces: readonly Piece[], around: Around): Built | null {
  const [full, part, floor, ...more] = pieces;
  const what = part?.statement.what;
  if (full === undefined || part === undefined || more.length > 0) return null;
  if (what?.gives !== "proportion" && what?.gives !== "formula") return null;
  if (!isWhole(full, around.weight) || !reachesTarget(full) || falling.test(around.name)) return null;
  const said = labelWords(part.words);
  const isBelow =
    part.condition.of === "against" && part.condition.sign === "<" && isTarget(part.condition.other);
  if (!(isBelow || part.condition.of === "else" || said === "" || missed.test(said))) return null;
  const rate = what.gives === "formula" ? byFormula(what, around) : byWords(part.clause);
  if (rate === null) return null;
  const { measure, asked } =
    isRateItself(full, around) && around.hasTarget !== true ? figuresOfTarget(rate) : rate;
  const clause = `${full.clause}；${part.clause}`;
  if (floor === undefined) return { criterion: { kind: "ratio", measure, clause }, asked };
  const { condition, statement } = floor;
  if (condition.of !== "range" || statement.what.gives !== "share" || statement.what.share !== 0) return null;
  const { interval, percent, name } = condition;
  if (!percent || interval.from !== null || interval.to === null || interval.to >= 1) return null;
  if (!sameMeasure(name, "完成率", around)) return null;
  const bands: readonly CriterionBand[] = [
    { ...interval, then: { share: 0 }, clause: floor.clause },
    {
      from: interval.to,
      fromIncluded: !interval.toIncluded,
      to: null,
      toIncluded: false,
      then: { criterion: { kind: "ratio", measure, clause } },
      clause,
    },
  ];
  return { criterion: { kind: "bands", measure, percent: true, bands }, asked };
}

function byWords(clause: string): Measured {
  const [, one, other] = quotient.exec(clause) ?? [];
  return targetRate(one, other);
}

/** 实际完成值/目标值×分值, and nothing else. */
function byFormula(what: Statement["what"] & { readonly gives: "formula" }, around: Around): Measured | null {
  const measured = formulaMeasure(what.formula, around);
  if (measured === null || formulaPoints(what, measured, around)?.kind !== "ratio") return null;
  // 超额完成任务的得满分；得分=预算执行率×分值: how much of the target is done does not say how much was spent.
  return /完成|达成|实现|目标|计划|任务|达标/u.test(measured.asked.asks.map(({ label }) => label).join())
    ? measured
    : null;
}
