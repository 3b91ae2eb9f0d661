import type { Figure } from "../quantity/figure";
import { plainText } from "../quantity/plainText";
import { tidy } from "../quantity/tidy";
import { compareUnits, unitFactor } from "../quantity/unit";
import { isLessBetter } from "./lessIsBetter";

/** How a target is meant: a bare figure is atLeast. */
export type TargetKind = "atLeast" | "atMost" | "range" | "approx" | "equal" | "parts";

/** One target figure with the actual that answers it. */
export interface CompletionPart {
  readonly target: Figure;
  readonly actual: Figure;
  readonly kind: Exclude<TargetKind, "parts">;
  /** A fraction, not capped. */
  readonly rate: number;
  readonly met: boolean;
  /** Both as they were compared, in the target's unit: of "≤2小时" and "150分钟" 2 and 2.5; of a range its lower end. */
  readonly compared: { readonly target: number; readonly actual: number };
}

/** One target figure against one actual figure. */
type FigureRate =
  | (Pick<CompletionPart, "rate" | "kind" | "met" | "compared"> & {
      /** Chinese, for the reader; nothing to answer. */
      readonly remarks: readonly string[];
      /** Chinese; each makes the rate one to be confirmed. */
      readonly doubts: readonly string[];
    })
  | { readonly problem: string };

/**
 * 完成率 of one figure, a fraction, not yet rounded. The target's own doubts are the caller's.
 * @param words the target's text and the indicator's name, which may say that a range is not to be passed
 */
export function figureRate(target: Figure, actual: Figure, words: string): FigureRate {
  if (compareUnits(target.unit, actual.unit) === "unlike") {
    return { problem: `目标值“${target.text}”与实际完成值“${actual.text}”的单位不同，不能相除` };
  }
  // "0起" of accidents is a bound; 0 of 0 stays a question.
  const noneWanted = target.value === 0 && target.side === null && actual.value > 0 && isLessBetter(words);
  const kind = noneWanted ? "atMost" : kindOf(target);
  const remarks = [...unitRemark(target, actual), ...sideRemark(target, actual)];
  const own = actual.doubt === null ? null : `实际完成值“${actual.text}”${actual.doubt}`;
  const doubts = [own, sideDoubt(target, actual), fractionDoubt(actual)].filter((doubt) => doubt !== null);
  const scale = commonScale(target, actual);
  if (scale.doubt !== null) doubts.push(scale.doubt);
  // 60公里/小时 and 1公里/分钟 are the same.
  const [wanted, done] = [target.unit.name, actual.unit.name].map((name) => name.split("/")[1]);
  if (wanted !== undefined && done !== undefined && wanted !== done)
    doubts.push(`“${target.text}”与“${actual.text}”的单位不同，应怎样换算`);
  const { around = 0 } = target;
  const low = tidy((target.value - around) * scale.target);
  const high = tidy(((target.high ?? target.value) + around) * scale.target);
  const measured = tidy(actualEnd(target, actual) * scale.actual * unitFactor(actual.unit, target.unit));
  if (around !== 0 && target.value !== 0 && (measured < low || measured > high)) {
    doubts.push(`实际完成值“${actual.text}”在“${target.text}”允许的误差以外，完成率应怎样计算`);
  }
  const times = low <= 0 || measured <= 0 ? 1 : measured / low;
  // Twelve where one was planned is no slip of the pen; twelve hundred where a hundred were, may be.
  if (times > (low < 10 ? 100 : 10) || times < 0.01)
    doubts.push(`“${actual.text}”与“${target.text}”相差悬殊，是否同一口径`);
  const alike = target.digits === actual.digits && target.side === null;
  if (target.unit.name === "比" && !alike && !(sameUnder(target, actual) && target.side !== null)) {
    doubts.push(`“${target.text}”与“${actual.text}”是两数之比，完成率应怎样计算`);
  }
  const passed = kind === "range" && measured > high && mayBePassed(target, words);
  const result = passed ? ({ rate: 1, met: true } as const) : rateByKind(kind, low, high, measured);
  if ("problem" in result) return { problem: result.problem.replace("{target}", `“${target.text}”`) };
  const met = kind === "approx" || kind === "atLeast" ? tidy(result.rate) >= 1 : result.met;
  if (passed) remarks.push(`实际完成值高于目标值“${target.text}”，按达标计算`);
  if (kind === "approx") remarks.push(`目标值“${target.text}”是约数，按该数计算`);
  if (kind === "equal" && !met && measured > high)
    remarks.push("实际完成值高于“等于”目标，按目标值÷实际值计算");
  if (measured < 0 && !met) remarks.push("实际完成值为负数");
  if ((target.side === "moreThan" || target.side === "lessThan") && measured === low)
    doubts.push(`目标要求“${target.side === "moreThan" ? "超过" : "低于"}”，实际恰好等于目标值，应怎样计算`);
  const compared = { target: kind === "atMost" ? high : low, actual: measured };
  return { rate: result.rate, kind, met, compared, remarks, doubts };
}

