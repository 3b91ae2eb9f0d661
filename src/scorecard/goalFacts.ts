import type { FactSpec, FactValue } from "../criteria/fact";
import type { CompletionRate } from "../criteria/completionRate";
import type { PrintedFact } from "../facts/gatheredFact";
import type { Form, Goal, Indicator } from "../form/form";
import { bareName } from "../form/normalizeName";
import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import { daysLate } from "./daysLate";
import { goalReading, namedIn } from "./goalReading";

/** The rate itself, or the quotient that it is. */
const completion =
  /^(?:(?:指标|目标|任务|计划)?(?:完成率|完成比[例率]|达成率|实现率)|(?:实际)?(?:完成)?(?:值|数)÷(?:年初|年度|计划)?(?:目标|指标)(?:值|数))$/u;
const reached =
  /^(?:达到|完成|实现)(?:(?:年初|年度|预期|既定)?(?:目标|指标)(?:值)?)?$|^(?:达标|按时完成|按期完成)$/u;
const withinMoney = /^(?:未超(?:出|过)?|不超(?:出|过)?|没有超(?:出|过)?)(?:预算|目标值?|指标值?|支)$/u;
/** 扣分的起数: whatever the row counts. */
const deducted = /^扣分的.{1,2}数$/u;
const short = /^(?:少|低|不足|缺少?|未完成)$/u;
const late = /^(?:逾期|超期|延期|推迟|晚)/u;
const unfit = /^不(?:符|符合|达标|合规)$/u;
const allFit = /^(?:全部|均|都)(?:已)?(?:符合|达标|合规)(?:要求)?$/u;

interface Known {
  readonly reading: CompletionRate;
  readonly goal: Goal;
  readonly name: string;
  readonly clause: string;
}

/**
 * What target and actual of a row say about the facts that its printed 评分标准 asks for; only what surely is that fact.
 * @param isContradicted whether the table prints another 完成率
 */
export function goalFacts(
  indicator: Indicator,
  specs: readonly FactSpec[],
  head: Form["head"],
  isContradicted: (reading: CompletionRate) => boolean = () => false,
): readonly PrintedFact[] {
  const { name, standard, goal } = indicator;
  if (goal === null || goal.actual.content === null || goal.qualitative) return [];
  // Another figure of the form says otherwise.
  if (goal.doubts.some(({ of }) => of === "actual")) return [];
  const reading = goalReading(goal, namedIn(head, indicator));
  if (isContradicted(reading)) return [];
  const known = { reading, goal, name: bareName(name.value), clause: standard?.value ?? "" };
  const quote = `目标值${said(goal.target.content)}，实际完成值${said(goal.actual.content)}`;
  return specs.flatMap((spec) => {
    const value = valueOf(spec, known);
    return value === null ? [] : [{ key: spec.key, value, at: goal.actual.at, quote }];
  });
}

function said(content: string | number | null): string {
  return content === null ? "空白" : `“${String(content)}”`;
}

function valueOf({ kind, label, unit }: FactSpec, known: Known): FactValue | null {
  const asked = bareName(label);
  if (kind === "rate") return rateOf(asked, known);
  if (kind === "answer") return reached.test(asked) || isMoneyKept(asked, known) ? metWord(known) : null;
  if (unit === "个百分点") return asked.endsWith("低于目标值") ? pointsBelow(known) : null;
  return kind === "count" || kind === "amount" ? countOf(asked, unit, known) : null;
}

/** 达到目标值得满分，每低1个百分点扣0.5分: by how many points 40% misses 50%, and by how many hundredths 97 of 100 people. */
function pointsBelow({ reading, goal }: Known): number | null {
  const rate = sureRate(reading);
  if (rate === null || reading.outcome !== "rate") return null;
  if (reading.kind !== "atLeast" && reading.kind !== "equal") return null;
  if (reading.met) return 0;
  const [wanted, own] = [percentIn(goal.target.content), percentIn(goal.actual.content)];
  const below = wanted === null || own === null ? 1 - rate : wanted - own;
  return below > 0 && (wanted === null) === (own === null) ? tidy(below * 100) : null;
}

function rateOf(asked: string, { reading, goal, name, clause }: Known): number | null {
  const own = percentIn(goal.actual.content);
  const wanted = percentIn(goal.target.content);
  if (completion.test(asked)) {
    // 任务完成率 of a target of 90%: the indicator itself, or how much of the target?
    if (name.endsWith(asked) && own !== null) return wanted === 1 ? own : null;
    // 实际值÷目标值 of a target that is not to be passed is no 完成率: more of it is worse.
    if (asked.includes("÷") && reading.outcome === "rate" && turnsQuotient(reading)) return null;
    // Of a rate that has a target, 完成率 may be either.
    return wanted === null || /完成率|完成比|÷|\/|完成程度/u.test(clause) ? sureRate(reading) : null;
  }
  if (asked === "执行率" && name.includes("执行率") && own === null) return sureRate(reading);
  return isSameMeasure(asked, name) ? own : null;
}

