import { areaA1 } from "../../workbook/cell";
import type { SheetBefore } from "./bookBefore";
import { deletion, step, type Step } from "./bookSteps";
import { readAreas } from "../xlsx/references";
import { sameRule } from "./lookAround";
import type { SheetNeeds } from "./planNeeds";
import { addHighlight, drawingOf } from "./planSteps";

/** Asks for conditional formats and print area as they stand after the failure: answered with the next sync. */
export function askLayout(sheet: Excel.Worksheet, need: SheetNeeds, before: SheetBefore) {
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

type AskedLayout = ReturnType<typeof askLayout>;

/** The steps that give conditional formats, merged cells and the print area back. */
export function undoLayout({ sheet, need, printName, highlights }: AskedLayout): readonly Step[] {
  return [
    ...(sheet.mayFormatCells ? undoHighlights(sheet.name, highlights) : []),
    ...(sheet.protected ? [] : sheet.merges.map((merge) => undoMerge(sheet.name, merge))),
    ...undoPrintArea(sheet, need, printName),
  ];
}

function undoHighlights(sheet: string, asked: AskedLayout["highlights"]): readonly Step[] {
  const dropped = new Set<string>();
  return asked.flatMap(({ before, formats }) => {
    const extra = formats.items.filter(
      (format) =>
        isOurs(format, before.formula) && !before.ids.includes(format.id) && !dropped.has(format.id),
    );
    for (const format of extra) dropped.add(format.id);
    const left = new Set(formats.items.map(({ id }) => id));
    const lost = before.found.filter(({ format }) => !left.has(format.id));
    return [
      ...extra.map(deletion),
      ...lost.map(({ fill }) =>
        step(600, (book) => {
          addHighlight(book.sheet(sheet), before.area, before.formula, drawingOf(fill));
        }),
      ),
    ];
  });
}

/** Made by us, perhaps only half: the rule comes after the format itself. */
function isOurs(format: Excel.ConditionalFormat, formula: string): boolean {
  if (format.type !== "Custom") return false;
  return sameRule(format, formula) || format.customOrNullObject.rule.formula === "";
}

function undoMerge(sheet: string, { area, merged }: SheetBefore["merges"][number]): Step {
  return step(300 + 300 * merged.length, (book) => {
    const target = book.sheet(sheet);
    target.getRange(areaA1(area)).unmerge();
    for (const each of merged) target.getRange(areaA1(each)).merge(false);
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
    const areas = readAreas(address).map(areaA1).join(",");
    return [
      step(600, (book) => {
        book.sheet(sheet.name).pageLayout.setPrintArea(areas);
      }),
    ];
  }
  return printName === null || printName.isNullObject ? [] : [deletion(printName)];
}
