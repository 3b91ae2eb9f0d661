import { areaA1, columnName, lastRow, type Place } from "../../workbook/cell";
import { recordNamespace } from "../../workbook/recordPart";
import type { BookBefore, CellBefore, SheetBefore } from "./bookBefore";
import { bytesPerRequest, sendSteps, step } from "./bookSteps";
import { cellBlocks, indexesOf, type Block } from "./cellBlocks";
import { rowRuns } from "./keepHeights";
import { placeKey, type PlanNeeds, type SheetNeeds } from "./planNeeds";
import type { ReadMemory } from "./readMemory";
import { askStanding } from "./standing";
import { readAreas } from "../xlsx/references";
import { cellSnapshot, normalFormula } from "./sheetCells";

const lookWanted = {
  format: {
    protection: true,
    wrapText: true,
    verticalAlignment: true,
    horizontalAlignment: true,
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, size: true },
    borders: { style: true, color: true, weight: true },
  },
};

/** The one round trip before writing: what the plan expects and what it will change, as it stands now. More where what
 * it was made from does not go into one answer. */
export async function lookAround(
  context: Excel.RequestContext,
  needs: PlanNeeds,
  memory: Pick<ReadMemory, "kept" | "records">,
): Promise<BookBefore> {
  const { workbook, application } = context;
  const sheets = workbook.worksheets.load("items/id,items/name");
  const parts = workbook.customXmlParts.getByNamespace(recordNamespace).load("items/id");
  const protection = workbook.protection.load("protected");
  workbook.load("readOnly");
  application.load("calculationMode");
  const asked = needs.sheets.map((need) => askSheet(workbook.worksheets.getItem(need.sheet), need));
  const standing = memory.kept === null ? null : askStanding(context, memory.kept, memory.records);
  await sendSteps(context, [step(0, () => undefined), ...(standing?.steps ?? [])], bytesPerRequest);
  return {
    isAsRead: standing?.stands(sheets.items, parts.items) ?? true,
    sheets: new Map(asked.map((each) => [each.need.sheet, sheetBefore(each)])),
    names: sheets.items.map(({ name }) => name),
    ids: new Map(sheets.items.map(({ id, name }) => [name, id])),
    partIds: parts.items.map(({ id }) => id),
    readOnly: workbook.readOnly,
    workbookProtected: protection.protected,
    manualCalculation: application.calculationMode === "Manual",
  };
}

type AskedSheet = ReturnType<typeof askSheet>;

/** Asks for what a plan changes on a sheet: answered with the next sync. */
export function askSheet(sheet: Excel.Worksheet, need: SheetNeeds) {
  sheet.load("id,name,standardWidth");
  return {
    need,
    sheet,
    protection: sheet.protection.load("protected,options"),
    farColumn: sheet.getRange("XFD1").load("format/columnWidth"),
    blocks: cellBlocks([...need.checks, ...need.writes], false).map((block) => askBlock(sheet, block)),
    looks: cellBlocks(need.writes, false).map((block) => ({
      block,
      // What the sheet's protection allows is not known yet, so this only reads.
      looks: sheet.getRangeByIndexes(...indexesOf(block.area)).getCellProperties(lookWanted),
    })),
    plain: need.emptied.map((column) => ({
      column,
      // Nothing reaches the last row: it looks as the whole column does.
      looks: sheet.getRange(`${columnName(column)}${lastRow}`).getCellProperties(lookWanted),
    })),
    heights: rowRuns(need.reasonRows).map(({ first, last }) => ({
      first,
      rows: sheet.getRange(`${first}:${last}`).getRowProperties({ format: { rowHeight: true } }),
    })),
    columns: need.columns.map((column) => ({
      column,
      range: sheet
        .getRange(`${columnName(column)}:${columnName(column)}`)
        .load("columnHidden,format/columnWidth,format/useStandardWidth"),
    })),
    print: need.printArea
      ? {
          area: sheet.pageLayout.getPrintAreaOrNullObject().load("address"),
          name: sheet.names.getItemOrNullObject("Print_Area").load("name"),
        }
      : null,
    highlights: need.highlights.map(({ area, formula }) => ({
      area,
      formula,
      formats: sheet
        .getRange(areaA1(area))
        .conditionalFormats.load(
          "items/id,items/type,items/customOrNullObject/rule/formula,items/customOrNullObject/format/fill/color",
        ),
    })),
    merges: need.merges.map((area) => ({
      area,
      merged: sheet.getRange(areaA1(area)).getMergedAreasOrNullObject().load("areas/items/address"),
    })),
    choices: need.choices.map((area) => ({
      area,
      validation: sheet.getRange(areaA1(area)).dataValidation.load("type,rule"),
    })),
  };
}

