import { a1, parseA1, type CellAddress } from "../workbook/cell";

/** What 来源 says of words in a cell: that the figure was taken from them, or that they were not taken. */
export const takenFrom = "摘自";
export const notTakenFrom = "未采用";

const said = `${takenFrom}|${notTakenFrom}`;
const place = "“(.{1,31}?)”([A-Z]{1,3}\\d{1,7})：";
const citing = new RegExp(`^(${said})${place}`, "u");
const taken = new RegExp(`^${takenFrom}${place}“([^]*)”$`, "u");

/** Words of a cell with where they stand. */
export interface Citation {
  readonly at: CellAddress;
  readonly quote: string;
}

export function cite(how: typeof takenFrom | typeof notTakenFrom, { at, quote }: Citation): string {
  return `${how}“${at.sheet}”${a1(at)}：“${quote}”`;
}

/** Whether 来源 has our form; a person may well begin his own with 摘自, too. */
export function isCitation(words: string): boolean {
  return citing.test(words);
}

/** 来源 without the place, which may since have been moved or renamed. */
export function withoutPlace(words: string): string {
  return words.replace(citing, "$1");
}

/** The words that 来源 says a figure was taken from; null: none, or not in our form. */
export function readCitation(words: string): Citation | null {
  const [, sheet = "", address = "", quote = ""] = taken.exec(words) ?? [];
  const at = parseA1(address);
  return at === null || quote === "" ? null : { at: { sheet, ...at }, quote };
}
