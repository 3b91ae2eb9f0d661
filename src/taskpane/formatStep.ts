import { tidy } from "../quantity/tidy";
import type { GatheredFact } from "../facts/gatheredFact";

/** A value of a Step as people read it: a rate as percent, figures grouped, no zeros at the end. */
export function formatStep(value: number | string, unit: string): string {
  if (typeof value === "string") return value;
  if (unit === "%") return `${plainFigure(tidy(value * 100), 4)}%`;
  if (unit === "日期" || unit === "日")
    return unit === "日期" ? formatDay(value) : `${plainFigure(value, 0)}日`;
  return `${plainFigure(value, unit === "分" ? 5 : 4)}${unit}`;
}

/** 66820.9 → "66,820.9". */
export function plainFigure(value: number, decimals: number): string {
  return tidy(value).toLocaleString("zh-CN", { maximumFractionDigits: decimals });
}

const dayZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** An Excel day number as "2023-02-10". */
export function formatDay(day: number): string {
  const date = new Date(dayZero + Math.floor(day) * dayLength);
  return Number.isFinite(date.getTime()) ? date.toISOString().slice(0, 10) : String(day);
}

/** "2023-2-10", "2023/2/10", "2023.2.10", "2023年2月10日" → the Excel day number; null for anything else. */
export function readDay(text: string): number | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(
    text.normalize("NFKC").replace(/\s/gu, ""),
  );
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (year < 1901 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return (time - dayZero) / dayLength;
}

/** A fact's value as people read it; twelve months as "3月 100%、4月 99.83%"; "" when there is none. */
export function formatFact(fact: GatheredFact): string {
  const { value, spec } = fact;
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value !== "number") {
    return value
      .flatMap((rate, month) => (rate === null ? [] : [`${month + 1}月 ${formatStep(rate, "%")}`]))
      .join("、");
  }
  if (spec.kind === "date") return formatDay(value);
  const percent = spec.kind === "rate" || spec.kind === "answerOrShare";
  const text = formatStep(value, percent ? "%" : spec.unit);
  return fact.approximate ? `约${text}` : text;
}
