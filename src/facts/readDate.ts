import type { CellValue } from "../workbook/snapshot";
import type { FactValue } from "../criteria/fact";

/** What a cell or a word says as a fact; or why it cannot be used, in Chinese, with what to do. */
export type ReadFactValue =
  | { readonly value: FactValue; readonly approximate: boolean; readonly remark: string | null }
  | { readonly problem: string };

const shapes = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T?00:00(?::00)?)?$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];
/** 1982 to 2064: any other number in a date cell is something else. */
const firstDay = 30_000;
const lastDay = 60_000;

/** A date as an Excel day number (1900 system), from a day number or from text; or the text 未公开. */
export function readDate(value: CellValue): ReadFactValue {
  const text = String(value ?? "")
    .normalize("NFKC")
    .replace(/\s+/gu, "");
  if (text === "未公开" || text === "没有公开") return { value: "未公开", approximate: false, remark: null };
  const day = typeof value === "number" ? Math.floor(value) : dayNumber(text);
  if (day === null || day < firstDay || day > lastDay) {
    return { problem: `“${text.slice(0, 20)}”读不出日期，请填写如2023-02-16；没有公开的填“未公开”。` };
  }
  return { value: day, approximate: false, remark: null };
}

function dayNumber(text: string): number | null {
  const match = shapes.map((shape) => shape.exec(text)).find((found) => found !== null);
  const [year, month, date] = (match ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  // 31 April would roll over into May.
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date) return null;
  return Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
}