/** 满意度 of 农户满意度, 控制率 of “三公”经费控制率; never 执行率 of 及时率. */
function isSameMeasure(asked: string, name: string): boolean {
  const [one = "", other = ""] = [asked, name].map((text) => text.replace(/["'“”]/gu, ""));
  // “下降10%以上” of 下降率.
  return one.length > 1 && (other.endsWith(one) || (isChange.test(one) && other.endsWith(`${one}率`)));
}

const isChange = /^(?:下降|降低|减少|增长|提高|提升|上升)$/u;

function sureRate(reading: CompletionRate): number | null {
  const sure = reading.outcome === "rate" && reading.certainty === "sure" && reading.kind !== "parts";
  return sure ? reading.rate : null;
}

/** The rate is not the actual divided by the target. */
function turnsQuotient({ kind, rate, parts: [{ target, actual }] }: RateReading): boolean {
  return kind === "atMost" || kind === "range" || (kind === "equal" && rate !== actual.value / target.value);
}

type RateReading = Extract<CompletionRate, { outcome: "rate" }>;

function metWord({ reading }: Known): FactValue | null {
  return sureRate(reading) === null || reading.outcome !== "rate" ? null : reading.met ? "是" : "否";
}

/** 投诉发生次数 counts 投诉. */
const howOften = /(?:发生)?(?:数量?|[起次件宗例]数|情况)$/u;

/** 未超预算 of 经费控制 with a target of ≤50万元: kept within that amount. */
function isMoneyKept(asked: string, { reading, name }: Known): boolean {
  return (
    withinMoney.test(asked) &&
    /经费|成本|预算|支出|资金|费用|投资/u.test(name) &&
    reading.outcome === "rate" &&
    reading.parts.length === 1 &&
    reading.parts.every(({ kind, target }) => kind === "atMost" && target.unit.name === "元")
  );
}

/** 每发生1起扣3分 beside a target of 0起: each of the 2起 that happened. */
function happenedOf(unit: string, { target, actual }: Goal): number | null {
  const [wanted, own] = [target.content, actual.content].map(
    (content) => /^[≤=＝≦]?(\d{1,4})(\D{0,2})$/u.exec(String(content ?? "").replace(/\s+/gu, "")) ?? null,
  );
  if (wanted == null || own == null || Number(wanted[1]) !== 0 || /^[≤=＝≦]/u.test(own[0])) return null;
  const units = [wanted[2] ?? "", own[2] ?? ""];
  return units.every((one) => one === unit || one === "") && units.includes(unit) ? Number(own[1]) : null;
}

function countOf(asked: string, unit: string, known: Known): number | null {
  const { reading, goal } = known;
  if (deducted.test(asked) || known.name.replace(howOften, "") === asked) {
    const happened = happenedOf(unit, goal);
    if (happened !== null) return happened;
  }
  const isNone = /^[≤=＝≦]?0(?![.\d])/u.test(String(goal.target.content ?? "").trim());
  const happened = isNone
    ? /^(\d{1,4})(.{1,2}?)([\u4e00-\u9fff]{2,})$/u.exec(String(goal.actual.content ?? ""))
    : null;
  // 1例投诉 of 每有1例投诉扣4分: the very thing, counted as it is counted there.
  if (happened?.[2] === unit && happened[3] === asked) return Number(happened[1]);
  if (late.test(asked) && unit === "天") return daysLate(goal.target.content, goal.actual.content);
  const text = String(goal.actual.content ?? "").replace(/\s+/gu, "");
  if (unfit.test(asked)) {
    if (allFit.test(text)) return 0;
    const found = /^(?:有)?(\d{1,4})(.{1,2})(不.{1,3})$/u.exec(text);
    const fits = found !== null && found[2] === unit && unfit.test(found[3] ?? "");
    return fits ? Number(found[1]) : null;
  }
  if (asked === known.name || isTimeTaken(asked, unit, known.name)) return countedOf(unit, known);
  if (!short.test(asked) || sureRate(reading) === null || reading.outcome !== "rate") return null;
  const { target, actual, met } = reading.parts[0];
  if (met) return 0;
  const alike = [target, actual].every((figure) => figure.unit.name === unit);
  return alike && reading.kind === "atLeast" ? tidy(target.value - actual.value) : null;
}

/** “30日内办结” of 办案时限: the deed that the time is taken for, in a unit of time. */
function isTimeTaken(asked: string, unit: string, name: string): boolean {
  const isTime = ["天", "日", "工作日", "小时", "分钟"].includes(unit) && timeTaken.test(name);
  return isTime && deed.test(asked);
}

const timeTaken = /(?:时限|时间|期限|时长|用时|耗时|天数|周期)$/u;
const deed =
  /^(?:平均)?(?:全部)?(?:办结|办理|办完|完成|处理|处置|审批|审结|答复|回复|受理|响应|反馈|到达|到场|支付|拨付|发放|修复|整改)(?:完成|完毕|到位)?$/u;

/** 执法检查次数 of the row that is called so: what was achieved, in the very unit. */
function countedOf(unit: string, { reading }: Known): number | null {
  if (sureRate(reading) === null || reading.outcome !== "rate") return null;
  const { unit: own, value, side, high, magnitude } = reading.parts[0].actual;
  return own.name === (unit === "日" ? "天" : unit) &&
    own.power === 0 &&
    magnitude === 0 &&
    side === null &&
    high === null
    ? value
    : null;
}

/** "93.5%" and nothing else. */
function percentIn(content: string | number | null): number | null {
  const bare = typeof content === "string" ? content.replace(/^[≥≤=＝≧≦]/u, "") : content;
  const number = readPlainNumber(bare);
  return number?.unit === "%" ? number.value : null;
}
