import { plainText } from "../quantity/plainText";
import type { PlacedFigure } from "../quantity/figure";
import { scanFigures } from "../quantity/scanFigures";
import { decimalPlaces, tidy } from "../quantity/tidy";
import type { Side } from "../quantity/side";
import { clauseAround, clauseBefore, labelBefore, listMark, sentenceEnds, wordsBehind } from "./aroundFigure";
import { oncePerText } from "./oncePerText";
import { timeFrames } from "./timeFrame";

/** What a figure is said to be. A score, a weight and a loss are in 分; a count is of anything that has a unit. */
type FigureKind = "score" | "weight" | "loss" | "target" | "actual" | "rate" | "amount" | "count";

/** One plain figure (no bound, no range) of a text, with what it is of. */
export interface StatedFigure {
  /** The words between the last mark or figure and this one, without list mark: "青少年体育培训人数目标值". */
  readonly label: string;
  /** What it is of, without the words of its kind: "青少年体育培训人数"; where these words name nothing, what the sentence named before; "" for nothing. */
  readonly subject: string;
  /** A colon stands before its label: "新建社区健身点：共16处". */
  readonly isAfterColon: boolean;
  /** Its own words named it. */
  readonly isNamed: boolean;
  /** The words behind it, to the next mark or figure: "社会体育指导员" of "315名社会体育指导员". */
  readonly counted: string;
  readonly kind: FigureKind;
  /** A rate as a fraction, an amount in 元, a score in 分. */
  readonly value: number;
  readonly unit: string;
  /** Half a unit of the last written digit: two figures that are nearer are the same figure rounded. */
  readonly rounding: number;
  /** As written: "1494个". */
  readonly text: string;
  /** Its clause speaks of another year, part of a year, part of a whole or a change: not the figure of the year. */
  readonly apart: boolean;
  /** Years that its clause names. */
  readonly years: readonly number[];
  /** The year that its sentence has opened, "2022年，培训2500人，满意度91%". */
  readonly since: number | null;
  /** It is only hoped for: 力争达到93%. */
  readonly hoped: boolean;
  /** It stands behind the words of a target: 预期实现值：10.5万人. */
  readonly wanted: boolean;
  /** Which sentence of the text, from 0. */
  readonly sentence: number;
  /** Where it begins in the plain text: the order of figures and bounds. */
  readonly from: number;
}

type BoundSide = "atMost" | "lessThan" | "atLeast" | "moreThan";

/** A figure that a text gives as a bound; its label ends where the words of its side begin. */
export interface StatedBound extends StatedFigure {
  readonly side: BoundSide;
  /** The words of its side in front of the number: "控制在预算" of "控制在预算18.6万元以内"; "" for "90%以上". */
  readonly lead: string;
  /** Those behind it: "以内". */
  readonly trail: string;
}

interface Stated {
  readonly figures: readonly StatedFigure[];
  readonly bounds: readonly StatedBound[];
}

/** Another time, a part, a change or a comparison; 结转结余 and 增长率 are the thing itself. */
const elsewhere =
  /上年|去年|往年|前年|同比|环比|(?:增[长加幅]|提[高升]|减少|下降|压减|(?<!结转[和与及、]?)结余(?![和与及、]?结转|资金|决算)|剩余)(?!率)|较.{0,6}年|年初|[上下]半年|季度|\d月|月份|截至|历年|平均每|每[年月周季个次场]|人均|超[额出过]|多[出了]?$|少[了]?$|未(?!发现|超)|尚|[较比高低]于?.{0,6}平均/u;
