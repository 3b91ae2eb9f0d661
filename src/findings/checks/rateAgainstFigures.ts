import { pairsOf } from "../../criteria/likeness";
import { oncePerObject } from "../../criteria/oncePerObject";
import { percentWords } from "../../criteria/words";
import { decimalPlaces, tidy } from "../../quantity/tidy";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { goalsOf } from "../goals";
import { namedFigures, type NamedFigure } from "../namedFigures";
import { allPassages, type Passage } from "../passages";

/** What is a part of the other: 其中23份, 实际支出588万元, 已公开17项. */
const ofPart = /其中|实际|已|支出|执行|完成|按时|及时|合格|达标|在用|收回|回收/u;
const ofPlan = /预算|安排|计划|下达|年初|目标/u;
/** A whole: 总额, 应公开, 编制, 年初预算. */
const ofWhole = /总|共|应(?![用急])|预算|计划|下达|安排|目标|任务|编制|全部/u;
/** A whole and a part that can never be more. */
const ofAll = /总[额数量计]|共|全部/u;
const neverMore = /其中|在用|合格|达标|按时|及时|完好|有效/u;
/** Of one rate among several, of a rate of rates, or of a whole that has several parts (结转结余率). */
const otherRate = /结[转余]|平均|得分率|同比|环比|权重|占\d|其他|满意/u;

/** A rate beside the two figures that it is made of: "24份，其中23份…，及时率98.53%" is 95.83 %. */
export const rateAgainstFigures: Check = {
  id: "rateAgainstFigures",
  title: "写明的比率与旁边的两个数相符",
  severity: "待核实",
  find: (context) => ratesOf(context).flatMap(told),
};

interface RateOfTwo {
  readonly rate: NamedFigure;
  readonly first: NamedFigure;
  readonly second: NamedFigure;
}

/** `named`: the indicator whose cell it is. */
interface OwnPassage extends Passage {
  readonly named?: string;
}

/** Rates with exactly two figures of one unit before them in the same sentence, behind the last rate; or behind them, to the next: "参训率90%（应参训50人，实际参训40人）". */
function ratesOf(context: FindingContext): readonly RateOfTwo[] {
  return [...allPassages(context), ...actualPassages(context)].flatMap((passage: OwnPassage) => {
    const found: RateOfTwo[] = [];
    let last: NamedFigure | null = null;
    let between: NamedFigure[] = [];
    const close = (next: NamedFigure | null): void => {
      const [first, second, ...more] = between;
      between = [];
      if (first === undefined || second === undefined || more.length > 0) return;
      if (first.unit !== second.unit || first.unit === "分" || first.apart || second.apart) return;
      const two = { first, second };
      if (last !== null && isOfNext(last, two, passage.named ?? "")) found.push({ rate: last, ...two });
      else if (next !== null && isOfLast(next, two, plainOf(passage).text))
        found.push({ rate: next, ...two });
    };
    for (const figure of namedFigures([passage], null)) {
      const before = between[0] ?? last;
      if (before !== null && before.sentence !== figure.sentence) {
        close(null);
        last = null;
      }
      if (figure.unit === "%") {
        close(figure);
        last = figure;
      }
      // A third one says that they are not just two; how many more there are does not matter.
      else if (between.length < 3) between.push(figure);
    }
    close(null);
    return found;
  });
}

/** What the annexes, and the rows of a form with targets, say was reached, where it is more than a figure. */
function actualPassages(context: FindingContext): readonly OwnPassage[] {
  const rows = [
    ...context.annexRows.map(({ name, row }) => ({ name, cell: row.actual })),
    ...goalsOf(context).map(({ name, goal }) => ({ name, cell: goal.actual })),
  ];
  return rows.flatMap(({ name, cell }) => {
    const text = String(cell.content ?? "");
    return shortestActual.test(text)
      ? { at: inCell(cell.at), label: `“${name}”的实际完成值`, text, from: "basis", named: name }
      : [];
  });
}

const shortestActual = /[%％].{6}|.{6}[%％]/u;

type Two = Pick<RateOfTwo, "first" | "second">;

