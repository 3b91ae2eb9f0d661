import { definedNames } from "./printAreas";
import type { Names } from "./references";
import { ensureChild } from "./sheetOrder";
import { attribute, childOf, flag, setAttribute, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** What a workbook says about how it calculates. */
interface Calculation {
  readonly names: Names;
  /** Formulas may depend on themselves. */
  readonly iterates: boolean;
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  /** A result is stored as its number format shows it. */
  readonly asShown: boolean;
}

export function readCalculation(workbook: XmlElement): Calculation {
  return {
    names: readNames(workbook),
    iterates: flag(childOf(workbook, "calcPr"), "iterate"),
    from1904: flag(childOf(workbook, "workbookPr"), "date1904"),
    asShown:
      attribute(childOf(workbook, "calcPr"), "fullPrecision") !== undefined &&
      !flag(childOf(workbook, "calcPr"), "fullPrecision"),
  };
}

/** Names for the whole workbook and of one sheet; one that stands for several things is no area. */
function readNames(workbook: XmlElement): Names {
  const names = new Map<string, string>();
  for (const element of definedNames(workbook)) {
    const name = attribute(element, "name")?.toLowerCase() ?? "";
    if (name.startsWith("_xlnm.")) continue;
    const text = textOf(element);
    const known = names.get(name);
    names.set(name, known === undefined || known === text ? text : `${known},${text}`);
  }
  return names;
}

/** Excel works everything out when it opens the file. The user's mode (manual, automatic) stays. */
export function calculateOnLoad(workbook: XmlElement): void {
  const calculation = ensureChild(workbook, "calcPr");
  if (!flag(calculation, "fullCalcOnLoad")) setAttribute(calculation, "fullCalcOnLoad", "1");
}
