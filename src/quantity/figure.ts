import type { Span } from "./plainText";
import type { Side } from "./side";
import type { Unit } from "./unit";

/** One number of a text with all that belongs to it. */
export interface Figure {
  /** With its magnitude and unit: "33.01万人" → 330100, "95%" → 0.95, "12公里" → 12000 (米). */
  readonly value: number;
  /** The other end of a range, above `value`; null when it is none. */
  readonly high: number | null;
  /** "95%±2%": how far around `value` still counts; "±3%" alone is around 0. */
  readonly around?: number;
  readonly unit: Unit;
  /** Power of ten written as 千, 百, 万, 亿: 4 for "33.01万人". */
  readonly magnitude: number;
  /** The digits as plain text: "33.01", "五", "66820.9". */
  readonly digits: string;
  readonly side: Side | null;
  /** Numerator and denominator in brackets behind a rate; agrees: the same as the rate at its decimals. */
  readonly fraction: { readonly over: number; readonly under: number; readonly agrees: boolean } | null;
  /** The figure with the words of its side, in the original text. */
  readonly span: Span;
  /** The words of that span. */
  readonly text: string;
  /** Chinese; why the figure itself may be misread. */
  readonly doubt: string | null;
}

/** A figure with its place in the plain text, while a text is read. */
export interface PlacedFigure extends Omit<Figure, "span" | "text"> {
  /** The number without side words, [from, to) in the plain text. */
  readonly from: number;
  readonly to: number;
  /** The same with the words of its side. */
  readonly outerFrom: number;
  readonly outerTo: number;
}

/** Words that stand for a figure that was reached: a date, "未发生". */
export function figureOfWords(text: string): Figure {
  const unit = { name: "", written: "", power: 0 };
  const bare = { high: null, unit, magnitude: 0, digits: "", fraction: null, doubt: null };
  return { ...bare, value: 0, side: "atMost", span: { from: 0, to: text.length }, text };
}
