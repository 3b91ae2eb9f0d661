import type { Twofold } from "../criteria/twofold";
import type { Stretch } from "../words/quotation";
import type { Clause, ReadCell } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { hasKind, isCount, isMoney } from "../words/tokenKinds";
import { meanOf } from "./listedFigures";
import { quotientsIn } from "./quotients";
import { agrees, type Said } from "./twoSources";

/** A rate that was read, and of what it is one. */
export interface ReadRate extends Said, Stretch {
  readonly value: number;
  readonly of: Twofold["of"] | null;
  /** It is made of amounts, not of counts. */
  readonly ofMoney: boolean;
}

/** Why a rate cannot be taken, and the words that stand against it. */
interface Against {
  readonly why: string;
  readonly words: readonly Stretch[];
}

/**
 * What the figures beside a rate say: a rate of 98% next to "应签48份，按时签订40份" or "=40/48" is none. Whatever words name
 * them, two of them have to give the rate.
 */
export function againstRate(cell: ReadCell, rate: ReadRate): Against | null {
  const clause = cell.clauses.find(({ from, to }) => from < rate.to && to >= rate.to);
  if (clause === undefined) return null;
  const formula = againstFormula(cell, rate, clause);
  if (formula !== null) return formula;
  return rate.of === "mean"
    ? againstMonths(cell, rate)
    : (againstFigures(cell, rate, clause) ?? againstAll(cell, rate, clause));
}

function againstMonths(cell: ReadCell, rate: ReadRate): Against | null {
  const months = meanOf(cell, rate);
  if (months === null) return null;
  const why = `写的是${percent(rate.value)}，而按“${cell.text.slice(months.from, months.to)}”算出的是${percent(months.mean)}`;
  return { why, words: [months] };
}

const done =
  /(?:完成|公开|签订|签约|支付|支出|拨付|达标|实现|备案|在用|达到(?:预期|年度|目标)+值?)(?:了|完毕|目标|任务|到位|年度)*$/u;

/** "产出指标已全部完成，完成率96%": all of them is no part of them. */
function againstAll(cell: ReadCell, rate: ReadRate, own: Clause): Against | null {
  if (rate.value >= 1) return null;
  const around = cell.bySentence[own.sentence] ?? [];
  if (around.some(({ marks }) => hasKind(marks, ["not", "slip", "limit", "bad"]))) return null;
  const all = around.find(({ from, to, tokens, meaning }) => {
    const words = cell.text.slice(from, to);
    return meaning === "states" && hasKind(tokens, ["all"]) && done.test(words) && !/\d/u.test(words);
  });
  if (all === undefined) return null;
  return { why: `写的是${percent(rate.value)}，又写“${cell.text.slice(all.from, all.to)}”`, words: [all] };
}

/** "=17/20=95%", "95%（17÷20）": worked out, it is something else. */
function againstFormula(cell: ReadCell, rate: ReadRate, { sentence }: Clause): Against | null {
  const around = cell.bySentence[sentence] ?? [];
  const begin = around[0]?.from ?? 0;
  const end = Math.max(...around.map(({ to }) => to));
  const wrong = quotientsIn(cell.text, begin, end).find(({ value, equals, to }) => {
    // What it is said to equal may be another rate than this one.
    const isOther = equals !== null && !(to <= rate.to && equals.to >= rate.from && equals.to <= rate.to);
    if (isOther && Math.abs(equals.value - rate.value) > 1e-9) return false;
    return !agrees(rate, value) && !(rate.of === "excess" && agrees(rate, value - 1));
  });
  if (wrong === undefined) return null;
  const { from, to } = wrong;
  return { why: `写的是${percent(rate.value)}，而${cell.text.slice(from, to)}算出的不是`, words: [wrong] };
}

interface Beside extends Stretch {
  readonly value: number;
  /** It counts what is not as it should be. */
  readonly bad: boolean;
  readonly clause: Clause;
}

const most = 8;

function againstFigures(cell: ReadCell, rate: ReadRate, own: Clause): Against | null {
  const figures = besides(cell, rate, own);
  if (figures.length === 0 || explains(cell, figures, rate)) return null;
  const words = Array.from(new Set(figures.map(({ clause }) => clause)));
  const quoted = words.slice(0, 3).map(({ from, to }) => `“${cell.text.slice(from, to)}”`);
  return { why: `写的是${percent(rate.value)}，而旁边写的${quoted.join("")}算不出这个数`, words };
}

/** The clauses whose counts give the rate, what is missing among them: "19个达标，1个未达标，完成率95%". */
export function explainedBy(cell: ReadCell, rate: ReadRate): readonly Clause[] {
  const own = cell.clauses.find(({ from, to }) => from < rate.to && to >= rate.to);
  if (own === undefined || rate.value === 1) return [];
  const figures = besides(cell, rate, own);
  if (figures.length < 2 || !explains(cell, figures, rate)) return [];
  return figures.map(({ clause }) => clause);
}

const objects = /^[项个份宗件笔起例条]$/u;
/** 督办函6份, 5个单位: nothing that such a rate is made of. */
const things =
  "(?:通知|函|报告|文件|公告|会议|培训|问卷|材料|简报|制度|办法|科室|单位|部门|处室|人员|公司|供应商|台账|附件|方面|措施|建议)";
const papersBefore = new RegExp(`${things}[了共约计]?$`, "u");
const papersBehind = new RegExp(`^的?${things}`, "u");

