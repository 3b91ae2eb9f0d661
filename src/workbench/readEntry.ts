import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import type { Place } from "../workbook/cell";
import type { CellContent } from "../workbook/edit";
import { cellAt, type CellSnapshot, type SheetSnapshot } from "../workbook/snapshot";

interface Entry {
  readonly content: CellContent;
  /** A format for the cell, where the entry brings one ("99.83%"). */
  readonly format?: string;
}

/** What a person typed into a cell, as Excel takes it: figures, percents, text, formulas; "" clears. */
export function readEntry(text: string, cell: CellSnapshot | undefined): Entry {
  const trimmed = text.trim();
  if (trimmed === "") return { content: { value: null } };
  if (trimmed.startsWith("'")) return { content: { value: trimmed.slice(1) } };
  if (trimmed.startsWith("=") && trimmed.length > 1) return { content: { formula: trimmed } };
  if (cell?.format === "@") return { content: { value: text } };
  const amount = readYuan(trimmed);
  if (amount !== null) {
    const plain = cell?.format === undefined || cell.format === "General";
    return { content: { value: amount.value }, ...(plain ? { format: amount.format } : {}) };
  }
  const figure = readPlainNumber(trimmed);
  // A unit makes it text, as in Excel: "10 分" stays what was typed.
  if (figure === null || (figure.unit !== "" && figure.unit !== "%")) return { content: { value: text } };
  // A number of an account or a paper: no number keeps its last digits.
  if (/\d{16}/u.test(trimmed)) return { content: { value: text } };
  if (figure.unit === "%") {
    const percent = cell?.format?.includes("%") === true;
    const places = /\.(\d+)/u.exec(trimmed)?.[1]?.length ?? 0;
    const format = places === 0 ? "0%" : "0.00%";
    return { content: { value: figure.value }, ...(percent ? {} : { format }) };
  }
  // In a cell with a percent format Excel takes 99.83 for 99.83%, and 0.5 for 50%.
  const percent = cell?.format?.includes("%") === true && Math.abs(figure.value) >= 1;
  return { content: { value: percent ? tidy(figure.value / 100) : figure.value } };
}

/** "￥1,200.00", "-¥5", "¥ -5", "(￥5)" (negative): the amount with a format that keeps the sign in sight; null for others. */
function readYuan(text: string): { readonly value: number; readonly format: string } | null {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  const [, before = "", behind = "", open, bracketed] =
    /^(?:(-?)¥(-?)([\d.,]+)|\(¥([\d.,]+)\))$/u.exec(plain) ?? [];
  const digits = open ?? bracketed;
  const figure = digits === undefined ? null : readPlainNumber(digits);
  if (digits === undefined || figure === null || /\d{16}/u.test(digits) || before + behind === "--")
    return null;
  const negative = bracketed !== undefined || before + behind === "-";
  return {
    value: negative && figure.value !== 0 ? -figure.value : figure.value,
    format: digits.includes(".") ? '"¥"#,##0.00' : '"¥"#,##0',
  };
}

/** What came over the clipboard from elsewhere, read as if typed; but never as a formula, which other programs hand over as
 * its result: what begins with "=" there are words, and so is what the other program holds as text. */
export function readPasted(
  { text, exact, isText }: { readonly text: string; readonly exact?: number; readonly isText?: true },
  cell: CellSnapshot,
): Entry {
  if (text.trim() === "") return { content: { value: null } };
  if (isText === true || /^\s*['=]/u.test(text)) return { content: { value: text } };
  const entry = readEntry(text, cell);
  if (exact === undefined || !showsNumber(text, exact)) return entry;
  const value = "value" in entry.content ? entry.content.value : null;
  if (typeof value !== "number") return { content: { value: exact } };
  const inPercent = !/[%％¥￥]/u.test(text) && cell.format?.includes("%") === true && Math.abs(exact) >= 1;
  return { ...entry, content: { value: inPercent ? tidy(exact / 100) : exact } };
}

/** Whether a text is that number as a format shows it: rounded, in percent, with a currency, in brackets when negative. */
function showsNumber(text: string, exact: number): boolean {
  // A column that is too narrow for it.
  if (/^#+$/u.test(text)) return true;
  const plain = text.normalize("NFKC").replace(/[¥$€,\s()+-]/gu, "");
  const [, digits, decimals = "", percent = ""] = /^(\d+(?:\.(\d+))?)(%?)$/u.exec(plain) ?? [];
  if (digits === undefined) return false;
  const scale = percent === "" ? 1 : 100;
  const negative = /-|\(/u.test(text.normalize("NFKC"));
  const near = Math.abs(Number(digits) - Math.abs(exact) * scale) <= 0.5000001 * 10 ** -decimals.length;
  return near && (exact < 0 === negative || Number(digits) === 0);
}

/** What stands in the editor when a cell is opened. */
export function entryText(cell: CellSnapshot | undefined): string {
  if (cell === undefined) return "";
  if (cell.formula !== undefined) return cell.formula;
  if (typeof cell.value === "number" && cell.format?.includes("%") === true)
    return `${tidy(cell.value * 100)}%`;
  return cell.value === null ? "" : String(cell.value);
}

/** The number format of a cell, blank or not. */
export function formatOf(sheet: SheetSnapshot, { row, column }: Place): string | undefined {
  return cellAt(sheet, row, column)?.format ?? sheet.blankFormats?.get(row)?.get(column);
}
