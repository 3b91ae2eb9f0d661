import { tidy } from "../quantity/tidy";
import type { CellValue } from "../workbook/snapshot";

const dayZero = Date.UTC(1899, 11, 30);

/** What a cell shows: its value in its number format, as far as forms use formats; anything rarer as General. */
export function formatCell(value: CellValue, format: string | undefined): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const section = pickSection(format ?? "General", value);
  if (/^(?:general|@)?$/iu.test(section.code)) return general(value);
  if (isDate(section.code)) return formatDate(value, section.code);
  return formatNumber(section.negative ? Math.abs(value) : value, section.code);
}

function general(value: number): string {
  return String(tidy(value)).length > 11 ? String(Number(value.toPrecision(10))) : String(tidy(value));
}

/** "0.00;(0.00);-" has sections for positive, negative and zero. */
function pickSection(format: string, value: number): { readonly code: string; readonly negative: boolean } {
  const sections = format.split(";").map((code) => code.replace(/\[[^[\]]*\]/gu, ""));
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined && negative !== "") return { code: negative, negative: true };
  if (value === 0 && zero !== undefined && zero !== "") return { code: zero, negative: false };
  return { code: positive, negative: false };
}

function isDate(code: string): boolean {
  return /[ymd]/iu.test(withoutQuotes(code)) && !/[0#]/u.test(withoutQuotes(code));
}

function formatDate(value: number, code: string): string {
  const date = new Date(Math.round((value * 86_400_000 + dayZero) / 1000) * 1000);
  if (!Number.isFinite(date.getTime())) return String(value);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return /h/iu.test(withoutQuotes(code))
    ? `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
    : day;
}

function formatNumber(value: number, code: string): string {
  const plain = withoutQuotes(code);
  const figure = /[#0?][#0?,]*(?:\.[#0?]*)?/u.exec(plain)?.[0];
  if (figure === undefined) return code.replace(/"/gu, "").replace(/[_*]./gu, "");
  const places = figure.split(".")[1] ?? "";
  const shown = plain.includes("%") ? tidy(value * 100) : value;
  const text = shown.toLocaleString("en-US", {
    minimumFractionDigits: places.replace(/[^0]/gu, "").length,
    maximumFractionDigits: Math.min(20, places.length),
    useGrouping: figure.includes(","),
  });
  const around = code.replace(/[_*]./gu, "").replace(/"([^"]*)"|\\(.)/gu, "$1$2");
  return around.replace(/[#0?][#0?,]*(?:\.[#0?]*)?/u, text).trim();
}

function withoutQuotes(code: string): string {
  return code.replace(/"[^"]*"|\\./gu, "").replace(/[_*]./gu, "");
}
