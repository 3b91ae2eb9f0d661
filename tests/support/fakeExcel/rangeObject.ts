import { areaA1, contains, lastColumn, type Area } from "../../../src/workbook/cell";
import {
  changeCell,
  fakeCell,
  keyOf,
  rowHeight,
  standardPoints,
  type FakeBook,
  type FakeSheet,
} from "./fakeBook";
import { FakeError } from "./fakeError";
import type { FakeObject } from "./fakeObject";
import { conditionalFormatsObject } from "./conditionalFormatObject";
import { cellProperties, denied, eachCell, formatObject, picked, textOf } from "./formatObject";
import { typed } from "./typing";

/** A rectangle of a sheet. */
export function rangeObject(book: FakeBook, sheet: FakeSheet, area: Area): FakeObject {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const alive = (): boolean => book.sheets.includes(sheet);

  function grid<T>(of: (row: number, column: number) => T): T[][] {
    if (rows * columns > 5_000_000) throw new FakeError("InvalidArgument", "too many cells");
    return Array.from({ length: rows }, (_, y) =>
      Array.from({ length: columns }, (__, x) => of(area.top + y, area.left + x)),
    );
  }

  /** Excel's rule: one value, or an array of exactly the range's shape; null leaves a cell as it is. */
  function set(value: unknown, change: (row: number, column: number, value: unknown) => void): void {
    if (!Array.isArray(value) || value.length !== rows) throw new FakeError("InvalidArgument", "wrong shape");
    value.forEach((line: unknown, y) => {
      if (!Array.isArray(line) || line.length !== columns)
        throw new FakeError("InvalidArgument", "wrong shape");
      line.forEach((content: unknown, x) => {
        if (content !== null) change(area.top + y, area.left + x, content);
      });
    });
  }

  const write = (row: number, column: number, content: unknown): void => {
    const cell = fakeCell(sheet, row, column);
    if (sheet.protection.on && cell.locked) throw denied();
    const covered = sheet.merges.some(
      (merge) => contains(merge, { row, column }) && (merge.top !== row || merge.left !== column),
    );
    if (!covered) sheet.cells.set(keyOf(row, column), typed(content, cell));
  };

  return {
    type: "Range",
    alive,
    read: {
      Address: () => addressOf(sheet, area),
      Values: () => grid((row, column) => fakeCell(sheet, row, column).value ?? ""),
      Formulas: () =>
        grid((row, column) => {
          const { formula, value } = fakeCell(sheet, row, column);
          return formula ?? value ?? "";
        }),
      NumberFormat: () => grid((row, column) => fakeCell(sheet, row, column).numberFormat),
      ColumnHidden: () => sheet.hiddenColumns.has(area.left),
    },
    write: {
      Values: (value) => {
        set(value, write);
      },
      Formulas: (value) => {
        set(value, write);
      },
      NumberFormat: (value) => {
        if (sheet.protection.on && !sheet.protection.allowFormatCells) throw denied();
        set(value, (row, column, format) => {
          changeCell(sheet, row, column, { numberFormat: textOf(format) });
        });
      },
      RowHidden: (value) => {
        if (sheet.protection.on && !sheet.protection.allowFormatRows) throw denied();
        for (let row = area.top; row <= area.bottom; row++) {
          if (value === true) sheet.hiddenRows.add(row);
          else sheet.hiddenRows.delete(row);
        }
      },
      ColumnHidden: (value) => {
        if (sheet.protection.on && !sheet.protection.allowFormatColumns) throw denied();
        for (let column = area.left; column <= area.right; column++) {
          if (value === true) sheet.hiddenColumns.add(column);
          else sheet.hiddenColumns.delete(column);
        }
      },
    },
    parts: {
      Worksheet: () => ({ type: "Worksheet", read: { Name: () => sheet.name } }),
      Format: () => formatObject(sheet, [area]),
      ConditionalFormats: () => conditionalFormatsObject(book, sheet, area),
      DataValidation: () => validationObject(sheet, area),
    },
    gives: {
      GetEntireRow: () => rangeObject(book, sheet, { ...area, left: 1, right: lastColumn }),
      GetMergedAreasOrNullObject: () => {
        book.undoCleared += 1;
        const found = sheet.merges.filter(({ top, left }) => contains(area, { row: top, column: left }));
        if (found.length > 512) throw new FakeError("GeneralException", "too many merged areas");
        return found.length === 0 ? null : rangeAreasObject(book, sheet, found);
      },
    },
    does: {
      GetRowProperties: (wanted) =>
        Array.from({ length: rows }, (_, y) =>
          picked(
            {
              rowHidden: sheet.hiddenRows.has(area.top + y),
              format: { rowHeight: rowHeight(sheet, area.top + y) },
            },
            wanted,
            "",
          ),
        ),
      GetColumnProperties: (wanted) =>
        Array.from({ length: columns }, (_, x) => {
          const column = area.left + x;
          const columnHidden = sheet.hiddenColumns.has(column);
          const columnWidth = columnHidden ? 0 : (sheet.widths.get(column) ?? standardPoints);
          return picked({ columnHidden, format: { columnWidth } }, wanted, "");
        }),
      GetCellProperties: (wanted) =>
        grid((row, column) => cellProperties(fakeCell(sheet, row, column), wanted)),
      Group: (by) => {
        if (by !== "ByRows") throw new FakeError("InvalidArgument", "group");
        for (let row = area.top; row <= area.bottom; row++) sheet.layout.grouped.add(row);
      },
      Merge: () => {
        if (sheet.protection.on) throw denied();
        const others = sheet.merges.filter(({ top, left }) => !contains(area, { row: top, column: left }));
        sheet.merges.splice(0, sheet.merges.length, ...others, area);
      },
      Unmerge: () => {
        if (sheet.protection.on) throw denied();
        const left = sheet.merges.filter((merge) => !contains(area, { row: merge.top, column: merge.left }));
        sheet.merges.splice(0, sheet.merges.length, ...left);
      },
      Select: () => {
        book.selected = { sheet: sheet.name, area };
      },
    },
  };
}

/** Several areas of one sheet. */
export function rangeAreasObject(book: FakeBook, sheet: FakeSheet, areas: readonly Area[]): FakeObject {
  return {
    type: "RangeAreas",
    alive: () => book.sheets.includes(sheet),
    read: {
      Address: () => areas.map((area) => addressOf(sheet, area)).join(","),
      AreaCount: () => areas.length,
    },
    parts: {
      Areas: () => ({
        type: "RangeCollection",
        items: () => areas.map((area) => rangeObject(book, sheet, area)),
      }),
      Format: () => formatObject(sheet, areas),
    },
  };
}

function validationObject(sheet: FakeSheet, area: Area): FakeObject {
  const rule = (): unknown => fakeCell(sheet, area.top, area.left).validation;
  const set = (validation: unknown): void => {
    if (sheet.protection.on) throw denied();
    eachCell([area], (row, column) => {
      changeCell(sheet, row, column, { validation });
    });
  };
  return {
    type: "DataValidation",
    read: { Type: () => (rule() === null ? "None" : "List"), Rule: () => rule() ?? {} },
    write: { Rule: set },
    does: {
      Clear: () => {
        set(null);
      },
    },
  };
}

function addressOf(sheet: FakeSheet, area: Area): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet.name);
  return `${plain ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`}!${areaA1(area)}`;
}
