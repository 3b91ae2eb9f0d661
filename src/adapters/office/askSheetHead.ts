import type { Area } from "../../workbook/cell";
import { readAreas } from "../xlsx/references";
import type { SheetHead } from "./askSheetParts";
import { step, type Step } from "./bookSteps";
import { areaSize, headSize, indexesOf } from "./cellBlocks";

/** The head of a sheet that begins at its first cell. */
const firstArea: Area = { top: 1, left: 1, bottom: headSize.rows, right: headSize.columns };

/** Asks how far a sheet goes, and what stands at its head: both in one round trip. */
export function askSheetHead(
  sheet: Excel.Worksheet,
  look: boolean,
): { readonly steps: readonly Step[]; readonly read: () => SheetHead | null } {
  let read = (): SheetHead | null => null;
  // Values alone are a third of what a cell of a sheet that matters answers.
  const size = look ? areaSize(firstArea) / 3 : 10;
  const extent = step(size, () => {
    const filled = sheet.getUsedRangeOrNullObject(true).load("address");
    const formatted = sheet.getUsedRangeOrNullObject(false).load("address");
    const print = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
    const formats = sheet
      .getRange()
      .conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula");
    // No form reaches the last column: it has the standard width.
    const farColumn = sheet.getRange("XFD1").load("format/columnWidth");
    const first = look
      ? { area: firstArea, range: sheet.getRangeByIndexes(...indexesOf(firstArea)).load("values") }
      : null;
    read = () => {
      const [values] = filled.isNullObject ? [] : readAreas(filled.address);
      const [whole] = formatted.isNullObject ? [] : readAreas(formatted.address);
      return {
        sheet,
        first,
        used: values === undefined ? null : widened(values, whole),
        usedAddress: filled.isNullObject ? "" : filled.address,
        printArea: print.isNullObject ? null : readAreas(print.address),
        standardPoints: farColumn.format.columnWidth,
        ownFormats: formats.items.filter((format) => format.type === "Custom"),
      };
    };
  });
  return { steps: [extent], read: () => read() };
}

/** A blank merged cell or a width at the edge counts; a column that is formatted down to the last row does not. */
function widened(values: Area, formatted: Area | undefined): Area {
  const margin = 10;
  return {
    top: values.top,
    left: values.left,
    bottom: Math.min(Math.max(values.bottom, formatted?.bottom ?? 0), values.bottom + margin),
    right: Math.min(Math.max(values.right, formatted?.right ?? 0), values.right + margin),
  };
}
