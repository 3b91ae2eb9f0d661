import { lastColumn, lastRow, columnNumber, parseArea, type Area } from "../../workbook/cell";

/** "'a,b'!A1:B2,'a,b'!C3" as Excel lists the areas of one sheet → the areas; an unreadable one is left out. */
export function excelAreas(address: string): readonly Area[] {
  return splitOutsideQuotes(address).flatMap((part) => excelArea(part) ?? []);
}

/** "Sheet1!A1:B2", "'评分 底稿'!C3", "A:B" or "1:3" → the area; null for anything else. */
export function excelArea(address: string): Area | null {
  const cells = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(cells);
  if (columns?.[1] !== undefined && columns[2] !== undefined) {
    return { top: 1, bottom: lastRow, left: columnNumber(columns[1]), right: columnNumber(columns[2]) };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(cells);
  if (rows !== null) return { top: Number(rows[1]), bottom: Number(rows[2]), left: 1, right: lastColumn };
  return parseArea(cells);
}

function splitOutsideQuotes(text: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let part = "";
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    if (letter === "," && !quoted) {
      parts.push(part);
      part = "";
    } else {
      part += letter;
    }
  }
  return [...parts, part].map((piece) => piece.trim());
}
