import type { Area } from "../../../src/workbook/cell";
import {
  changeCell,
  fakeCell,
  standardPoints,
  type FakeCell,
  type FakeSheet,
  type FakeStyle,
} from "./fakeBook";
import { FakeError } from "./fakeError";
import type { FakeObject } from "./fakeObject";

/** range.format of one or more areas of a sheet. */
export function formatObject(sheet: FakeSheet, areas: readonly Area[]): FakeObject {
  const style = (change: Partial<FakeStyle>): void => {
    if (sheet.protection.on && !sheet.protection.allowFormatCells) throw denied();
    eachCell(areas, (row, column) => {
      changeCell(sheet, row, column, { style: { ...fakeCell(sheet, row, column).style, ...change } });
    });
  };
  const width = (points: number | null): void => {
    if (sheet.protection.on && !sheet.protection.allowFormatColumns) throw denied();
    for (const { left, right } of areas) {
      for (let column = left; column <= right; column++) {
        if (points === null) sheet.widths.delete(column);
        else sheet.widths.set(column, points);
      }
    }
  };
  const border = (edge: string, change: Partial<FakeStyle["borders"][string]>): void => {
    if (sheet.protection.on && !sheet.protection.allowFormatCells) throw denied();
    eachCell(areas, (row, column) => {
      const before = fakeCell(sheet, row, column).style;
      const line = { style: "None", color: "#000000", weight: "Thin", ...before.borders[edge], ...change };
      const others = Object.entries(before.borders).filter(([name]) => name !== edge);
      const borders = Object.fromEntries(line.style === "None" ? others : [...others, [edge, line]]);
      changeCell(sheet, row, column, { style: { ...before, borders } });
    });
  };
  const first = areas[0]?.left ?? 1;
  return {
    type: "RangeFormat",
    read: {
      ColumnWidth: () => (sheet.hiddenColumns.has(first) ? 0 : (sheet.widths.get(first) ?? standardPoints)),
      UseStandardWidth: () => !sheet.widths.has(first),
    },
    write: {
      WrapText: (value) => {
        style({ wrapText: booleanOf(value) });
      },
      VerticalAlignment: (value) => {
        style({ verticalAlignment: textOf(value) });
      },
      HorizontalAlignment: (value) => {
        style({ horizontalAlignment: textOf(value) });
      },
      ColumnWidth: (value) => {
        if (typeof value !== "number" || value < 0) throw new FakeError("InvalidArgument", "width");
        width(value);
      },
      RowHeight: (value) => {
        if (sheet.protection.on && !sheet.protection.allowFormatRows) throw denied();
        for (const { top, bottom } of areas) {
          for (let row = top; row <= bottom; row++) {
            sheet.heights.set(row, Number(value));
            // A height of nothing hides a row, any other one shows it.
            if (Number(value) === 0) sheet.hiddenRows.add(row);
            else sheet.hiddenRows.delete(row);
          }
        }
      },
      UseStandardWidth: (value) => {
        if (booleanOf(value)) width(null);
      },
    },
    does: {
      AutofitRows: () => {
        for (const { top, bottom } of areas) {
          for (let row = top; row <= bottom; row++) sheet.heights.delete(row);
        }
      },
    },
    parts: {
      Fill: () => ({
        type: "RangeFill",
        write: {
          Color: (value) => {
            style({ fill: colorOf(value) });
          },
        },
        does: {
          Clear: () => {
            style({ fill: null });
          },
        },
      }),
      Font: () => ({
        type: "RangeFont",
        write: {
          Bold: (value) => {
            style({ bold: booleanOf(value) });
          },
          Size: (value) => {
            style({ size: Number(value) });
          },
          Color: (value) => {
            style({ color: colorOf(value) });
          },
        },
      }),
      Borders: () => ({
        type: "RangeBorderCollection",
        gives: {
          Indexer: (edge) => ({
            type: "RangeBorder",
            write: {
              Style: (value) => {
                border(textOf(edge), { style: textOf(value) });
              },
              Color: (value) => {
                border(textOf(edge), { color: colorOf(value) });
              },
              Weight: (value) => {
                border(textOf(edge), { weight: textOf(value) });
              },
            },
          }),
        },
      }),
    },
  };
}

/** What getCellProperties gives of one cell: only what was asked for. */
export function cellProperties(cell: FakeCell, wanted: unknown): unknown {
  const { style } = cell;
  const all = {
    format: {
      protection: { locked: cell.locked, formulaHidden: false },
      wrapText: style.wrapText,
      verticalAlignment: style.verticalAlignment,
      horizontalAlignment: style.horizontalAlignment,
      fill: { color: style.fill ?? "#FFFFFF", pattern: style.fill === null ? "None" : "Solid" },
      borders: lines(style),
      font: { bold: style.bold, color: style.color, size: style.size },
    },
  };
  return picked(all, flatBorders(wanted), "");
}

/** What is asked of borders holds for each of them. */
function flatBorders(wanted: unknown): unknown {
  const text = JSON.stringify(wanted).replace(/"borders":\{[^}]*\}/, '"borders":true');
  return JSON.parse(text) as unknown;
}

function lines({ borders }: FakeStyle): unknown {
  const none = { style: "None", color: "#000000", weight: "Thin" };
  return {
    top: borders["EdgeTop"] ?? none,
    bottom: borders["EdgeBottom"] ?? none,
    left: borders["EdgeLeft"] ?? none,
    right: borders["EdgeRight"] ?? none,
  };
}

/** The members of `all` that `wanted` marks with true; anything else is refused. */
export function picked(all: unknown, wanted: unknown, path: string): unknown {
  if (wanted === true) return all;
  if (typeof wanted !== "object" || wanted === null || typeof all !== "object" || all === null) {
    throw new FakeError("InvalidArgument", `cannot load ${path}`);
  }
  return Object.fromEntries(
    Object.entries(wanted).map(([name, inner]) => {
      if (!(name in all)) throw new FakeError("InvalidArgument", `cannot load ${path}/${name}`);
      return [name, picked(Reflect.get(all, name), inner, `${path}/${name}`)];
    }),
  );
}

export function eachCell(areas: readonly Area[], visit: (row: number, column: number) => void): void {
  for (const { top, left, bottom, right } of areas) {
    if ((bottom - top + 1) * (right - left + 1) > 5_000_000)
      throw new FakeError("InvalidArgument", "too many cells");
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) visit(row, column);
    }
  }
}

export function denied(): FakeError {
  return new FakeError("AccessDenied", "The cell is protected");
}

function booleanOf(value: unknown): boolean {
  if (typeof value !== "boolean") throw new FakeError("InvalidArgument", "not a boolean");
  return value;
}

export function textOf(value: unknown): string {
  if (typeof value !== "string") throw new FakeError("InvalidArgument", "not a text");
  return value;
}

export function colorOf(value: unknown): string {
  const color = textOf(value);
  if (!/^#[0-9A-F]{6}$/i.test(color)) throw new FakeError("InvalidArgument", `not a colour: ${color}`);
  return color.toUpperCase();
}