/** The words of each kind, at the end of a label. */
const kinds: readonly (readonly [FigureKind, RegExp])[] = [
  ["weight", /(?:满分|(?<!自评)分值|权重|标准分|总分值|赋分|配分)(?:合计|共计?)?(?:为|是|[:：])?$/u],
  ["loss", /(?:扣(?:减|除)?|失|丢|减)分?(?:合计|共计?)?(?:为|了|[:：])?$/u],
  ["score", /(?:得分?|评分|自评分值?|总分|自评|评为|计分?|打分|分数)(?:合计|共计?)?(?:为|是|达|[:：])?约?$/u],
  ["target", /(?:目标|计划|预期|预计|指标)(?:值|数|完成|为|是|达到?|不低于|[:：])*$/u],
  ["actual", /(?:实际|已)?(?:完成|达到?|实现|办理)(?:值|数|率)?(?:为|是|了|[:：])?$/u],
];
/** What may stand behind a name without changing what is named. */
const roleWord =
  /(?:的|年度?|约|近|共|总|合计|共计|总计|分别|为|是|有|了|达到?|(?:实际|完成|实现|目标|计划|预期|预计)(?:值|数)?|自评分?值?|得分?|评分|满分|分值|权重|扣分?|[:：])$/u;
const leadingWords =
  /^(?:其中|以及|并|且|和|及|也|则|已|均|共|全年|本年度?|当年|年度|20\d\d年度?|我[局委办院校中心市区县]{1,3}|实际|共计|合计|累计|按|到|对)+/u;

/** Every plain figure of a text with what it is of, read once however many ask. Linear in the text. */
export function statedFigures(text: string): readonly StatedFigure[] {
  return readStated(text).figures;
}

/** Every figure that a text gives as a bound, as read with the plain ones. */
export function statedBounds(text: string): readonly StatedBound[] {
  return readStated(text).bounds;
}

function boundSide(side: Side | null): BoundSide | null {
  return side === "equal" || side === "approx" ? null : side;
}

