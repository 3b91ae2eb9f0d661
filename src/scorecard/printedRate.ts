import type { CompletionRate } from "../criteria/completionRate";
import { percentWords } from "../criteria/words";
import type { Form } from "../form/form";
import { readPlainNumber } from "../quantity/plainNumber";
import type { CellAddress } from "../workbook/cell";
import { findSheet, snapshotCell, type CellValue, type Snapshot } from "../workbook/snapshot";

/** The column of the form's own table whose title is 完成率; null where there is none, or several. */
export function rateColumn(
  { sheet: name, headerRow, indicators }: Pick<Form, "sheet" | "headerRow" | "indicators">,
  snapshot: Snapshot,
): number | null {
  const sheet = findSheet(snapshot, name);
  const first = indicators.find(({ row }) => row > headerRow)?.row ?? headerRow;
  const columns = Array.from({ length: Math.max(0, first - headerRow) }, (_, index) => headerRow + index)
    .flatMap((row) => Array.from(sheet?.rows.get(row) ?? []))
    .flatMap(([column, { value }]) => (isTitle(value) ? [column] : []));
  return columns.length === 1 ? (columns[0] ?? null) : null;
}

function isTitle(value: CellValue): boolean {
  const title = String(value ?? "").replace(/\s+/gu, "");
  return /^(?:指标)?(?:实际)?完成(?:率|比例|程度)(?:[(（].{0,20}[)）])?$/u.test(title);
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

/** Equal at the decimals that people write: a tenth of a percent. */
export function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) <= 0.0011 * Math.max(1, Math.abs(right));
}

export function sayRate(value: CellValue, rates: readonly number[]): string {
  return typeof value === "number" ? percentWords(rates[0] ?? value) : `“${String(value)}”`;
}

/** Why the printed 完成率 of a row is to be asked about; null: it agrees, or there is none. Chinese, without a stop. */
export function rateDoubt(
  snapshot: Snapshot,
  at: CellAddress | null,
  reading: CompletionRate,
): string | null {
  const cell = at === null ? null : snapshotCell(snapshot, at);
  if (cell == null || reading.outcome !== "rate") return null;
  const rates = writtenRates(cell.value, cell.format);
  return fitsRate(rates, reading.rate)
    ? null
    : `完成率一栏是${sayRate(cell.value, rates)}，按目标值和实际完成值是${percentWords(reading.rate)}，以哪个为准`;
}