const moreThan = /比.{1,8}[多少]/u;
/** "年中调整1项": neither done nor left undone. */
const adjusted =
  /^(?:年中|中期|期间|当年)(?:调整|调增|调减|新增|增加|追加|删减|核减)[^,]{0,6}\d{1,3}[项个]$/u;

/** The figures of its kind in the sentence of the rate, and in those that name it. */
function besides(cell: ReadCell, rate: ReadRate, own: Clause): readonly Beside[] {
  const name = cell.text.slice(rate.from, rate.to).replace(/完成|综合|平均|[^\p{Script=Han}]/gu, "");
  const pairs = Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
  const sentences = cell.bySentence.filter((clauses, index) => {
    const words = cell.text.slice(clauses[0]?.from ?? 0, clauses.at(-1)?.to ?? 0);
    return index === own.sentence || pairs.some((pair) => words.includes(pair));
  });
  return sentences.flat().flatMap((clause) => {
    const { meaning, tokens } = clause;
    if (meaning === "remedies" || meaning === "explains" || meaning === "scores") return [];
    const words = cell.text.slice(clause.from, clause.to);
    if (hasKind(tokens, ["past", "change"]) || moreThan.test(words) || adjusted.test(words)) return [];
    return tokens.flatMap((token): readonly Beside[] => {
      const figure = besideOf(cell.text, token, rate.ofMoney);
      return figure === null ? [] : [{ ...figure, clause, bad: isBad(cell.text, clause, token) }];
    });
  });
}

function besideOf(
  text: string,
  token: Token,
  ofMoney: boolean,
): (Stretch & { readonly value: number }) | null {
  if (token.is !== "figure") return null;
  const { from, to } = token;
  const isPaper =
    papersBefore.test(text.slice(Math.max(0, from - 4), from)) || papersBehind.test(text.slice(to, to + 4));
  const fits = ofMoney ? isMoney(token) : isCount(token) && objects.test(token.figure.unit.name) && !isPaper;
  return fits ? { value: token.figure.value, from, to } : null;
}

function isBad(text: string, { marks, from }: Clause, token: Token): boolean {
  return hasKind(marks, ["not", "slip", "bad", "none"]) && !/超额/u.test(text.slice(from, token.from));
}

function isGood(text: string, { clause }: Beside): boolean {
  const words = text.slice(clause.from, clause.to);
  return asItShould.test(words) && !/应|共|总|全年/u.test(words);
}

const asItShould = /按时|按期|如期|及时|[日限]内|完成|达标|达到|公开|在用|支出|支付|拨付|使用/u;

/** Whether two of the figures give the rate, or all of them say that it is all. */
function explains(cell: ReadCell, figures: readonly Beside[], rate: ReadRate): boolean {
  const bad = figures.filter((one) => one.bad && one.value > 0);
  const [first] = figures;
  if (figures.length === 1 && first !== undefined) {
    if (rate.of === "excess") return first.clause.marks.length === 0;
    return rate.value === 1 ? bad.length === 0 : first.value > 0 || !first.bad;
  }
  if (bad.length === 0 && isList(cell.text, figures)) return true;
  if (figures.length > most) return rate.value === 1 && bad.length === 0;
  if (rate.value === 1 && bad.length === 0 && figures.some(({ clause }) => saysAll(cell.text, clause)))
    return true;
  const values = figures.map(({ value }) => value);
  const total = sum(values);
  // 年末结转结余 of what was there and what came in.
  if (rate.ofMoney && values.some((value) => fits(rate, value, total - value))) return true;
  // "在30日内签订40份，超过30日8份": the whole is not named, both of its parts are.
  if (bad.length > 0 && figures.every((one) => one.bad || isGood(cell.text, one))) {
    return fits(rate, total - sum(bad.map(({ value }) => value)), total);
  }
  const largest = Math.max(...values);
  const wholes =
    rate.of === "excess" || rate.value > 1
      ? figures
      : figures.filter((one) => one.value === largest).slice(0, 1);
  return wholes.some((whole) => {
    const parts = figures.filter((one) => one !== whole).map(({ value }) => value);
    const less = bad.filter((one) => one !== whole).map(({ value }) => value);
    const left = less.length === 0 ? [] : [whole.value - sum(less)];
    const overs = [...parts, ...parts.map((value) => whole.value - value), sum(parts), ...left];
    return overs.some((over) => fits(rate, over, whole.value));
  });
}

/** "其中数量指标8项、质量指标4项": of what there is, without a whole. */
function isList(text: string, [first, ...rest]: readonly Beside[]): boolean {
  if (first === undefined) return false;
  const { from, to } = first.clause;
  const words = text.slice(from, to);
  return (
    rest.every(({ clause }) => clause === first.clause) &&
    /^\(?(?:其中|共?(?:涉及|包括|包含))(?!.*(?:总|共|应|下达|安排|预算|在用|到位|完成|达标)).*、/u.test(words)
  );
}

function fits(rate: ReadRate, over: number, under: number): boolean {
  if (under <= 0) return false;
  return agrees(rate, rate.of === "excess" ? (over - under) / under : over / under);
}

/** "全部公开", "均在30日内签订", "其中3项超额完成". */
function saysAll(text: string, { tokens, from, to }: Clause): boolean {
  return hasKind(tokens, ["all"]) || /^\(?其中.*(?:超额|提前)/u.test(text.slice(from, to));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function percent(value: number): string {
  return `${String(Number((value * 100).toFixed(2)))}%`;
}
