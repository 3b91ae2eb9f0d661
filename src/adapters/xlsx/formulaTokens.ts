import { tokenize } from "@cj-tech-master/excelts/formula";
import { quoteSheet } from "../../workbook/cell";

export type Token = ReturnType<typeof tokenize>[number];

/** The kinds of the engine's tokens. */
export const is = {
  text: 2,
  error: 4,
  cell: 5,
  area: 6,
  sheet: 7,
  call: 8,
  operator: 9,
  open: 10,
  close: 11,
  comma: 12,
  colon: 13,
  array: 15,
  arrayEnd: 16,
  name: 19,
  columns: 20,
  rows: 21,
  table: 22,
  at: 23,
  cut: 24,
} as const;

/** 0 for none. */
export function kindOf(token: Token | undefined): number {
  return token?.type ?? 0;
}

/** The token as the engine reads it. */
export function spelling(token: Token): string {
  switch (kindOf(token)) {
    case is.open:
      return "(";
    case is.close:
      return ")";
    case is.comma:
      return ",";
    case is.colon:
      return ":";
    case 14:
      return "%";
    case is.array:
      return "{";
    case is.arrayEnd:
      return "}";
    case 17:
      return ";";
    case is.at:
      return "@";
    case is.cut:
      return " ";
  }
  if ("sheetName" in token) {
    const { sheetName, endSheetName } = token;
    return `${quoteSheet(endSheetName === undefined ? sheetName : `${sheetName}:${endSheetName}`)}!`;
  }
  if ("col" in token) {
    return `${token.colAbsolute ? "$" : ""}${token.col}${token.rowAbsolute ? "$" : ""}${token.row}`;
  }
  if ("name" in token) return token.name;
  if (!("value" in token)) return "";
  return kindOf(token) === is.text ? `"${token.value.replaceAll('"', '""')}"` : token.value;
}
