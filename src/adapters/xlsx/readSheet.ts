import { lastColumn, parseArea, type Area } from "../../workbook/cell";
import type { CellSnapshot, ConditionalFormat, SheetSnapshot } from "../../workbook/snapshot";
import { formulaOf, sharedMasters } from "./formulas";
import { shownFormula } from "./formulaSpelling";
import { readValue } from "./readCell";
import { Refusal, refusals } from "./refusals";
import { cellsOf, columnsOf, rowsOf, withinSheet } from "./sheetRows";
import { attribute, childOf, childrenOf, count, flag, textOf } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly (string | undefined)[];
}

/** All formulas of a sheet together, in characters. */
const longestFormulas = 60_000_000;

/** The cells of a sheet and how it is laid out, from its part. */
export function readSheet(
  sheet: XmlElement,
  context: SheetContext,
): Omit<SheetSnapshot, "name" | "visibility" | "printArea"> {
  const masters = sharedMasters(sheet);
  const rows = new Map<number, ReadonlyMap<number, CellSnapshot>>();
  const blankFormats = new Map<number, ReadonlyMap<number, string>>();
  const hiddenRows = new Set<number>();
  let length = 0;
  for (const { row, element } of rowsOf(sheet)) {
    if (flag(element, "hidden")) hiddenRows.add(row);
    const cells = new Map<number, CellSnapshot>();
    const blanks = new Map<number, string>();
    for (const { column, element: cell } of cellsOf(element)) {
      if (!withinSheet(row, column)) continue;
      const value = readValue(cell, context.strings);
      const formula = formulaOf(cell, { row, column }, masters);
      const format = context.formats[count(cell, "s") ?? 0];
      if (value === null && formula === undefined) {
        if (format !== undefined) blanks.set(column, format);
        continue;
      }
      // One long shared formula may stand for a million cells: a small file that would fill all memory.
      length += formula?.length ?? 0;
      if (length > longestFormulas) throw new Refusal(refusals.unsafe("公式展开后过大"));
      cells.set(column, {
        value,
        ...(formula === undefined ? {} : { formula: shownFormula(formula) }),
        ...(format === undefined ? {} : { format }),
      });
    }
    if (cells.size > 0) rows.set(row, ascending(cells));
    if (blanks.size > 0) blankFormats.set(row, blanks);
  }
  return {
    rows: ascending(rows),
    blankFormats,
    merges: readMerges(sheet),
    hiddenRows,
    ...readColumns(sheet),
    conditionalFormats: conditionalFormats(sheet, () => ({})),
  };
}

/** Some writers leave rows out of order. */
function ascending<T>(map: ReadonlyMap<number, T>): ReadonlyMap<number, T> {
  let before = 0;
  for (const key of map.keys()) {
    if (key < before) return new Map([...map].sort(([one], [other]) => one - other));
    before = key;
  }
  return map;
}

export function readMerges(sheet: XmlElement): readonly Area[] {
  const merges = childrenOf(childOf(sheet, "mergeCells"), "mergeCell");
  return merges.flatMap((each) => parseArea(attribute(each, "ref") ?? "") ?? []);
}

function readColumns(sheet: XmlElement): Pick<SheetSnapshot, "hiddenColumns" | "columnWidths"> {
  const hiddenColumns = new Set<number>();
  const columnWidths = new Map<number, number>();
  let done = 0;
  for (const each of columnsOf(sheet)) {
    // Excel shows nothing wider than 255.
    const width = Math.min(255, Number(attribute(each, "width") ?? "NaN"));
    const own = flag(each, "customWidth") && width >= 0;
    const hidden = flag(each, "hidden");
    if (!own && !hidden) continue;
    const first = Math.max(done + 1, count(each, "min") ?? 1);
    const last = Math.min(count(each, "max") ?? 0, lastColumn);
    // Ranges ascend and do not overlap; what breaks that is passed over.
    done = Math.max(done, last);
    for (let column = first; column <= last; column++) {
      if (hidden) hiddenColumns.add(column);
      if (own) columnWidths.set(column, width);
    }
  }
  return { hiddenColumns, columnWidths };
}

/** Conditional formats that a formula decides; `more`: what else is wanted of their rules. */
export function conditionalFormats<T>(
  sheet: XmlElement,
  more: (rule: XmlElement) => T,
): readonly (ConditionalFormat & T)[] {
  return childrenOf(sheet, "conditionalFormatting").flatMap((block) => {
    const areas = areasOf(block);
    return childrenOf(block, "cfRule").flatMap((rule) => {
      if (attribute(rule, "type") !== "expression") return [];
      const formula = shownFormula(textOf(childOf(rule, "formula"))).slice(1);
      const wanted = more(rule);
      return areas.map((area) => ({ area, formula, ...wanted }));
    });
  });
}

/** "A1:B2 C3" in sqref; what is no area is left out. */
export function areasOf(element: XmlElement): readonly Area[] {
  return (attribute(element, "sqref") ?? "").split(/\s+/).flatMap((text) => parseArea(text) ?? []);
}
