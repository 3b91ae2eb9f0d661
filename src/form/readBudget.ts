import { readPlainNumber } from "../quantity/plainNumber";
import { cellKey, sameAddress, type Area } from "../workbook/cell";
import type { CellValue } from "../workbook/snapshot";
import type { FormHead } from "./form";
import { headLabel } from "./headLabels";
import { normalizeName } from "./normalizeName";
import { singleLine, type SheetView, type ViewCell } from "./sheetView";

type Budget = FormHead["budget"];

/** To 万元, by the unit as printed; a power of ten as text keeps 40402.77 exactly as typed. */
const exponents: Readonly<Record<string, number>> = { 元: -4, 千元: -1, 万元: 0, 百万元: 2, 亿元: 4 };
const unitInTitle = /[(（](?:单位[:：])?\s*(元|千元|万元|百万元|亿元)[)）]/u;

/**
 * 年度部门预算情况: two or three rows of titles over one row of amounts. The lowest title above an amount is its own,
 * the next one its group. A blank amount is null, never 0.
 */
export function readBudget(view: SheetView, zone: Area, label: ViewCell): Budget {
  const left = label.area.right + 1;
  const bottom = blockBottom(view, zone, label);
  let titleRow = 0;
  let unit = unitInTitle.exec(label.text)?.[1];
  for (let row = label.at.row; row <= bottom; row += 1) {
    for (let column = left; column <= zone.right; column += 1) {
      const cell = view.cell(row, column);
      if (isAmount(cell.value)) continue;
      titleRow = Math.max(titleRow, cell.area.bottom);
      unit ??= unitInTitle.exec(cell.text)?.[1];
    }
  }
  const amountRow = titleRow + 1;
  if (titleRow === 0 || amountRow > bottom) return [];
  const budget: Budget[number][] = [];
  const taken = new Set<string>();
  for (let column = left; column <= zone.right; column += 1) {
    const amount = view.cell(amountRow, column);
    const [own, group] = titlesAbove(view, label.at.row, titleRow, column);
    if (own === undefined) continue;
    const key = cellKey(own.at);
    // A title over two cells has one amount: the first, or the one that is filled.
    const known = taken.has(key);
    taken.add(key);
    if (known && (amount.at.column !== column || amount.value === null)) continue;
    const value = inTenThousands(amount.value, unitInTitle.exec(own.text)?.[1] ?? unit ?? "万元");
    const entry = { title: bare(own.text), group: bare(group?.text ?? ""), amount: { value, at: amount.at } };
    if (known) budget[budget.length - 1] = entry;
    else budget.push(entry);
  }
  return budget;
}

/** The block ends with its label's merged area, or in front of the next label. */
function blockBottom(view: SheetView, zone: Area, label: ViewCell): number {
  if (label.area.bottom > label.area.top) return Math.min(label.area.bottom, zone.bottom);
  for (let row = label.at.row + 1; row <= zone.bottom; row += 1) {
    for (let column = zone.left; column <= label.area.right; column += 1) {
      if (headLabel(view.cell(row, column).text) !== null) return row - 1;
    }
  }
  return zone.bottom;
}

function titlesAbove(view: SheetView, top: number, bottom: number, column: number): readonly ViewCell[] {
  const titles: ViewCell[] = [];
  for (let row = bottom; row >= top; row -= 1) {
    const cell = view.cell(row, column);
    const last = titles.at(-1);
    if (cell.text === "" || (last !== undefined && sameAddress(last.at, cell.at))) continue;
    titles.push(cell);
  }
  return titles;
}

function isAmount(value: CellValue): boolean {
  if (value === null || typeof value === "number") return true;
  return typeof value === "string" && (/^[\s\-—–/无]*$/u.test(value) || readPlainNumber(value) !== null);
}

function inTenThousands(value: CellValue, printedUnit: string): number | null {
  const number = readPlainNumber(value);
  if (number === null) return null;
  const exponent = exponents[number.unit === "" ? printedUnit : number.unit];
  if (exponent === undefined) return null;
  if (exponent === 0) return number.value;
  const moved = Number(`${number.value}e${exponent}`);
  return Number.isFinite(moved) ? moved : number.value * 10 ** exponent;
}

function bare(title: string): string {
  const text = singleLine(title).replace(unitInTitle, "").trim();
  return normalizeName(text) === "" ? "" : text;
}
