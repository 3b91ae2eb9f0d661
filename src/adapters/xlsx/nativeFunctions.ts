import type { CellValue } from "../../workbook/snapshot";
import { formatNumber, formatWords } from "./textFormat";

interface NativeFunction {
  readonly least: number;
  readonly most: number;
  readonly call: (args: readonly CellValue[]) => CellValue;
}

/** Built-in functions that the engine does not work out as Excel does: it rounds the binary number, so that
 * ROUND(1.005,2) gives 1 instead of 1.01; LENB counts letters; VALUE refuses "1,250.5"; TEXT writes "0.00_ " and
 * "[>9]优" out. */
export const nativeFunctions: Readonly<Record<string, NativeFunction>> = {
  ROUND: { least: 2, most: 2, call: (args) => rounding(args, (size) => Math.round(size)) },
  ROUNDUP: { least: 2, most: 2, call: (args) => rounding(args, (size) => Math.ceil(size)) },
  ROUNDDOWN: { least: 2, most: 2, call: (args) => rounding(args, (size) => Math.floor(size)) },
  LENB: { least: 1, most: 1, call: ([text = null]) => bytesOf(textOf(text)) },
  VALUE: { least: 1, most: 1, call: ([text = null]) => numberOf(text) ?? unread(text) },
  TEXT: { least: 2, most: 2, call: ([value = null, format = null]) => shown(value, textOf(format)) },
};

/** "5/2" is a day of the year in which the file is opened: #NAME? says that it is not known here. */
function unread(text: CellValue): CellValue {
  return /^\s*\d+\s*[-/月]\s*\d/.test(textOf(text)) ? "#NAME?" : "#VALUE!";
}

/** #NAME? says that the format is not known here. */
function shown(value: CellValue, format: string): CellValue {
  const number = typeof value === "boolean" ? null : numberOf(value);
  const text =
    number === null
      ? formatWords(textOf(value), format)
      : formatNumber(number, format, (size, places) => Number(rounding([size, places], Math.round)));
  return text ?? "#NAME?";
}

/** Rounds the size of the number as its 15 shown digits say it, ties away from zero; the sign comes back after. */
function rounding(args: readonly CellValue[], round: (size: number) => number): CellValue {
  const number = numberOf(args[0] ?? null);
  const places = numberOf(args[1] ?? null);
  if (number === null || places === null) return "#VALUE!";
  const digits = Math.trunc(places);
  if (number === 0 || digits > 300) return number;
  if (digits < -300) return 0;
  const rounded = shift(round(shift(Math.abs(number), digits)), -digits);
  return Number.isFinite(rounded) ? Math.sign(number) * rounded : number;
}

/** Times a power of ten, by the decimal digits: 1.005 by 2 is 100.5, not 100.49999999999999. */
function shift(size: number, places: number): number {
  const [digits = "0", exponent = "0"] = size.toExponential(14).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** A Chinese character counts two, as in Chinese Excel. */
function bytesOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0);
}

function textOf(value: CellValue): string {
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value ?? "");
}

/** A number as VALUE reads it: "1,250.5", "12%", "(3)", "¥5", "2023-1-5", "8:30"; null for anything else. */
function numberOf(value: CellValue): number | null {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = value.normalize("NFKC").trim();
  const match =
    /^([+-]?)(\(?)[¥￥$]?([+-]?)(\d[\d,]{0,40}(?:\.\d{0,40})?|\.\d{1,40})(e[+-]?\d{1,3})?(%?)(\)?)$/i.exec(
      text,
    );
  if (match === null) return timeOf(text);
  const [, sign, opening, inner, digits = "", exponent = "", percent, closing] = match;
  if ((opening === "") !== (closing === "") || !wellGrouped(digits)) return null;
  const size = Number(digits.replaceAll(",", "") + exponent) / (percent === "" ? 1 : 100);
  return sign === "-" || inner === "-" || opening !== "" ? -size : size;
}

/** "1,250" and "12,345,678.5" are numbers, "1,2" is not. */
function wellGrouped(digits: string): boolean {
  const [whole = ""] = digits.split(".");
  const [first = "", ...groups] = whole.split(",");
  return groups.length === 0 || (first.length <= 3 && groups.every((group) => group.length === 3));
}

/** A date as its day number (1900 system) or a time as a share of a day. */
function timeOf(text: string): number | null {
  const date = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (date !== null) {
    const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
    const moment = new Date(Date.UTC(year, month - 1, day));
    if (year < 1900 || moment.getUTCMonth() !== month - 1) return null;
    const days = moment.getTime() / 86_400_000 + 25_569;
    return days < 61 ? days - 1 : days;
  }
  const time = /^(\d{1,4}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (time === null) return null;
  return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? "0")) / 86_400;
}
