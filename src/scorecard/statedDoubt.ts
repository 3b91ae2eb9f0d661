import { rulesIn } from "../clause/definitions";
import { decimalPlaces, tidy } from "../quantity/tidy";
import { roundHalfUp, sayPoints } from "./formatPoints";

/** 扣3分, 共扣3分 */
const loss = /扣(?:减|除|掉|去|了)?(\d{1,3}(?:\.\d{1,4})?)分/gu;
/** 得17分, 自评17分, 计17分 */
const score = /(?:得分?|[计记给评]分?|自评(?:得?分)?)(?:为|是|:)?(\d{1,3}(?:\.\d{1,4})?)分/gu;
/** 按80%计分 */
const share =
  /按(?:照)?(?:该|本)?(?:项|指标)?(?:分值|权重|满分)?的?(\d{1,3}(?:\.\d{1,4})?)%(?:[计给得记])分?/gu;
const none = /不得分|不计分|零分|不给分/u;
const full = /(?:得|计|记|给|按|评)(?:为)?(?:满|全)分|(?:不|未|没有|无需?|免于?|免予)扣分/u;
/** How points are given, and not how many they are. */
const rule =
  /每[^,]{1,12}[扣得加减]|逐[^,]{0,4}扣|(?:如果?|若|否则|凡)[^,]{0,20}|按[^,]{0,12}(?:[计给扣得]分?|折算)$|减半|一半|[一二三四五六七八九\d]折|[酌视]情|系数|封顶|保底|取整|加\d/u;
/** Points in other words or signs than those above: seen, and not read. */
const loose = new RegExp(
  [
    "扣[一二两三四五六七八九十半\\d]|扣分(?:值)?\\d|扣.{0,8}[%％]|扣完|倒扣|扣百分之",
    "(?:[减丢失加]|奖励?)\\s*[一二两三四五六七八九十半\\d][\\d.]*分|失分\\d|[-−－]\\d[\\d.]*分",
    "[得打评计][一二两三四五六七八九十半]+分|[打]\\d[\\d.]*分|(?:得分|自评|实得|评分)(?:为|是|:)?\\d[\\d.]*(?![\\d.%人个次项年月日万元])|得\\d[\\d.]*%",
    "(?:^|调整|得分|计分|折算|难度|修正|加权|考核|的)系数(?:为|是|:|取|按)?\\d|系数[^,]{0,4}调|[\\d.一二三四五六七八九]{1,5}折(?!线)|按(?:照)?[^,\\d]{0,8}[\\d.]+%(?:[计给得记]|折)",
    "折半|减半|不予[计给]分|否决|酌[减情]|(?:^|[,本此]项?)\\d[\\d.]*分(?:$|,)",
  ].join("|"),
  "u",
);
/** The usual practice in words of its own. */
const usual =
  /^(?:因此|故|所以|已)?按照?(?:实际|目标|指标)?(?:完成)?(?:率|比例|进度|情况)(?:的比例)?(?:[计得扣给记]分|计算得分|折算得分)$/u;

/**
 * Why what a person wrote beside a row (偏差原因) gives it other points than its rate does: 扣3分 where the rate takes 2, 不得分
 * where it gives some, 每少一人扣1分. null: it says nothing of points, or the same. Chinese, without a stop.
 * @param points by the rate; null: nobody knows them yet
 */
export function statedDoubt(words: string, weight: number | null, points: number | null): string | null {
  const known = rulesIn(words);
  const all = words
    .slice(0, longestRead)
    .split(/[。；;\n]/u)
    .map((sentence) => sentence.trim());
  const sentences = all.flatMap((sentence) => {
    const text = sentence.normalize("NFKC").replace(/\s+/gu, "");
    const parts = text.split(",");
    const isLoose = loose.test(withoutOthers(text, weight));
    if (!known.includes(sentence) && !isLoose) return [];
    const isRule = parts.some((part) => rule.test(part.replace(share, "")) && !usual.test(part));
    if (!isRule && isLoose && (weight === null || statedPoints(text, weight).length === 0))
      return { text, said: [] };
    const said = isRule || weight === null ? [] : statedPoints(text, weight);
    return isRule || said.length > 0 ? { text, said } : [];
  });
  const [first] = sentences;
  if (first === undefined) return null;
  const said = sentences.flatMap((one) => one.said);
  const isRuled = sentences.some((one) => one.said.length === 0);
  const isAsRated =
    points !== null && weight !== null && (isAll(said, points) || isSum(said, weight, points));
  if (!isRuled && isAsRated) return null;
  const computed = points === null ? "" : `，按完成率得${sayPoints(points)}分`;
  return `旁边写着“${first.text.slice(0, longestQuote)}”${computed}，应怎样计分`;
}

const longestRead = 20_000;
const longestQuote = 40;

/** Without what is read as points already, and without scores of something else: 测评得92分 of 20. */
function withoutOthers(text: string, weight: number | null): string {
  return text.replace(/\d{1,3}(?:\.\d{1,4})?分/gu, (found) =>
    weight !== null && Number.parseFloat(found) > weight ? "" : found,
  );
}

interface Stated {
  readonly points: number;
  /** Said as points taken off. */
  readonly isLoss: boolean;
  readonly decimals: number;
}

/** What a sentence says that the row gets; more than its weight is the score of something else. */
function statedPoints(text: string, weight: number): readonly Stated[] {
  const all = (pattern: RegExp): readonly { value: number; decimals: number }[] =>
    Array.from(text.matchAll(pattern), ([, digits = ""]) => ({
      value: Number(digits),
      decimals: decimalPlaces(digits),
    })).filter(({ value }) => value <= weight);
  return [
    ...all(loss).map(({ value, decimals }) => ({ points: tidy(weight - value), isLoss: true, decimals })),
    ...all(score).map(({ value, decimals }) => ({ points: value, isLoss: false, decimals })),
    ...Array.from(text.matchAll(share), ([, digits = ""]) => ({
      points: tidy((weight * Number(digits)) / 100),
      isLoss: false,
      decimals: 2,
    })),
    ...(none.test(text) ? [{ points: 0, isLoss: false, decimals: 2 }] : []),
    ...(full.test(text) ? [{ points: weight, isLoss: false, decimals: 2 }] : []),
  ];
}

function isAll(said: readonly Stated[], points: number): boolean {
  return said.every((one) => isSame(one.points, points, one.decimals));
}

/** 甲扣1分，乙扣1分 of a row that lost 2. */
function isSum(said: readonly Stated[], weight: number, points: number): boolean {
  const lost = said.reduce((sum, one) => sum + weight - one.points, 0);
  const decimals = Math.max(...said.map((one) => one.decimals));
  return said.every((one) => one.isLoss) && isSame(tidy(weight - lost), points, decimals);
}

/** 扣2分 of 1.96: as it is rounded by hand, to a tenth at least. */
function isSame(said: number, points: number, decimals: number): boolean {
  const places = Math.max(decimals, 1);
  return roundHalfUp(points, places) === roundHalfUp(said, places);
}
