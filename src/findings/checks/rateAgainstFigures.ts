import { pairsOf } from "../../criteria/likeness";
import { oncePerObject } from "../../criteria/oncePerObject";
import { percentWords } from "../../criteria/words";
import { decimalPlaces, tidy } from "../../quantity/tidy";
import type { Check, FindingContext, Found } from "../finding";
import { namedFigures, type NamedFigure } from "../namedFigures";
import { allPassages, type Passage } from "../passages";

/** What is a part of the other: 其中23份, 实际支出588万元, 已公开17项. */
const ofPart = /其中|实际|已|支出|执行|完成|按时|及时|合格|达标|在用|收回|回收/u;
const ofPlan = /预算|安排|计划|下达|年初|目标/u;
/** Of one rate among several, or of a rate of rates. */
const otherRate = /平均|得分率|同比|环比|权重|占\d|其他|满意/u;

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

/** Rates with exactly two figures of one unit before them in the same sentence, behind the last rate. */
function ratesOf(context: FindingContext): readonly RateOfTwo[] {
  return allPassages(context).flatMap((passage): readonly RateOfTwo[] => {
    let before: NamedFigure[] = [];
    return namedFigures([passage], null).flatMap((figure) => {
      if (before[0]?.sentence !== figure.sentence) before = [];
      if (figure.unit !== "%") {
        // A third one says that they are not just two; how many more there are does not matter.
        if (before.length < 3) before.push(figure);
        return [];
      }
      const [first, second, ...more] = before;
      before = [];
      if (first === undefined || second === undefined || more.length > 0) return [];
      const fits =
        first.unit === second.unit &&
        first.unit !== "分" &&
        !isOfAnother(figure, plainOf(passage).text) &&
        isOfThese(figure, [first, second]) &&
        !first.apart &&
        !second.apart;
      return fits ? [{ rate: figure, first, second }] : [];
    });
  });
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
  const words = figures.map((one) => `${one.label} ${one.counted}`).join(" ");
  return pairsOf(name).some((pair) => words.includes(pair));
}

function told({ rate, first, second }: RateOfTwo): Found | [] {
  const control = /控制率|偏差率|变动率|调整率|差异率/u.test(rate.label);
  const [part, whole] = control ? sides(second, first, ofPlan) : sides(first, second, ofPart).reverse();
  if (part === undefined || whole === undefined || whole.value === 0 || part.value === 0) return [];
  const quotient = part.value / whole.value;
  const right = control ? quotient - 1 : quotient;
  const others = control ? [quotient] : [1 / quotient, 1 - quotient, quotient - 1];
  const off = 2 * rate.rounding + (inexact(part) + inexact(whole)) * Math.abs(quotient);
  if ([right, ...others].some((one) => Math.abs(one - rate.value) <= off + 1e-9)) return [];
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
      : control && Math.abs(Math.abs(right) - Math.abs(rate.value)) <= off
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