/** "≤18:1" and "17.5:1": the same on the right. */
const sameUnder = (target: Figure, actual: Figure): boolean =>
  [target, actual].every(({ digits }) => digits.endsWith(":1"));

function kindOf(target: Figure): Exclude<TargetKind, "parts"> {
  if (target.high !== null || target.around !== undefined) return "range";
  if (target.side === "atMost" || target.side === "lessThan") return "atMost";
  return target.side === "approx" || target.side === "equal" ? target.side : "atLeast";
}

/** "90%-95%": of a rate in the upper half up to 100%, more is better, unless words bound it from above as well. */
function mayBePassed({ unit, value, high }: Figure, words: string): boolean {
  const isHighRate = unit.name === "%" && high !== null && value >= 0.5 && high <= 1;
  return isHighRate && !boundedAbove.test(words) && !isLessBetter(words);
}

const boundedAbove =
  /控制|[之以]内|之间|范围|区间|不[超高大]|占比|比重|负债|[≤≦⩽<＜]|(?:低|小|少)于|[%％]\s*及?以下/u;

type Divided = { readonly rate: number; readonly met: boolean } | { readonly problem: string };

/** At-most met → 1, missed → target ÷ actual; the others actual ÷ target. */
function rateByKind(kind: Exclude<TargetKind, "parts">, low: number, high: number, actual: number): Divided {
  const below = actual < low;
  switch (kind) {
    case "atMost":
      return actual <= high ? { rate: 1, met: true } : missed(high, actual);
    case "range":
      if (!below && actual <= high) return { rate: 1, met: true };
      return below ? missed(actual, low) : missed(high, actual);
    case "equal":
      if (actual === low) return { rate: 1, met: true };
      return below ? missed(actual, low) : missed(low, actual);
    case "atLeast":
    case "approx":
      if (low === 0) return { problem: "目标值{target}为0，无法相除；如为“不超过0”，请写成“≤0”" };
      if (low < 0 && actual >= low) return { rate: 1, met: true };
      return missed(actual, low);
  }
}

/** upper ÷ lower, never below 0; both signs have to make sense. */
function missed(upper: number, lower: number): Divided {
  if (lower <= 0)
    return { problem: "目标值{target}或实际完成值为负数或0，完成率不能直接相除，请直接填写完成率" };
  const rate = Math.max(0, upper / lower);
  return Number.isFinite(rate) ? { rate, met: false } : { problem: "目标值{target}过小，无法相除" };
}

/** Of an actual that is a range itself, the end that is surely reached. */
function actualEnd(target: Figure, actual: Figure): number {
  if (target.value === 0 && target.around !== undefined) return Math.abs(actual.value) + (actual.around ?? 0);
  if (actual.high === null) return actual.value;
  return kindOf(target) === "atMost" ? actual.high : actual.value;
}

interface Scale {
  readonly target: number;
  readonly actual: number;
  readonly doubt: string | null;
}

const plausible = (ratio: number): boolean => ratio >= 0.2 && ratio <= 5;