/** A rate in front of its figures: it shares a word with them, or they stand in brackets as a part and its whole. */
function isOfNext(rate: NamedFigure, { first, second }: Two, row: string): boolean {
  const { label, subject, apart } = rate;
  const name = label === "" ? row : subject;
  if (apart || otherRate.test(label) || otherRate.test(name) || !/率$/u.test(name)) return false;
  const figures = [first, second];
  if (isOfThese(name, figures) && !generic.test(name)) return true;
  const parts = figures.filter((one) => ofPart.test(one.label) || ofPart.test(one.counted));
  return generic.test(name) && /^[(（]/u.test(first.label) && parts.length === 1;
}

function isOfLast(rate: NamedFigure, { first, second }: Two, plain: string): boolean {
  const figures = [first, second];
  if (isVerb(rate, figures)) return !rate.apart && !otherRate.test(rate.label);
  const name = rate.subject.split(/[的，,]/u).at(-1) ?? "";
  const label = rate.label.replace(/(?:[为是的]|达到?){1,3}$/u, "");
  return (
    !isOfAnother(rate, plain) &&
    !isAveraged(rate, plain) &&
    (isOfThese(name, figures) || isOfThese(label, figures))
  );
}

/** "应公开17项，已公开16项，采购意向100%公开": what was done with them stands behind the rate. */
function isVerb({ counted }: NamedFigure, figures: readonly NamedFigure[]): boolean {
  const verb = counted.replace(/^(?:都|均|已|全部)|(?:到位|完成|了)$/gu, "");
  return verb.length === 2 && figures.every(({ label, counted: of }) => `${label} ${of}`.includes(verb));
}

const plainOf = oncePerObject(({ text }: Passage) => ({
  text: text.normalize("NFKC").replace(/\s+/gu, ""),
}));

/** “青少年体育培训人数”完成率92%: the rate of something that is named in quotes, or of another kind. */
function isOfAnother({ label, apart, text: said }: NamedFigure, plain: string): boolean {
  const at = plain.indexOf(`${label}${said}`);
  const quoted = at > 0 && /["“”」』]/u.test(plain.charAt(at - 1));
  return (
    apart ||
    quoted ||
    otherRate.test(label) ||
    !/(?:率|比例?|比重|进度|完成|占|百分比|[完达占].{0,6}数)[^\p{Script=Han}]*(?:为|是|达到?|的)?$/u.test(
      label,
    )
  );
}

/** 完好率98.3%（按月平均） is no quotient of the two. */
function isAveraged({ label, text }: NamedFigure, plain: string): boolean {
  const at = plain.indexOf(`${label}${text}`);
  return (
    at >= 0 && /^[(（][^()（）]{0,12}(?:平均|月均|加权)/u.test(plain.slice(at + label.length + text.length))
  );
}

/** What a rate may be called that says nothing of what it is of. */
const generic =
  /^(?:(?<of>[^率]{0,6})(?:完成|执行|支出|支付|控制|及时|按时)率|进度|比例|占比|比重|比率|百分比|[完达占].{0,6}数?|(?<paid>[^率]{0,6})进度)$/u;
/** Words in front of 完成率 that name nothing of their own. */
const anything =
  /^(?:的|总体|整体|全年|年度|总|综合|平均|目标|任务|计划|指标|工作|项目|预算|资金|专项|支出|实际|其|共){0,4}$/u;
const done = /(\p{Script=Han}{2})[率度]$/u;

/** What the rate says was done (使用, 完好, 参训) is said of one of the two, or one is a part that is told behind 其中: of 编制床位 and 开放床位 it is no 使用率. */
function isOfThese(name: string, figures: readonly NamedFigure[]): boolean {
  const words = figures.map(({ label, counted }) => `${label} ${counted}`).join(" ");
  const hit = generic.exec(name);
  if (hit !== null) {
    const of = hit.groups?.["of"] ?? hit.groups?.["paid"] ?? "";
    return anything.test(of) || figures.some(({ unit }) => unit === "元") || sharesWord(of, words);
  }
  const verb = done.exec(name)?.[1];
  if (verb === undefined) return false;
  const isSaid = words.includes(verb) || (/[使利]用/u.test(verb) && /[在已使利]用/u.test(words));
  return isSaid || (sharesWord(name.slice(0, -3), words) && figures.some(isPlainPart));
}

/** “24份，其中23份在规定期限内备案”; of “其中女性80人” nobody can say. */
function isPlainPart({ label, counted }: NamedFigure): boolean {
  return /其中(?:有|共|已)?$/u.test(label) && !/^[为是系]/u.test(counted);
}

function sharesWord(name: string, words: string): boolean {
  return pairsOf(name).some((pair) => words.includes(pair));
}

/** Words tell which of the two is the part. */
function areTold(part: NamedFigure, whole: NamedFigure): boolean {
  const isPart = ({ label }: NamedFigure): boolean => ofPart.test(label) && !ofWhole.test(label);
  return isPart(part) && ofWhole.test(whole.label) && !isPart(whole);
}

function told({ rate, first, second }: RateOfTwo): Found | [] {
  const control = /控制率|偏差率|变动率|调整率|差异率/u.test(rate.label);
  const [part, whole] = control ? sides(second, first, ofPlan) : sides(first, second, ofPart).reverse();
  if (part === undefined || whole === undefined || whole.value === 0 || part.value === 0) return [];
  const quotient = part.value / whole.value;
  const right = control ? quotient - 1 : quotient;
  // More than was planned is often said to be all of it.
  if (rate.value === 1 && right > 1 && right < 3) return [];
  // As exact as the quotient in it: 600 ÷ 5,880,000 is far more so than 5,880,000 ÷ 600.
  const off = (ratio: number): number =>
    2 * rate.rounding + (inexact(part) + inexact(whole)) * Math.abs(ratio) + 1e-9;
  const isTold = areTold(part, whole);
  const isTooMuch = isTold && quotient > 1 && ofAll.test(whole.label) && neverMore.test(part.label);
  const readings = [
    ...(isTooMuch ? [] : [[right, quotient] as const]),
    ...(control
      ? [[quotient, quotient] as const]
      : [
          ...(isTold ? [] : [[1 / quotient, 1 / quotient] as const]),
          [1 - quotient, quotient] as const,
          [quotient - 1, quotient] as const,
        ]),
  ] as const;
  if (readings.some(([value, ratio]) => Math.abs(value - rate.value) <= off(ratio))) return [];
  const slip = [1e4, 1e-4].some(
    (times) => Math.abs(control ? quotient * times - 1 - rate.value : quotient * times - rate.value) <= 0.01,
  );
  const decimals = Math.max(2, decimalPlaces(tidy(rate.rounding)) - 2);
  const said = percentWords(tidy(Number(right.toFixed(Math.min(8, decimals + 2)))));
  const quotientWords = control
    ? `（${part.text}－${whole.text}）÷${whole.text}`
    : `${part.text}÷${whole.text}`;
  return {
    at: rate.passage.at,
    subject: rate.passage.label,
    essence: `${rate.label}${rate.text}≠${said}`,
    what: `${rate.passage.label}写“${rate.label}${rate.text}”，按所写的${quotientWords}为${said}。`,
    why: isTooMuch
      ? "部分大于总数，两个数可能写反了。"
      : slip
        ? "两个金额相差约一万倍，可能是“元”与“万元”写错。"
        : control && Math.abs(Math.abs(right) - Math.abs(rate.value)) <= off(quotient)
          ? "正负号写反了：实际超过预算的为正，低于预算的为负。"
          : "比率应当由旁边的两个数算出。",
    todo: "请核对这三个数，改正写错的一个；得分随之变动的，重新计算。",
  };
}

/** A count without decimals is what was counted. */
function inexact({ unit, rounding, value }: NamedFigure): number {
  return unit !== "元" && rounding === 0.5 ? 0 : rounding / value;
}

/** [the other, the one whose words say so]; by its place where neither or both do. */
function sides(one: NamedFigure, other: NamedFigure, words: RegExp): NamedFigure[] {
  const [first, second] = [one, other].map(({ label }) => words.test(label));
  return first === true && second !== true ? [other, one] : [one, other];
}
