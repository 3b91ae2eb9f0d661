import type { Area } from "../../workbook/cell";
import type { ConditionalFormat, SheetSnapshot } from "../../workbook/snapshot";
import type { SheetAnswer } from "./askSheetParts";
import type { KeptSheet } from "./readMemory";
import { charactersOf } from "./columnUnits";
import { readAreas } from "../xlsx/references";
import { normalFormula, sheetCells } from "./sheetCells";

/** A sheet as plain data out of what it answered. */
export function keptSheet(answer: SheetAnswer): KeptSheet {
  const { head, bands, partial } = answer;
  const merges = mergesOf(answer);
  const { rows, blankFormats, broken } = sheetCells(bands, merges, partial === null);
  const snapshot = {
    name: head.sheet.name,
    visibility: visibilityOf(head.sheet.visibility),
    ...(partial === null ? {} : { partial }),
    rows,
    blankFormats,
    merges,
    hiddenRows: hiddenRowsOf(answer),
    ...columnsOf(answer),
    printArea: head.printArea,
    conditionalFormats: formatsOf(answer),
  };
  return { id: head.sheet.id, used: head.used, usedAddress: head.usedAddress, snapshot, broken };
}

function mergesOf({ merges }: SheetAnswer): readonly Area[] {
  return merges.flatMap((merged: Excel.RangeAreas | Area): readonly Area[] => {
    if ("top" in merged) return [merged];
    return merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => readAreas(address));
  });
}

export function visibilityOf(visibility: string): SheetSnapshot["visibility"] {
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