/** "28万人" against a bare 33.01, "95%" against a bare 97 or 0.97: the missing unit may be the other one's. */
function commonScale(target: Figure, actual: Figure): Scale {
  const asWritten = { target: 1, actual: 1, doubt: null };
  const bare = [target, actual].filter((figure) => figure.unit.name === "" && figure.magnitude === 0);
  if (bare.length > 1 && target.value > 1 && actual.value > 0 && actual.value < 1)
    return { ...asWritten, doubt: `“${actual.text}”与“${target.text}”是否同一单位` };
  const [lone] = bare;
  const full = lone === target ? actual : target;
  const power = full.magnitude + full.unit.power;
  if (lone === undefined || bare.length > 1 || power === 0 || lone.value === 0) return asWritten;
  const factor = Number(`1e${power}`);
  const adopted = lone === actual ? { target: 1, actual: factor } : { target: factor, actual: 1 };
  const bound = target.high ?? target.value;
  const ratio = bound === 0 ? Infinity : Math.abs(actual.value / bound);
  const adoptedRatio = (ratio * adopted.actual) / adopted.target;
  if (kindOf(target) === "atMost" && ratio <= 1 && adoptedRatio <= 1) return asWritten;
  if (plausible(ratio)) return asWritten;
  if (isSameNumber(lone, full)) return { ...adopted, doubt: null };
  const unit = full.text.replace(/^[^\d]*[\d.,]+\s*/u, "") || full.unit.written;
  const side = lone === actual ? "实际完成值" : "目标值";
  const doubt = `${side}“${lone.text}”没有写单位，是否与“${unit}”同一单位`;
  return plausible(adoptedRatio) ? { ...adopted, doubt } : { ...asWritten, doubt };
}

/** 10 beside 10公里: as many, and of nothing else; 50 beside 50% may be half of them. */
function isSameNumber(lone: Figure, full: Figure): boolean {
  return (
    lone.digits === full.digits &&
    Number(lone.digits) >= 10 &&
    full.unit.name !== "%" &&
    full.magnitude === 0 &&
    full.high === null &&
    lone.high === null
  );
}

function unitRemark(target: Figure, actual: Figure): readonly string[] {
  if (compareUnits(target.unit, actual.unit) !== "differs") return [];
  return [`单位不一致：目标值为“${target.unit.written}”，实际完成值为“${actual.unit.written}”，请核实口径`];
}

function direction(figure: Figure): number {
  if (figure.side === "atLeast" || figure.side === "moreThan") return 1;
  return figure.side === "atMost" || figure.side === "lessThan" ? -1 : 0;
}

function sideRemark(target: Figure, actual: Figure): readonly string[] {
  if (actual.side === "approx") return [`实际完成值“${actual.text}”是约数`];
  const wanted = kindOf(target) === "atMost" ? -1 : 1;
  if (direction(actual) !== wanted || actual.digits === "零") return [];
  return [`实际完成值“${actual.text}”照写目标的限定词，没有实测数值`];
}

function sideDoubt(target: Figure, actual: Figure): string | null {
  // "2-3次" of "2-3次"
  if (actual.high !== null && actual.high === target.high && actual.value === target.value) return null;
  if (actual.high !== null) return `实际完成值“${actual.text}”是一个区间，实测数值是多少`;
  const opposite = kindOf(target) === "atMost" ? 1 : -1;
  if (restates(target, actual)) return `实际完成值“${actual.text}”照写目标的限定词，实测是多少`;
  const unclear = kindOf(target) === "range" && direction(actual) !== 0;
  const wanted = kindOf(target) === "atMost" ? -1 : 1;
  // "超过900人" of 1000 may be 1000 as well.
  const short = direction(actual) === wanted && tidy(wanted * (actual.value - target.value)) < 0;
  return unclear || short || direction(actual) === opposite
    ? `实际完成值“${actual.text}”不是实测数值，实测是多少`
    : null;
}

function writesUp({ text }: Figure): boolean {
  return /[以之]上/u.test(plainText(text).text);
}

/** "≥95%" or "不少于95%" is how a target speaks; "95%以上" of "≥95%" says that it was reached. */
function restates(target: Figure, actual: Figure): boolean {
  const wanted = kindOf(target) === "atMost" ? -1 : 1;
  const bare = direction(target) === 0;
  if (direction(actual) !== wanted || actual.digits === "零") return false;
  // "逾1000人" and "1000人以上" of 1000人 say that it was reached.
  const claimed = writesUp(actual) || (bare && plainText(actual.text).text.startsWith("至少"));
  const more = bare && actual.side === "moreThan";
  return !claimed && !more && tidy(actual.value) === tidy(target.value);
}

function fractionDoubt(actual: Figure): string | null {
  const { fraction } = actual;
  if (fraction === null || fraction.agrees) return null;
  return `实际完成值“${actual.text}”的比率与${fraction.over}÷${fraction.under}不一致，以哪个为准`;
}
