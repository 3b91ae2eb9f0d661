import { parseArea, type Area } from "../../workbook/cell";
import { movedFormula } from "./sharedFormula";
import { cellsOf, rowsOf } from "./sheetRows";
import { attribute, childOf, childrenOf, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

interface SharedMaster {
  readonly row: number;
  readonly column: number;
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
export function formulaOf(
  cell: XmlElement,
  at: { readonly row: number; readonly column: number },
  masters: SharedMasters,
): string | undefined {
  const formula = childOf(cell, "f");
  if (formula === undefined) return undefined;
  const type = attribute(formula, "t");
  if (type === "dataTable") return undefined;
  const text = textOf(formula);
  if (text !== "") return text;
  if (type !== "shared") return undefined;
  const master = masters.get(attribute(formula, "si") ?? "");
  return master === undefined ? undefined : movedFormula(master.formula, master, at);
}

/** The area that an array formula or a data table fills from this cell; null for anything else. */
export function filledArea(cell: XmlElement): Area | null {
  const formula = childOf(cell, "f");
  const type = attribute(formula, "t");
  if (type !== "array" && type !== "dataTable") return null;
  return parseArea(attribute(formula, "ref") ?? "");
}
