import type { Area, Place } from "../../workbook/cell";
import type { ConditionalFormat, SheetSnapshot } from "../../workbook/snapshot";
import type { SheetAnswer } from "./askSheetParts";
import { charactersOf } from "./columnUnits";
import { readAreas } from "../xlsx/references";
import { normalFormula, sheetCells } from "./sheetCells";

/** A sheet as plain data out of what it answered, with the cells whose formula Excel has lost. */
export function sheetSnapshot(answer: SheetAnswer): {
  readonly snapshot: SheetSnapshot;
  readonly broken: readonly Place[];
} {
  const { head, bands } = answer;
  const merges = mergesOf(answer);
  const { rows, blankFormats, broken } = sheetCells(bands, merges);
  const snapshot = {
    name: head.sheet.name,
    visibility: visibilityOf(head.sheet.visibility),
    rows,
    blankFormats,
    merges,
    hiddenRows: hiddenRowsOf(answer),
    ...columnsOf(answer),
    printArea: head.printArea,
    conditionalFormats: formatsOf(answer),
  };
  return { snapshot, broken };
}

function mergesOf({ merges }: SheetAnswer): readonly Area[] {
  return merges.flatMap((merged: Excel.RangeAreas | Area): readonly Area[] => {
    if ("top" in merged) return [merged];
    return merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => readAreas(address));
  });
}

function visibilityOf(visibility: string): SheetSnapshot["visibility"] {
  if (visibility === "Visible") return "visible";
  return visibility === "Hidden" ? "hidden" : "veryHidden";
}

function hiddenRowsOf({ head, rows }: SheetAnswer): ReadonlySet<number> {
  const top = head.used?.top ?? 1;
  return new Set((rows?.value ?? []).flatMap((row, at) => (row.rowHidden === true ? [top + at] : [])));
}

function columnsOf({ head, columns }: SheetAnswer): Pick<SheetSnapshot, "hiddenColumns" | "columnWidths"> {
  const units = { standardCharacters: head.sheet.standardWidth, standardPoints: head.standardPoints };
  const left = head.used?.left ?? 1;
  const hiddenColumns = new Set<number>();
  const columnWidths = new Map<number, number>();
  (columns?.value ?? []).forEach(({ columnHidden, format }, at) => {
    if (columnHidden === true) hiddenColumns.add(left + at);
    const points = format?.columnWidth;
    // A hidden column answers 0: its own width is not told.
    if (points === undefined || points === 0 || points === head.standardPoints) return;
    columnWidths.set(left + at, charactersOf(points, units));
  });
  return { hiddenColumns, columnWidths };
}

function formatsOf({ formats }: SheetAnswer): readonly ConditionalFormat[] {
  return formats.flatMap(({ format, at }) => {
    const formula = normalFormula(format.customOrNullObject.rule.formula).replace(/^=/, "");
    return readAreas(at.address).map((area) => ({ area, formula }));
  });
}
