import type { Area } from "../../../src/workbook/cell";
import type { FakeBook, FakeFormat, FakeSheet } from "./fakeBook";
import { FakeError } from "./fakeError";
import type { FakeObject } from "./fakeObject";
import { colorOf, denied, textOf } from "./formatObject";
import { rangeAreasObject } from "./rangeObject";

/** The conditional formats that touch a range. */
export function conditionalFormatsObject(book: FakeBook, sheet: FakeSheet, area: Area): FakeObject {
  const guard = (): void => {
    if (sheet.protection.on && !sheet.protection.allowFormatCells) throw denied();
  };
  return {
    type: "ConditionalFormatCollection",
    items: () =>
      sheet.formats
        .filter((format) => format.areas.some((each) => touches(each, area)))
        .map((format) => conditionalFormatObject(book, sheet, format)),
    gives: {
      Add: (type) => {
        guard();
        const format: FakeFormat = {
          id: `{format-${book.nextId++}}`,
          type: textOf(type),
          areas: [area],
          formula: "",
          look: {},
        };
        sheet.formats.push(format);
        return conditionalFormatObject(book, sheet, format);
      },
    },
  };
}

function conditionalFormatObject(book: FakeBook, sheet: FakeSheet, format: FakeFormat): FakeObject {
  return {
    type: "ConditionalFormat",
    alive: () => sheet.formats.includes(format),
    read: { Id: () => format.id, Type: () => format.type },
    parts: {
      CustomOrNullObject: () => (format.type === "Custom" ? customObject(format) : null),
      Custom: () => {
        if (format.type !== "Custom") throw new FakeError("InvalidOperation", "not a custom format");
        return customObject(format);
      },
    },
    gives: { GetRanges: () => rangeAreasObject(book, sheet, format.areas) },
    does: {
      Delete: () => {
        if (sheet.protection.on && !sheet.protection.allowFormatCells) throw denied();
        sheet.formats = sheet.formats.filter((each) => each !== format);
      },
    },
  };
}

function customObject(format: FakeFormat): FakeObject {
  const keep = (name: string, check: (value: unknown) => unknown) => (value: unknown) => {
    format.look[name] = check(value);
  };
  return {
    type: "CustomConditionalFormat",
    parts: {
      Rule: () => ({
        type: "ConditionalFormatRule",
        read: { Formula: () => format.formula },
        write: {
          Formula: (value) => {
            const formula = textOf(value);
            // Custom functions are not evaluated here: they give an error and no highlight.
            if (!formula.startsWith("=") || /JX[._]/.test(formula))
              throw new FakeError("InvalidArgument", formula);
            format.formula = formula;
          },
        },
      }),
      Format: () => ({
        type: "ConditionalRangeFormat",
        parts: {
          Fill: () => ({
            type: "ConditionalRangeFill",
            read: { Color: () => format.look["fill"] ?? "" },
            write: { Color: keep("fill", colorOf) },
          }),
          Font: () => ({
            type: "ConditionalRangeFont",
            write: {
              Color: keep("color", colorOf),
              Bold: keep("bold", (value) => value === true),
              Underline: keep("underline", textOf),
            },
          }),
        },
      }),
    },
  };
}

function touches(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
