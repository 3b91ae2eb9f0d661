import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import type { CellValue } from "../workbook/snapshot";
import type { SheetView, ViewCell } from "./sheetView";

/**
 * The printed weight of an indicator in 分: 10, "１０", "10 分", "满分10分". Null for a blank, for words, for two numbers
 * and for a percent: whether "10%" means ten points is not for us to guess.
 */
export function readWeight(value: CellValue, format: string): number | null {
  if (typeof value === "number") return format.includes("%") ? null : plausible(value);
  if (typeof value !== "string" || value.length > 40) return null;
  const text = plain(value).replace(/^(?:满分|分值|权重)[::]?/u, "");
  const weight = inPoints(text.replace(/^\(([^()]*)\)$/u, "$1"));
  return weight === null ? null : plausible(weight);
}

/**
 * The number in a score cell: 9.66, "9.66 分", "得2分（满分3分）" → 2, "满分" → the printed weight. Null for anything
 * that is not plainly one score ("扣1分", "9/10", "98%", "-").
 */
export function readScore(value: CellValue, weight: number | null, format: string): number | null {
  if (typeof value === "number") return format.includes("%") ? null : finite(value);
  if (typeof value !== "string" || value.length > 60) return null;
  const text = plain(value)
    .replace(/^(?:本项|此项)?(?:自评得分|自评分|得分|得|计)?[::]?/u, "")
    .replace(/\((?:本项|此项)?(?:满分|分值)(?:为|:)?(?:\d{1,4}(?:\.\d{1,9})?分?)?\)$/u, "");
  return text === "满分" ? weight : inPoints(text);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

function inPoints(text: string): number | null {
  const number = readPlainNumber(text);
  if (number === null) return null;
  return ["", "分", "(分)"].includes(number.unit) ? finite(number.value) : null;
}

/** Forms add up to 100, some to 1000; a larger number is a slip of the keyboard. */
const largestWeight = 1000;

function plausible(weight: number): number | null {
  return weight >= 0 && weight <= largestWeight ? weight : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** 得分（20分*执行率）, 预算执行情况（万元）（20分） */
export function pointsIn(text: string): number | null {
  const match = /(?:^|[(（])\s*(\d{1,3}(?:\.\d{1,2})?)\s*分\s*(?:[*×xX]|[)）])/u.exec(text.normalize("NFKC"));
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** 权重（‰）, 权重（千分制）: what stands below is of a thousand. */
export function isPermille(
  view: SheetView,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  column: number | null,
): boolean {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return column !== null && rows.some((row) => /[‰]|千分/u.test(view.cell(row, column).text));
}

/** 300 of a thousand are 30 of a hundred; null: no plain number. */
export function ofPermille({ value }: Pick<ViewCell, "value">): number | null {
  const printed = readPlainNumber(value);
  return printed === null || !["", "‰"].includes(printed.unit) ? null : tidy(printed.value / 10);
}
