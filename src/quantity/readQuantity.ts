import { readClauses, stretchAt, type Clauses, type Stretch } from "./clauses";
import { isCounted, isVerdict } from "./counted";
import type { Figure, PlacedFigure } from "./figure";
import { joinFigures } from "./joinFigures";
import { originalSpan, plainText, type PlainText, type Span } from "./plainText";
import { isWrittenDay } from "./nameDigits";
import { scanFigures } from "./scanFigures";
import { readStatements, type Statement } from "./statements";
import { noUnit, unitAt } from "./unit";

/** What a cell says, read as a target or as an actual. */
export type QuantityReading = {
  /** Every other number of the text that may measure something: never used without asking. */
  readonly mentions: readonly Figure[];
  /** The characters that the reading rests on. */
  readonly spans: readonly Span[];
  /** unsure: to be asked, because of the doubts. */
  readonly certainty: "sure" | "unsure";
  /** Chinese, without a full stop. */
  readonly doubts: readonly string[];
  /** All that the text says, clause by clause, its figures among it. */
  readonly statements: readonly Statement[];
} & (
  | { readonly kind: "quantity"; readonly figures: readonly [Figure, ...Figure[]] }
  /** Words without a quantity: a person picks the tier. */
  | { readonly kind: "qualitative" }
  /** "已完成": met; "未完成", "部分完成": not. */
  | { readonly kind: "verdict"; readonly met: boolean }
  | { readonly kind: "date" }
  | { readonly kind: "nil" }
);

/** Longer than any target that was ever seen; the rest of a longer text is not read. */
const longestText = 4000;
const nilMark =
  /^(?:[-—~_/\\.%*?？…\s]*|无|暂无|没有|空|空白|N\/?A|NA|null|不详|待定|待补充|未填|未填报|未统计|暂未统计)[。.]?$/iu;
const deadline =
  /按期|按时|如期|及时|年底前|年底之前|月底前|底之前|之前完成|前完成|年内|季度末|年末|月底|按进度|按计划/u;

/**
 * Reads a cell as people write figures. Never throws; time grows with the length of the text.
 * @param content a cell's value; a number is a figure without a unit
 * @param name the indicator's name: its own numbers ("100个紧缺职业…调查") are no quantities
 */
export function readQuantity(content: string | number | boolean | null, name = ""): QuantityReading {
  const original = typeof content === "string" ? content : String(content ?? "");
  const none = { mentions: [], spans: [], certainty: "sure", doubts: [], statements: [] } as const;
  if (typeof content === "number" && !isWrittenDay(content)) {
    if (!Number.isFinite(content)) return { ...none, kind: "nil" };
    const figure = numberFigure(content, original);
    const statements = [{ text: original, words: ["", ""], figures: [figure], enclosed: false }];
    return { ...none, kind: "quantity", figures: [figure], spans: [wholeOf(original)], statements };
  }
  const plain = withUnitsBeside(withPeriods(plainText(original.slice(0, longestText))));
  const { text } = plain;
  if (nilMark.test(text)) return { ...none, kind: "nil" };

  const scan = scanFigures(text);
  const placed = joinFigures(text, scan.figures);
  const clauses = readClauses(text, placed);
  const chosen = choose(text, placed, clauses, plainText(name.slice(0, 500)).text);
  const known = new Map<PlacedFigure, Figure>();
  const figureOf = (one: PlacedFigure): Figure => {
    const figure = known.get(one) ?? finished(one, plain, original);
    known.set(one, figure);
    return figure;
  };
  const figures = chosen.counted.map(figureOf);
  const mentions = [...chosen.mentioned, ...scan.days].map(figureOf);
  const statements = readStatements(text, [...placed, ...scan.days], clauses, figureOf);
  const [first, ...more] = figures;
  if (first !== undefined && isQuantity(text, chosen.counted, clauses)) {
    const doubts = [
      ...figures.flatMap((figure) => (figure.doubt === null ? [] : `“${figure.text}”${figure.doubt}`)),
      ...chosen.doubts,
    ];
    if (original.length > longestText) doubts.push("文字过长，只读了前面一部分");
    const certainty = doubts.length === 0 ? "sure" : "unsure";
    const spans = figures.map((figure) => figure.span);
    return { kind: "quantity", figures: [first, ...more], mentions, spans, certainty, doubts, statements };
  }

  const words = {
    ...none,
    statements,
    mentions: [...figures, ...mentions].sort((a, b) => a.span.from - b.span.from),
  };
  const whole = [wholeOf(original)];
  if (text.length <= 24 && isVerdict(text)) {
    return { ...words, kind: "verdict", met: !/[未没不]|部分|基本|尚/u.test(text), spans: whole };
  }
  const dated = scan.dates.length > 0 || deadline.test(text);
  if (dated && text.length <= 30 && placed.length === 0) {
    const spans = scan.dates.map((date) => originalSpan(plain, date.from, date.to));
    return { ...words, kind: "date", spans: spans.length > 0 ? spans : whole };
  }
  return { ...words, kind: "qualitative", spans: whole };
}

interface Choice {
  readonly counted: readonly PlacedFigure[];
  readonly mentioned: readonly PlacedFigure[];
  readonly doubts: readonly string[];
}

