import { readAreas } from "../../../src/adapters/xlsx/references";
import { lastColumn, lastRow, type Area } from "../../../src/workbook/cell";
import { blankCell, standardCharacters, type FakeBook, type FakeSheet } from "./fakeBook";
import { FakeError } from "./fakeError";
import type { FakeObject } from "./fakeObject";
import { textOf } from "./formatObject";
import { rangeAreasObject, rangeObject } from "./rangeObject";

export function worksheetObject(book: FakeBook, sheet: FakeSheet): FakeObject {
  const alive = (): boolean => book.sheets.includes(sheet);
  return {
    type: "Worksheet",
    alive,
    read: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Visibility: () => sheet.visibility,
      StandardWidth: () => standardCharacters,
    },
    parts: {
      PageLayout: () => pageLayoutObject(book, sheet),
      FreezePanes: () => ({
        type: "WorksheetFreezePanes",
        does: {
          FreezeRows: (rows) => {
            sheet.layout.frozenRows = Number(rows);
          },
        },
      }),
      Names: () => namesObject(sheet),
      Protection: () => ({
        type: "WorksheetProtection",
        read: {
          Protected: () => sheet.protection.on,
          Options: () => ({
            allowFormatCells: sheet.protection.allowFormatCells,
            allowFormatRows: sheet.protection.allowFormatRows,
            allowFormatColumns: sheet.protection.allowFormatColumns,
          }),
        },
      }),
    },
    gives: {
      GetRange: (address) => rangeObject(book, sheet, addressed(address)),
      GetRanges: (addresses) => {
        const text = textOf(addresses);
        if (text.length > 8192) throw new FakeError("InvalidArgument", "address too long");
        const areas = readAreas(text);
        if (areas.length !== text.split(",").length) throw new FakeError("InvalidArgument", text);
        return rangeAreasObject(book, sheet, areas);
      },
      GetRangeByIndexes: (top, left, rows, columns) => {
        const [y, x, height, width] = [top, left, rows, columns].map(Number);
        if (y === undefined || x === undefined || height === undefined || width === undefined) {
          throw new FakeError("InvalidArgument", "four numbers");
        }
        const area = { top: y + 1, left: x + 1, bottom: y + height, right: x + width };
        if (height < 1 || width < 1 || area.bottom > lastRow || area.right > lastColumn) {
          throw new FakeError("InvalidArgument", "outside the sheet");
        }
        return rangeObject(book, sheet, area);
      },
      GetUsedRange: (valuesOnly) => {
        const first = { top: 1, left: 1, bottom: 1, right: 1 };
        return rangeObject(book, sheet, usedArea(sheet, valuesOnly === true) ?? first);
      },
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const area = usedArea(sheet, valuesOnly === true);
        return area === null ? null : rangeObject(book, sheet, area);
      },
    },
    does: {
      Delete: () => {
        if (book.structureProtected) throw new FakeError("AccessDenied", "structure");
        if (book.sheets.length === 1) throw new FakeError("InvalidOperation", "the last sheet");
        book.sheets = book.sheets.filter((each) => each !== sheet);
      },
      Activate: () => {
        book.selected = { sheet: sheet.name, area: { top: 1, left: 1, bottom: 1, right: 1 } };
      },
    },
  };
}

function addressed(address: unknown): Area {
  if (address === null || address === undefined) {
    return { top: 1, left: 1, bottom: lastRow, right: lastColumn };
  }
  const [area] = readAreas(textOf(address));
  if (area === undefined) throw new FakeError("InvalidArgument", `not an address: ${textOf(address)}`);
  return area;
}

function usedArea(sheet: FakeSheet, valuesOnly: boolean): Area | null {
  let area: Area | null = null;
  const include = (part: Area): void => {
    area =
      area === null
        ? part
        : {
            top: Math.min(area.top, part.top),
            left: Math.min(area.left, part.left),
            bottom: Math.max(area.bottom, part.bottom),
            right: Math.max(area.right, part.right),
          };
  };
  for (const [key, cell] of sheet.cells) {
    const [row = 1, column = 1] = key.split(":").map(Number);
    const counts = valuesOnly
      ? cell.value !== null || cell.formula !== null
      : JSON.stringify(cell) !== JSON.stringify(blankCell);
    if (counts) include({ top: row, left: column, bottom: row, right: column });
  }
  if (!valuesOnly) sheet.merges.forEach(include);
  return area;
}

function pageLayoutObject(book: FakeBook, sheet: FakeSheet): FakeObject {
  return {
    type: "PageLayout",
    write: {
      Orientation: (value) => {
        sheet.layout.orientation = textOf(value);
      },
      PaperSize: (value) => {
        if (value !== "A4") throw new FakeError("InvalidArgument", "paper");
      },
      ...Object.fromEntries(
        ["LeftMargin", "RightMargin", "TopMargin", "BottomMargin"].map((margin) => [
          margin,
          (value: unknown) => {
            if (typeof value !== "number") throw new FakeError("InvalidArgument", "margin");
          },
        ]),
      ),
      Zoom: (value) => {
        sheet.layout.zoom = value;
      },
    },
    gives: {
      GetPrintAreaOrNullObject: () =>
        sheet.printArea === null ? null : rangeAreasObject(book, sheet, sheet.printArea),
    },
    does: {
      SetPrintTitleRows: (address) => {
        sheet.layout.titleRows = textOf(address);
      },
      SetPrintArea: (address) => {
        const areas = readAreas(textOf(address));
        if (areas.length === 0) throw new FakeError("InvalidArgument", "print area");
        sheet.printArea = areas;
      },
    },
  };
}

/** The print area is a name of the sheet. */
function namesObject(sheet: FakeSheet): FakeObject {
  return {
    type: "NamedItemCollection",
    gives: {
      GetItemOrNullObject: (name) => {
        if (name !== "Print_Area" || sheet.printArea === null) return null;
        return {
          type: "NamedItem",
          alive: () => sheet.printArea !== null,
          read: { Name: () => "Print_Area" },
          does: {
            Delete: () => {
              sheet.printArea = null;
            },
          },
        };
      },
    },
  };
}
