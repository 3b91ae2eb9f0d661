import type { Area } from "../../workbook/cell";
import type { RecordKey, SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import { recordNamespace } from "../../workbook/recordPart";
import { readAreas } from "../xlsx/references";
import { recordPlaces } from "./recordParts";
import type { ReadMemory, RecordPlace } from "./readMemory";
import { askSheetParts, type AskLimits, type SheetAnswer, type SheetHead } from "./askSheetParts";
import { sheetSnapshot } from "./sheetSnapshot";

export interface ReadOptions extends AskLimits {
  /** "remember": take merged areas from the last reading while the used range is the same. Asking costs the user
   * his undo history (office-js #5918). */
  readonly merges: "ask" | "remember";
}

interface Reading {
  readonly snapshot: Snapshot;
  readonly memory: ReadMemory;
}

/** The whole workbook in three round trips: what sheets there are; how far each goes; what they hold. */
export async function readWorkbook(
  context: Excel.RequestContext,
  options: ReadOptions,
  memory: ReadMemory,
): Promise<Reading> {
  const sheets = context.workbook.worksheets.load("items/id,items/name,items/visibility,items/standardWidth");
  const parts = context.workbook.customXmlParts.getByNamespace(recordNamespace).load("items/id");
  await context.sync();

  const asked = sheets.items.map(askExtent);
  const xml = parts.items.map((part) => ({ partId: part.id, text: part.getXml() }));
  await context.sync();

  const heads = asked.map(headOf);
  const answers = await askSheetParts(context, heads, options, (head) => remembered(head, options, memory));
  return readingOf(answers, recordPlaces(xml));
}

function askExtent(sheet: Excel.Worksheet) {
  return {
    sheet,
    filled: sheet.getUsedRangeOrNullObject(true).load("address"),
    formatted: sheet.getUsedRangeOrNullObject(false).load("address"),
    print: sheet.pageLayout.getPrintAreaOrNullObject().load("address"),
    formats: sheet
      .getRange()
      .conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula"),
    // No form reaches the last column: it has the standard width.
    farColumn: sheet.getRange("XFD1").load("format/columnWidth"),
  };
}

function headOf({
  sheet,
  filled,
  formatted,
  print,
  formats,
  farColumn,
}: ReturnType<typeof askExtent>): SheetHead {
  const [values] = filled.isNullObject ? [] : readAreas(filled.address);
  const [whole] = formatted.isNullObject ? [] : readAreas(formatted.address);
  return {
    sheet,
    used: values === undefined ? null : widened(values, whole),
    usedAddress: filled.isNullObject ? "" : filled.address,
    printArea: print.isNullObject ? null : readAreas(print.address),
    standardPoints: farColumn.format.columnWidth,
    ownFormats: formats.items.filter((format) => format.type === "Custom"),
  };
}

/** A blank merged cell or a width at the edge counts; a column that is formatted down to the last row does not. */
function widened(values: Area, formatted: Area | undefined): Area {
  const margin = 10;
  return {
    top: values.top,
    left: values.left,
    bottom: Math.min(Math.max(values.bottom, formatted?.bottom ?? 0), values.bottom + margin),
    right: Math.min(Math.max(values.right, formatted?.right ?? 0), values.right + margin),
  };
}

function remembered(head: SheetHead, options: ReadOptions, memory: ReadMemory): readonly Area[] | null {
  const kept = memory.merges.get(head.sheet.id);
  return options.merges === "remember" && kept?.used === head.usedAddress ? kept.areas : null;
}

function readingOf(answers: readonly SheetAnswer[], records: ReadonlyMap<RecordKey, RecordPlace>): Reading {
  const read = answers.map((answer) => ({ answer, ...sheetSnapshot(answer) }));
  const sheets: readonly SheetSnapshot[] = read.map(({ snapshot }) => snapshot);
  return {
    snapshot: { sheets, records: new Map(Array.from(records, ([key, { json }]) => [key, json])) },
    memory: {
      records,
      merges: new Map(
        read.map(({ answer, snapshot }) => [
          answer.head.sheet.id,
          { used: answer.head.usedAddress, areas: snapshot.merges },
        ]),
      ),
      broken: read.flatMap(({ snapshot, broken }) =>
        broken.map(({ row, column }) => ({ sheet: snapshot.name, row, column })),
      ),
    },
  };
}
