import type { CompletionRate } from "../criteria/completionRate";
import { percentWords } from "../criteria/words";
import type { Form } from "../form/form";
import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import type { CellAddress } from "../workbook/cell";
import { findSheet, snapshotCell, type CellValue, type Snapshot } from "../workbook/snapshot";

/** The columns of the form's own table whose title is 完成率, or 目标完成率, 核实完成率. */
export function rateColumns(
  { sheet: name, headerRow, indicators }: Pick<Form, "sheet" | "headerRow" | "indicators">,
  snapshot: Snapshot,
): readonly number[] {
  const sheet = findSheet(snapshot, name);
  const first = indicators.find(({ row }) => row > headerRow)?.row ?? headerRow;
  const columns = Array.from({ length: Math.max(0, first - headerRow) }, (_, index) => headerRow + index)
    .flatMap((row) => Array.from(sheet?.rows.get(row) ?? []))
    .flatMap(([column, { value }]) => (isTitle(value) ? [column] : []));
  return Array.from(new Set(columns));
}

function isTitle(value: CellValue): boolean {
  const title = String(value ?? "").replace(/\s+/gu, "");
  return (
    /^(?:[\u4e00-\u9fff]{0,8}(?:完成|达成|实现)(?:率|比例|程度)|(?:指标|目标|任务|工作|完成|实施)*进度)(?:[(（].{0,20}[)）])?$/u.test(
      title,
    ) && !/上年|去年|预算|资金|执行|半年|季度|累计/u.test(title)
  );
}

/** "117.89%", 1.1789 and 117.89 all say the same; a bare number is read both ways. */
export function writtenRates(value: CellValue, format = ""): readonly number[] {
  const number = readPlainNumber(value);
  if (number === null || !["", "%"].includes(number.unit)) return [];
  if (number.unit === "%" || format.includes("%")) return [number.value];
  return [number.value, number.value / 100];
}

/** One of them is the rate; capped at 100 % is a common way to write one that is higher. */
export function fitsRate(rates: readonly number[], rate: number): boolean {
  return rates.length === 0 || rates.some((one) => isNear(one, rate) || (rate > 1 && isNear(one, 1)));
}

/** "103%" of 103.33%: written in whole percents it is as near as they are; 100% of 99.6% hides a miss. */
export function isWholePercent(rate: number, exact: number): boolean {
  const percent = tidy(rate * 100);
  const hidesMiss = rate >= 1 && exact < 1;
  return Number.isInteger(percent) && !hidesMiss && Math.abs(tidy(rate - exact)) <= 0.005;
}

/** Equal at the decimals that people write: a tenth of a percent. */
export function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) <= 0.0011 * Math.max(1, Math.abs(right));
}

export function sayRate(value: CellValue, rates: readonly number[]): string {
  return typeof value === "number" ? percentWords(rates[0] ?? value) : `“${String(value)}”`;
}

/** What "是", "已完成", "否", "部分完成" say of whether the target was reached; null: nothing of the kind. */
export function saysMet(words: string): boolean | null {
  const text = words.normalize("NFKC").replace(/\s+/gu, "");
  if (/^(?:[否×✗✘xXN]|no$|[未没不]|尚|部分|基本|大部)/iu.test(text)) return false;
  return /^(?:[是√✓✔yY]|yes)$|^(?:已|全部|均|如期|按[期时]|超额|按计划)*(?:完成|达标|达到|实现|合格|通过)(?:目标|任务)?$/iu.test(
    text,
  )
    ? true
    : null;
}

const nothing = /^(?:[-—－/\\]+|无)$/u;
/** "约90%", "100%以上": as it is written, not more exactly. */
const bounded = /^(?:约|大约|近|接近|≈|≥|>)|(?:左右|以上|上下)$/gu;

/** Why a printed 完成率 of a row is to be asked about; null: all agree, or there is none. Chinese, without a stop. */
export function rateDoubt(
  snapshot: Snapshot,
  places: readonly CellAddress[],
  reading: CompletionRate,
): string | null {
  if (reading.outcome !== "rate") return null;
  const against = places.flatMap((at) => {
    const cell = snapshotCell(snapshot, at);
    return cell == null || fitsCell(cell.value, cell.format, reading) ? [] : [cell];
  });
  const [cell] = against;
  if (cell === undefined) return null;
  const rates = writtenRates(cell.value, cell.format);
  return `完成率一栏是${sayRate(cell.value, rates)}，按目标值和实际完成值是${percentWords(reading.rate)}，以哪个为准`;
}

type RateReading = Extract<CompletionRate, { outcome: "rate" }>;

function fitsCell(value: CellValue, format: string | undefined, { rate, met }: RateReading): boolean {
  const text = typeof value === "string" ? value.normalize("NFKC").replace(/\s+/gu, "") : "";
  if (value === null || (typeof value === "string" && (text === "" || nothing.test(text)))) return true;
  const rates = writtenRates(value, format);
  // "103%" of 103.16%: rounded to as many decimals as are written.
  const decimals = /%$/u.test(text) ? (/\.(\d+)/u.exec(text)?.[1]?.length ?? 0) : null;
  const isRounded = (one: number): boolean =>
    decimals !== null && Math.abs(tidy(one - rate)) <= tidy(0.005 / 10 ** decimals);
  if (rates.length > 0) return fitsRate(rates, rate) || rates.some(isRounded);
  const near = writtenRates(text.replace(bounded, ""));
  if (near.length > 0)
    return (
      near.some((one) => Math.abs(one - rate) <= 0.005) ||
      (/以上$|^[≥>]/u.test(text) && near.some((one) => met && rate >= one))
    );
  return saysMet(text) === met;
}
