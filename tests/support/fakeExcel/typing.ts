import type { CellValue } from "../../../src/workbook/snapshot";
import type { FakeCell } from "./fakeBook";
import { FakeError } from "./fakeError";

/** What Excel makes of a content that is set on a cell, as if a Chinese user had typed it. */
export function typed(content: unknown, cell: FakeCell): FakeCell {
  const rest = { ...cell, formula: null };
  if (typeof content === "number" || typeof content === "boolean") {
    const words = cell.numberFormat === "@" ? String(content) : content;
    return { ...rest, value: words };
  }
  if (typeof content !== "string") throw new FakeError("InvalidArgument", "not a cell content");
  if (content === "") return { ...rest, value: null };
  if (content.startsWith("'")) return { ...rest, value: content.slice(1) };
  if (cell.numberFormat === "@") return { ...rest, value: content };
  if (/^[=+\-@]/.test(content)) return { ...rest, value: 0, formula: checked(content) };
  return { ...rest, ...converted(content) };
}

function checked(formula: string): string {
  if (!formula.startsWith("=")) throw new FakeError("InvalidArgument", "typed as a formula");
  if (formula.length > 8192) throw new FakeError("FormulaLengthExceedsLimit", "formula too long");
  const code = formula
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join("");
  const opened = code.split("(").length;
  if (opened !== code.split(")").length || formula.split('"').length % 2 === 0) {
    throw new FakeError("InvalidArgument", `not a formula: ${formula}`);
  }
  return formula;
}

function converted(text: string): { readonly value: CellValue; readonly numberFormat?: string } {
  const word = text.trim().normalize("NFKC");
  if (/^(true|false)$/i.test(word)) return { value: word.toLowerCase() === "true" };
  if (/^-?[\d,]*\.?\d+%$/.test(word)) {
    return { value: Number(word.slice(0, -1).replaceAll(",", "")) / 100, numberFormat: "0.00%" };
  }
  if (/^[¥$]?-?[\d,]*\.?\d+(e\d+)?$/i.test(word)) return { value: Number(word.replace(/[¥$,]/g, "")) };
  if (/^\d{1,4}[-/年]\d{1,2}([-/月](\d{1,2}日?)?)?$/.test(word) || /^\d{1,2}月(\d{1,2}日)?$/.test(word)) {
    return { value: 45_000, numberFormat: "yyyy/m/d" };
  }
  return { value: text };
}
