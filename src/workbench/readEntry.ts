import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import type { CellContent } from "../workbook/edit";
import type { CellSnapshot } from "../workbook/snapshot";

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
  const figure = readPlainNumber(trimmed);
  // A unit makes it text, as in Excel: "10 分" stays what was typed.
  if (figure === null || (figure.unit !== "" && figure.unit !== "%")) return { content: { value: text } };
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

/** What stands in the editor when a cell is opened. */
export function entryText(cell: CellSnapshot | undefined): string {
  if (cell === undefined) return "";
  if (cell.formula !== undefined) return cell.formula;
  if (typeof cell.value === "number" && cell.format?.includes("%") === true)
    return `${tidy(cell.value * 100)}%`;
  return cell.value === null ? "" : String(cell.value);
}