/** Which figures are the measured ones: not those in brackets, behind 其中, in the indicator's name, in passing. */
function choose(text: string, placed: readonly PlacedFigure[], clauses: Clauses, name: string): Choice {
  const outside = keepSome(placed, (figure) => stretchAt(clauses.enclosed, figure.outerFrom) < 0);
  const main = keepSome(outside, (figure) => !isDetail(text, figure, clauses.parts));
  const own = keepSome(main, (figure) => !isInName(text, figure, name));
  const counted: PlacedFigure[] = [];
  const doubts: string[] = [];
  for (const figure of own) {
    const clause = clauses.clauses[stretchAt(clauses.clauses, figure.from)] ?? { from: 0, to: text.length };
    const last = counted.at(-1);
    const previous = last !== undefined && last.from >= clause.from ? last : null;
    const verdict = isCounted(text, figure, clause, previous);
    if (verdict === "counted") counted.push(figure);
    else if (verdict === "second") {
      doubts.push(`“${text.slice(figure.from, figure.to)}”是否也是要考核的数值`);
    }
  }
  const chosen = new Set(counted);
  return { counted, mentioned: placed.filter((figure) => !chosen.has(figure)), doubts };
}

function keepSome(
  figures: readonly PlacedFigure[],
  keep: (figure: PlacedFigure) => boolean,
): readonly PlacedFigure[] {
  const kept = figures.filter(keep);
  return kept.length > 0 ? kept : figures;
}

function isDetail(text: string, figure: PlacedFigure, parts: readonly Stretch[]): boolean {
  const part = parts[stretchAt(parts, figure.from)];
  return text.slice(Math.max(part?.from ?? 0, figure.from - 24), figure.from).includes("其中");
}

/** "100个紧缺" stands in the name too: with two letters behind it, so that "5场" alone is no name. */
function isInName(text: string, figure: PlacedFigure, name: string): boolean {
  const words = text.slice(figure.from, figure.to + 2);
  return words.length === figure.to - figure.from + 2 && name.includes(words);
}

/** A sentence with a number in it is a quantity when a bound is said or every second clause counts something. */
function isQuantity(text: string, counted: readonly PlacedFigure[], clauses: Clauses): boolean {
  const bounded = counted.some((figure) => figure.side !== null && figure.side !== "approx");
  const measured = counted.some((figure) =>
    /达到?$|统计为?$|实际为?$/u.test(text.slice(figure.from - 6, figure.from)),
  );
  if (bounded || measured) return true;
  const holding = new Set(counted.map((figure) => stretchAt(clauses.sentences, figure.from)));
  const others = clauses.sentences.filter(
    (sentence, i) =>
      !holding.has(i) && !isVerdict(text.slice(sentence.from, Math.min(sentence.to, sentence.from + 20))),
  );
  return holding.size >= others.length;
}

function finished(figure: PlacedFigure, plain: PlainText, original: string): Figure {
  const { value, high, unit, magnitude, digits, side, fraction, doubt, around } = figure;
  const span = originalSpan(plain, figure.outerFrom, figure.outerTo);
  const text = original.slice(span.from, span.to);
  const read = { value, high, unit, magnitude, digits, side, fraction, span, text, doubt };
  return around === undefined ? read : { ...read, around };
}

/** "四个季度各1次" → "每季度1次": each of all the periods of the year. */
function withPeriods({ text, at }: PlainText): PlainText {
  let plain = { text: "", at: [] as readonly number[] };
  let done = 0;
  for (const { index, 0: found, 1: period = "" } of text.matchAll(ofAllPeriods)) {
    const from = index + found.lastIndexOf(period);
    const places = [...at.slice(done, index + 1), ...at.slice(from, from + period.length)];
    plain = {
      text: `${plain.text}${text.slice(done, index)}每${period}`,
      at: [...plain.at, ...places],
    };
    done = index + found.length;
  }
  return { text: plain.text + text.slice(done), at: [...plain.at, ...at.slice(done)] };
}

const ofAllPeriods =
  /(?<!第)(?:(?:四|4|每)个?|(?<=^|[，,;；。:])上下)(季度|半年)(?:各|均)(?=[0-9一二两三四五六七八九十])/gu;

/** "5(含1次线上)次" → "5次(含1次线上)": a remark between a number and its unit stands behind both. */
function withUnitsBeside({ text, at }: PlainText): PlainText {
  const order = Array.from(text, (_, i) => i);
  for (const { index, 0: found, 1: remark = "" } of text.matchAll(remarkBeforeUnit)) {
    const from = index + found.length - remark.length;
    const written = unitAt(text, index + found.length)?.written ?? "";
    if (written === "" || text.charAt(from - 1) === written) continue;
    const moved = order.splice(index + found.length, written.length);
    order.splice(from, 0, ...moved);
  }
  const places = order.map((i) => at[i] ?? 0);
  return { text: order.map((i) => text.charAt(i)).join(""), at: [...places, at.at(-1) ?? 0] };
}

const remarkBeforeUnit = /[0-9万亿千百](\([^()\n]{1,20}\))(?=[^0-9()，,;；。、\n])/gu;

function numberFigure(value: number, written: string): Figure {
  const bare = { high: null, unit: noUnit, magnitude: 0, side: null, fraction: null, doubt: null };
  return { ...bare, value, digits: written, span: wholeOf(written), text: written };
}

function wholeOf(text: string): Span {
  return { from: 0, to: text.length };
}
