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
  if (sharesWord(name, [first, second])) return true;
  const parts = [first, second].filter((one) => ofPart.test(one.label) || ofPart.test(one.counted));
  return anyRate.test(name) && /^[(（]/u.test(first.label) && parts.length === 1;
}

function isOfLast(rate: NamedFigure, { first, second }: Two, plain: string): boolean {
  const figures = [first, second];
  if (isVerb(rate, figures)) return !rate.apart && !otherRate.test(rate.label);
  return !isOfAnother(rate, plain) && isOfThese(rate, figures);
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

/** What a rate may be called that says nothing of what it is of. */
const anyRate =
  /^(?:[^率]{0,6}(?:完成|执行|支出|支付|使用|控制|及时|按时|合格|达标|公开|整改|落实|覆盖|到位|回收|有效)率|进度|比例|占比|比重|比率|百分比|控制率|[完达占].{0,6}数?)$/u;

/** “培训200人，其中女性80人，就业率90%” is of something else: a rate of its own name has a word in common with the two. */
function isOfThese({ label, subject }: NamedFigure, figures: readonly NamedFigure[]): boolean {
  const name = subject.split(/[的，,]/u).at(-1) ?? "";
  if (anyRate.test(name) || anyRate.test(label.replace(/(?:[为是的]|达到?){1,3}$/u, ""))) return true;
  return sharesWord(name, figures);
}

function sharesWord(name: string, figures: readonly NamedFigure[]): boolean {
  const words = figures.map((one) => `${one.label} ${one.counted}`).join(" ");
  return pairsOf(name).some((pair) => words.includes(pair));
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
  const readings = [
    [right, quotient],
    ...(control
      ? [[quotient, quotient] as const]
      : [
          [1 / quotient, 1 / quotient] as const,
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
    why: slip
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