const readStated = oncePerText((written: string): Stated => {
  const { text } = plainText(written);
  const { figures } = scanFigures(text);
  const stated: (StatedFigure & { readonly bare: boolean })[] = [];
  const bounds: StatedBound[] = [];
  let sentence = 0;
  let named = "";
  let around: string | null = null;
  let read = 0;
  const frames = timeFrames(text);
  let frame = -1;
  for (const [index, figure] of figures.entries()) {
    const between = text.slice(read, figure.outerFrom);
    const ends = Array.from(between).filter((c) => sentenceEnds.includes(c)).length;
    if (ends > 0) [sentence, named, around] = [sentence + ends, "", null];
    // What a bracket names is named in it alone: 整体效能24.77分（产出9.8分、效益10分）.
    if (around !== null && between.includes(")")) [named, around] = [around, null];
    const behindLast = figures[index - 1]?.outerTo ?? 0;
    read = figure.outerTo;
    while ((frames[frame + 1]?.from ?? Infinity) <= figure.from) frame += 1;
    const time = frames[frame];
    const side = boundSide(figure.side);
    const [from, to] =
      side === null ? [figure.from, figure.to] : [Math.max(behindLast, figure.outerFrom), figure.outerTo];
    const label = labelBefore(text, from, behindLast);
    const isAfterColon = text.charAt(from - label.length - 1) === ":";
    // What the clause names without a figure counts, too: "青少年体育培训人数未达标，目标值3000人".
    const [outside = "", inside = ""] = label.includes(")") ? [] : label.split(/[(（](?=[^(（]*$)/u);
    const isInside = nameIn(inside) !== "";
    if (isInside && around === null) around = nameIn(outside) === "" ? named : nameIn(outside);
    const own = nameIn(isInside ? inside : label);
    const clauseName = own === "" ? nameIn(clauseBefore(text, from, behindLast)) : own;
    if (clauseName !== "") named = clauseName;
    const isAbout = figure.side === "approx" && figure.unit.name === "分";
    if ((figure.side !== null && side === null && !isAbout) || figure.high !== null) continue;
    const unit = figure.unit.name === "" && isBareScore(text, label, figure.to) ? "分" : figure.unit.name;
    if (unit === "") continue;
    const clause = clauseAround(text, from, to, side === null ? to : from);
    const one: StatedFigure = {
      label,
      isAfterColon,
      subject: clauseName === "" ? named : clauseName,
      isNamed: own !== "",
      counted: wordsBehind(text, to, figures[index + 1]?.outerFrom ?? text.length),
      kind: kindOf(label, unit),
      ...measured(figure, text, isAbout),
      unit,
      text: text.slice(figure.from, figure.to),
      apart: elsewhere.test(clause) || time?.apart === true,
      years: (clause.match(/20\d\d(?=年)/gu) ?? []).map(Number),
      since: time?.year ?? null,
      hoped: time?.hoped === true,
      wanted: time?.wanted === true,
      sentence,
      from: figure.from,
    };
    const bare = unit === "分" && !kinds.some(([, pattern]) => pattern.test(label));
    if (side === null) stated.push({ ...one, bare });
    else {
      const [lead, trail] = [text.slice(from, figure.from), text.slice(figure.to, to)];
      bounds.push({ ...one, side, lead, trail });
    }
  }
  const plain = stated.map(({ bare, ...one }, index): StatedFigure =>
    bare && isWeightBefore(one, stated[index + 1]) ? { ...one, kind: "weight" } : one,
  );
  return { figures: plain, bounds };
});

/** "综合评分98.76，等级为优": points without 分. "得分=99.4%×5" is a sum that goes on. */
function isBareScore(text: string, label: string, to: number): boolean {
  return (
    /(?:得分|评分|总分|自评分)(?:约?为|是|[:：])?约?$/u.test(label) &&
    /^(?:[，,。；;)）\s]|$)/u.test(text.slice(to, to + 1))
  );
}

/** "采购管理10分，得9分": points without a word of their own, in front of a score that names nothing. 满意度92.4分 is what was measured. */
function isWeightBefore(
  one: StatedFigure,
  next: (StatedFigure & { readonly bare: boolean }) | undefined,
): boolean {
  return (
    next?.unit === "分" &&
    next.sentence === one.sentence &&
    !next.bare &&
    !next.isNamed &&
    next.value <= one.value &&
    !/满意度?$/u.test(one.subject)
  );
}

/** "60余场" is anything from 60 to 70, "4.8万多" from 4.8 to 4.9万. */
function measured(
  figure: PlacedFigure,
  text: string,
  isAbout: boolean,
): Pick<StatedFigure, "value" | "rounding"> {
  const scale = 10 ** (figure.magnitude + figure.unit.power);
  const decimals = decimalPlaces(figure.digits);
  if (!/\S[余多](?!年)/u.test(text.slice(figure.from, figure.to)))
    return { value: figure.value, rounding: (scale / 10 ** decimals / 2) * (isAbout ? 2 : 1) };
  let step = 10 ** -decimals;
  const written = tidy(figure.value / scale);
  while (decimals === 0 && written !== 0 && written % (step * 10) === 0) step *= 10;
  const half = (scale * step) / 2;
  return { value: figure.value + half, rounding: half };
}

function kindOf(label: string, unit: string): FigureKind {
  const words = label.replace(/[(（]$/u, "");
  const said = kinds.find(([, pattern]) => pattern.test(words))?.[0];
  if (unit === "分")
    return said === "weight" || said === "loss" ? said : label === words ? "score" : "weight";
  if (said === "target" || said === "actual") return said;
  return unit === "%" ? "rate" : unit === "元" ? "amount" : "count";
}

/** What a label names, without list mark, time and the words of its kind; "" where it names nothing. */
function nameIn(label: string): string {
  const bare = label.replace(listMark, "").replace(/[(（][^()（）]*[)）]?$/u, "");
  let name = bare.replace(leadingWords, "");
  while (roleWord.test(name)) name = name.replace(roleWord, "");
  return /^(?:[该此本]项?(?:指标|得分)?|指标|自评|得|比例|比率|[上下]述|各项?|[尚仍]?未能?|没有|[^\p{Script=Han}]*)$/u.test(
    name,
  )
    ? ""
    : name;
}
