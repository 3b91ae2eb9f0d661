import { readFile } from "node:fs/promises";
import type { Snapshot } from "../../src/workbook/snapshot";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";

/** The city form with the scores that its report publishes: 20 for 产出 and 效益, 20 for 专项, 4.99915, 4.999, … */
export async function publishedCity(): Promise<Snapshot> {
  let book = await sampleSnapshot("samples/city-2023-blank.xlsx");
  const sheet = book.sheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  const own: Readonly<Record<number, number>> = { 16: 4.99915, 18: 4.999, 31: 2, 32: 0 };
  for (let row = 14; row <= 41; row += 1) {
    const weight = sheet.rows.get(row)?.get(6)?.value;
    const value = own[row] ?? (typeof weight === "number" ? weight : null);
    book = setCell(book, { sheet: sheet.name, row, column: 9 }, { value });
  }
  return setCell(book, { sheet: sheet.name, row: 42, column: 9 }, { value: 97.998 });
}

/** What the two departments published with their forms, in parts. */
export async function reportText(name: "nansha" | "city"): Promise<string> {
  return readFile(`tests/findings/documents/${name}-report.txt`, "utf8");
}
