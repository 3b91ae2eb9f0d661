import { areaA1 } from "../../workbook/cell";
import type { HighlightBefore, SheetBefore } from "./bookBefore";
import { step, type Step } from "./bookSteps";
import { excelAreas } from "./excelAddress";
import { drawingOf } from "./highlightDrawing";
import { ruleOf } from "./lookAround";
import type { SheetNeeds } from "./planNeeds";
import { addHighlight } from "./planSteps";

/** Conditional formats and print area as they stand after the failure: the answer comes with the next sync. */
export interface AskedLayout {
  readonly sheet: SheetBefore;
  readonly need: SheetNeeds;
  readonly printName: Excel.NamedItem | null;
  readonly highlights: readonly {
    readonly before: HighlightBefore;
    readonly formats: Excel.ConditionalFormatCollection;
  }[];
}

export function askLayout(sheet: Excel.Worksheet, need: SheetNeeds, before: SheetBefore): AskedLayout {
  return {
    sheet: before,
    need,
    printName: need.printArea ? sheet.names.getItemOrNullObject("Print_Area").load("name") : null,
    highlights: before.highlights.map((highlight) => ({
      before: highlight,
      formats: sheet
        .getRange(areaA1(highlight.area))
        .conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula"),
    })),
  };
}

/** The steps that give conditional formats, merged cells and the print area back. */
export function undoLayout({ sheet, need, printName, highlights }: AskedLayout): readonly Step[] {
  return [
    ...(sheet.mayFormatCells ? undoHighlights(sheet.name, highlights) : []),
    ...(sheet.protected ? [] : need.merges.map((area) => unmerge(sheet.name, areaA1(area)))),
    ...undoPrintArea(sheet, need, printName),
  ];
}

function undoHighlights(sheet: string, asked: AskedLayout["highlights"]): readonly Step[] {
  const dropped = new Set<string>();
  return asked.flatMap(({ before, formats }) => {
    const old = new Set(before.found.map(({ format }) => format.id));
    const now = formats.items.filter(
      (format) => format.type === "Custom" && ruleOf(format) === before.formula,
    );
    const extra = now.filter((format) => !old.has(format.id) && !dropped.has(format.id));
    for (const format of extra) dropped.add(format.id);
    const left = new Set(now.map(({ id }) => id));
    const lost = before.found.filter(({ format }) => !left.has(format.id));
    return [
      ...extra.map((format) =>
        step(300, () => {
          format.delete();
        }),
      ),
      ...lost.map(({ fill }) =>
        step(600, (book) => {
          addHighlight(book.sheet(sheet), before.area, before.formula, drawingOf(fill));
        }),
      ),
    ];
  });
}

function unmerge(sheet: string, address: string): Step {
  return step(300, (book) => {
    book.sheet(sheet).getRange(address).unmerge();
  });
}

function undoPrintArea(
  sheet: SheetBefore,
  need: SheetNeeds,
  printName: Excel.NamedItem | null,
): readonly Step[] {
  if (!need.printArea) return [];
  const address = sheet.printArea;
  if (address !== null) {
    // The address names the sheet; the sheet itself takes it without.
    const areas = excelAreas(address).map(areaA1).join(",");
    return [
      step(600, (book) => {
        book.sheet(sheet.name).pageLayout.setPrintArea(areas);
      }),
    ];
  }
  if (printName === null || printName.isNullObject) return [];
  return [
    step(300, () => {
      printName.delete();
    }),
  ];
}