function askBlock(sheet: Excel.Worksheet, block: Block<Place>) {
  const range = sheet.getRangeByIndexes(...indexesOf(block.area));
  return { block, range: range.load("values,formulas,numberFormat") };
}

export function sheetBefore(asked: AskedSheet): SheetBefore {
  const { sheet, protection, print } = asked;
  const options = protection.options;
  return {
    id: sheet.id,
    name: sheet.name,
    protected: protection.protected,
    mayFormatCells: !protection.protected || options.allowFormatCells === true,
    mayFormatColumns: !protection.protected || options.allowFormatColumns === true,
    cells: cellsBefore(asked),
    mayFormatRows: !protection.protected || options.allowFormatRows === true,
    plain: new Map(
      asked.plain.flatMap(({ column, looks }) => {
        const format = looks.value[0]?.[0]?.format;
        return format === undefined ? [] : [[column, format] as const];
      }),
    ),
    heights: new Map(
      asked.heights.flatMap(({ first, rows }) =>
        rows.value.flatMap(({ format }, at) => {
          const height = format?.rowHeight ?? 0;
          // A hidden row measures nothing; to give it that height would take its own away.
          return height === 0 ? [] : [[first + at, height] as const];
        }),
      ),
    ),
    columns: asked.columns.map(({ column, range }) => ({
      column,
      points: range.format.columnWidth,
      standard: range.format.useStandardWidth,
      hidden: range.columnHidden,
    })),
    printArea: print === null || print.area.isNullObject ? null : print.area.address,
    printName: print === null || print.name.isNullObject ? null : print.name,
    highlights: asked.highlights.map(({ area, formula, formats }) => ({
      area,
      formula,
      ids: formats.items.map(({ id }) => id),
      found: formats.items
        .filter((format) => format.type === "Custom" && sameRule(format, formula))
        .map((format) => ({ format, fill: format.customOrNullObject.format.fill.color })),
    })),
    merges: asked.merges.map(({ area, merged }) => ({
      area,
      merged: merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => readAreas(address)),
    })),
    choices: asked.choices.map(({ area, validation }) => ({
      area,
      type: validation.type,
      rule: validation.rule,
    })),
    units: { standardCharacters: sheet.standardWidth, standardPoints: asked.farColumn.format.columnWidth },
  };
}

/** Whether the rule is this formula (without "="), however Excel spells it. */
export function sameRule(format: Excel.ConditionalFormat, formula: string): boolean {
  return normalFormula(format.customOrNullObject.rule.formula) === normalFormula(`=${formula}`);
}

function cellsBefore({ blocks, looks }: AskedSheet): ReadonlyMap<string, CellBefore> {
  const styles = new Map<string, Excel.CellPropertiesFormat>();
  for (const { block, looks: answer } of looks) {
    for (const place of block.cells) {
      const format = answer.value[place.row - block.area.top]?.[place.column - block.area.left]?.format;
      if (format !== undefined) styles.set(placeKey(place), format);
    }
  }
  return new Map(
    blocks.flatMap(({ block, range }) =>
      block.cells.map((place): [string, CellBefore] => {
        const [y, x] = [place.row - block.area.top, place.column - block.area.left];
        const content: unknown = range.formulas[y]?.[x];
        const format: unknown = range.numberFormat[y]?.[x];
        const look = styles.get(placeKey(place)) ?? null;
        return [
          placeKey(place),
          {
            row: place.row,
            column: place.column,
            content:
              typeof content === "string" || typeof content === "number" || typeof content === "boolean"
                ? content
                : "",
            shown: cellSnapshot(range.values[y]?.[x], content, format),
            format: typeof format === "string" ? format : "General",
            locked: look?.protection?.locked !== false,
            look,
          },
        ];
      }),
    ),
  );
}
