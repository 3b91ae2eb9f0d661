import type { Clause } from "../words/readCell";
import { isPlainPercent } from "../words/tokenKinds";
import type { Hit } from "./findHits";

/** A clause beside a rate. */
type Said = Pick<Clause, "to" | "tokens" | "marks"> & { readonly words: string };

/** "其中培训人次指标因场地限制未完成", "部分指标未达预期": why a completion rate is below 100%. */
const shortfall =
  /^(?:但|其中:?|主要(?:是|为|系|因))?(?:仅)?(?:有)?(?:\d{1,3}[项个]|部分|个别|少数)?[^,\d除]{0,16}?(?:指标|满意度)(?:因[^,]{1,16}?)?(?:未|没有)(?:能)?(?:按时|按期|如期|全部|完全)?(?:完成|达标|实现|达到?(?:预期|年度|年初|设定|既定)*(?:目标值?|要求|预期))$/u;
/** "未达90%": the bound that the figure is compared with. */
const shortOf = /^(?:但)?(?:尚?未(?:达到?|超过)|不足|低于|小于|没有达到)([\d.]+)%(?:的(?:标准|要求|目标))?$/u;

/** "98.9%，未达100%" */
export function isShortOf(words: string, { value }: Hit): boolean {
  const bound = shortOf.exec(words)?.[1];
  return bound !== undefined && typeof value === "number" && value < Number(bound) / 100;
}

export function isShortfall(text: string, { words }: Said, { value, from, to }: Hit): boolean {
  const isRate = typeof value === "number" && value < 1 && /完成率/u.test(text.slice(from, to));
  return isRate && shortfall.test(words);
}

/** "其中本级100%、转移支付97%" of 99%: parts of the whole, some above and some below. */
export function isBreakdown({ words, tokens, marks }: Said, { value }: Hit): boolean {
  if (typeof value !== "number" || value >= 1 || marks.length > 0 || !/^\(?其中/u.test(words)) return false;
  if (/认定|通报|核[定实减]|审计|实际|复核|调整|剔除|扣除/u.test(words)) return false;
  const rates = tokens.flatMap((token) =>
    isPlainPercent(token) && token.is === "figure" ? token.figure.value : [],
  );
  const isWithin = Math.min(...rates) <= value && value <= Math.max(...rates);
  return rates.length === 1 ? !/个别|有的/u.test(words) : rates.length > 1 && isWithin;
}

const rateOfYear = /^\(?(20\d\d)年度?(?:[^,\d未没无不]{2,10}率)?(?:为|是|:)?-?[\d.]{1,7}%\)?$/u;

/** "，2022年结余结转率8%": a rate of another year, and no more. */
export function isOfOtherYear(words: string, year: number | null): boolean {
  const said = rateOfYear.exec(words)?.[1];
  return said !== undefined && year !== null && Number(said) < year;
}

/** What was done with the money or for whom, in words of its own: "完成管网改造18公里", "新增学位2160个". */
const achieved = /完成|达到|达成|新增|新建|改造|建成|拨付|满意|唯一|比.{0,6}计划多/u;

export function isAchievement(text: string, { words, to }: Said): boolean {
  return achieved.test(words) || /^\((?:年初|年度)?目标/u.test(text.slice(to, to + 6));
}
