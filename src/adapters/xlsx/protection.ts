import { contains } from "../../workbook/cell";
import { areasOf } from "./readSheet";
import { attribute, childOf, childrenOf, flag } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

/** What a sheet's protection forbids. */
export interface Protection {
  /** A cell that nobody has unlocked by an area of its own. */
  readonly covers: (row: number, column: number) => boolean;
  readonly formatCells: boolean;
  readonly formatColumns: boolean;
}

/** Null when the sheet is not protected. */
export function readProtection(sheet: XmlElement): Protection | null {
  const element = childOf(sheet, "sheetProtection");
  if (element === undefined || !flag(element, "sheet")) return null;
  const forbids = (name: string): boolean => attribute(element, name) === undefined || flag(element, name);
  // An area that may be edited without a password is as good as unlocked.
  const free = childrenOf(childOf(sheet, "protectedRanges"), "protectedRange")
    .filter(
      (range) => attribute(range, "password") === undefined && attribute(range, "hashValue") === undefined,
    )
    .flatMap(areasOf);
  return {
    covers: (row, column) => !free.some((area) => contains(area, { row, column })),
    formatCells: forbids("formatCells"),
    formatColumns: forbids("formatColumns"),
  };
}

/** 保护工作簿结构: sheets may not come or go. */
export function structureLocked(workbook: XmlElement): boolean {
  return flag(childOf(workbook, "workbookProtection"), "lockStructure");
}
