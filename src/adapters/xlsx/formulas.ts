import {
  areaA1,
  columnName,
  columnNumber,
  lastColumn,
  lastRow,
  parseArea,
  type Area,
  type Place,
} from "../../workbook/cell";
import { cellsOf, rowsOf } from "./sheetRows";
import { attribute, childOf, childrenOf, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";
import { scanFormula } from "../../workbook/formulaScan";

interface SharedMaster extends Place {
  readonly formula: string;
}

export type SharedMasters = ReadonlyMap<string, SharedMaster>;

/** Where the shared formulas of a sheet are written out, by group. */
export function sharedMasters(sheet: XmlElement): SharedMasters {
  const masters = new Map<string, SharedMaster>();
  for (const { row, element } of rowsOf(sheet)) {
    // Hardly any row has one: where its cells stand is only asked then.
    if (!childrenOf(element, "c").some(isShared)) continue;
    for (const { column, element: cell } of cellsOf(element)) {
      const formula = childOf(cell, "f");
      if (formula === undefined || !isShared(cell)) continue;
      const group = attribute(formula, "si") ?? "";
      const text = textOf(formula);
      if (text !== "" && !masters.has(group)) masters.set(group, { row, column, formula: text });
    }
  }
  return masters;
}

function isShared(cell: XmlElement): boolean {
  return attribute(childOf(cell, "f"), "t") === "shared";
}

/** The formula of a cell as the file spells it, without "="; undefined for a constant. */
export function formulaOf(cell: XmlElement, at: Place, masters: SharedMasters): string | undefined {
  const formula = childOf(cell, "f");
  if (formula === undefined) return undefined;
  const type = attribute(formula, "t");
  if (type === "dataTable") return dataTable(formula);
  const text = textOf(formula);
  if (text !== "") return text;
  if (type !== "shared") return undefined;
  const master = masters.get(attribute(formula, "si") ?? "");
  return master === undefined ? undefined : movedFormula(master.formula, master, at);
}

/** A data table (模拟运算表) as Excel shows it, with the cells that it rests on: its inputs, and its margins, where the
 * formula and the values stand that are tried. */
function dataTable(formula: XmlElement): string | undefined {
  const area = parseArea(attribute(formula, "ref") ?? "");
  if (area === null) return undefined;
  const margins = { ...area, top: Math.max(1, area.top - 1), left: Math.max(1, area.left - 1) };
  const inputs = ["r1", "r2"].flatMap((name) => attribute(formula, name) ?? []);
  return `TABLE(${[...inputs, areaA1(margins)].join(",")})`;
}

/** The area beyond this cell that an array formula fills from it, or all of a data table: it is never written into;
 * null for anything else. */
export function filledArea(cell: XmlElement): Area | null {
  const formula = childOf(cell, "f");
  const type = attribute(formula, "t");
  if (type !== "array" && type !== "dataTable") return null;
  const area = parseArea(attribute(formula, "ref") ?? "");
  const isLarger = area !== null && (area.top !== area.bottom || area.left !== area.right);
  return isLarger || type === "dataTable" ? area : null;
}

/** A reference, a whole column or a whole row; what stands around decides whether it really is one. */
const reference = /(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}|\$?[A-Za-z]{1,3}\$?\d{1,7})/g;

/** A shared formula as the cell `to` holds it, when `from` is the cell where it is written out. */
export function movedFormula(formula: string, from: Place, to: Place): string {
  const rows = to.row - from.row;
  const columns = to.column - from.column;
  if (rows === 0 && columns === 0) return formula;
  const moved = (text: string): string =>
    text
      .split(":")
      .map((end) => movedEnd(end, rows, columns))
      .join(":");
  return scanFormula(formula)
    .map((piece, index, pieces) => {
      if (piece.kind !== "code") return piece.text;
      const before = pieces[index - 1]?.kind === "bracket" ? "]" : "";
      return piece.text.replace(reference, (found, _, at: number) =>
        stands(piece.text, at, found.length, before) ? moved(found) : found,
      );
    })
    .join("");
}

/** Neither part of a name (LOG10, 表A1) nor a function (ABC1() nor a sheet name (A1!B2). */
function stands(code: string, at: number, length: number, before: string): boolean {
  const left = at === 0 ? before : code.charAt(at - 1);
  const right = code.charAt(at + length);
  return !/[\p{L}\p{N}_.\\$\]?]/u.test(left) && !/[\p{L}\p{N}_.\\(!$?[]/u.test(right);
}

function movedEnd(end: string, rows: number, columns: number): string {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(end);
  if (match === null) return end;
  const [, first = "", letters = "", second = "", digits = ""] = match;
  // A row on its own has its dollar where a column's would be.
  const rowFixed = letters === "" ? first : second;
  const columnFixed = letters === "" ? "" : first;
  const column = letters === "" ? 0 : columnNumber(letters) + (columnFixed === "" ? columns : 0);
  const row = digits === "" ? 0 : Number(digits) + (rowFixed === "" ? rows : 0);
  if (
    (letters !== "" && (column < 1 || column > lastColumn)) ||
    (digits !== "" && (row < 1 || row > lastRow))
  ) {
    return "#REF!";
  }
  return `${columnFixed}${letters === "" ? "" : columnName(column)}${rowFixed}${digits === "" ? "" : row}`;
}
