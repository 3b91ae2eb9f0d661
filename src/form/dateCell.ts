import type { CellValue } from "../workbook/snapshot";

/** 1982 to 2064: any other number in a cell formatted as a date is something else. */
const firstDay = 30_000;
const lastDay = 60_000;
const dayLength = 86_400_000;

/** A day number as the text that its format shows, as far as it shows one: "2023年10月31日", "2023年10月"; else null. */
export function dateOf(
  value: CellValue,
  format: string,
): { readonly text: string; readonly parts: readonly DatePart[] } | null {
  const shown = partsOf(format);
  if (typeof value !== "number" || value < firstDay || value > lastDay || shown === null) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * dayLength);
  const of = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return { text: shown.map((part) => `${of[part]}${signs[part]}`).join(""), parts: shown };
}

export type DatePart = "year" | "month" | "day";

const signs: Readonly<Record<DatePart, string>> = { year: "年", month: "月", day: "日" };

/** null: the format shows no date. "mm:ss" and "[h]:mm" show times. */
function partsOf(format: string): readonly DatePart[] | null {
  const bare = format.split(";", 1)[0]?.replace(/"[^"]*"|\\.|\[[^\]]{0,255}\]|_./gu, "") ?? "";
  if (!/^[ymdhs/\-.,:年月日时分秒apAPYMDHS @]+$/u.test(bare)) return null;
  if (/d/iu.test(bare)) return ["year", "month", "day"];
  if (!/y/iu.test(bare)) return /m/iu.test(bare) && !/[hs]/iu.test(bare) ? ["year", "month"] : null;
  return /m/iu.test(bare) ? ["year", "month"] : ["year"];
}

/** The same as a formula reads it off the cell: `YEAR(E6)&"年"&MONTH(E6)&"月"`. */
export function dateExpression(cell: string, parts: readonly DatePart[]): string {
  return parts.map((part) => `${part.toUpperCase()}(${cell})&"${signs[part]}"`).join("&");
}
