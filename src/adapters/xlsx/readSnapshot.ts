import { succeed, type Outcome } from "../../workbook/port";
import type { Snapshot } from "../../workbook/snapshot";
import { readNumberFormats } from "./numberFormats";
import { readPrintAreas } from "./printAreas";
import { readFloatingTexts } from "./readFloating";
import { findRecords } from "./readRecords";
import { attempt, Refusal, refusals } from "./refusals";
import { readSharedStrings } from "./readCell";
import { readSheet, type SheetContext } from "./readSheet";
import type { PartSource } from "./relationships";
import { findWorkbook } from "./workbookParts";
import { openPackage } from "./xlsxPackage";

/** A package together with the snapshot that was read from it. */
export interface ReadBefore {
  readonly source: PartSource;
  readonly snapshot: Snapshot;
}

/** What stands in an .xlsx file that is only read: nothing that writes or works formulas out is brought along. */
export function readXlsx(bytes: Uint8Array): Outcome<Snapshot> {
  return attempt(() => succeed(readSnapshot(openPackage(bytes.slice()))));
}

/** The frozen picture of the workbook that a package holds. Sheets whose part is still the very tree that was
 * read before are not read again: the tables that cells point into only ever grow. @throws Refusal */
export function readSnapshot(source: PartSource, before?: ReadBefore): Snapshot {
  const workbook = findWorkbook(source);
  const strings = workbook.sharedStrings === null ? undefined : source.document(workbook.sharedStrings);
  const styles = workbook.styles === null ? undefined : source.document(workbook.styles);
  const context: SheetContext = { strings: readSharedStrings(strings), formats: readNumberFormats(styles) };
  const printAreas = readPrintAreas(workbook.root);
  const sheets = workbook.sheets.map((sheet, index) => {
    const { name, visibility } = sheet;
    const printArea = printAreas.get(index) ?? null;
    if (sheet.part === null) return { name, visibility, printArea, ...noCells };
    const document = source.document(sheet.part);
    if (document === undefined) throw new Refusal(refusals.missingPart(sheet.part));
    const same = before !== undefined && before.source.document(sheet.part) === document;
    const known = same ? before.snapshot.sheets.find((each) => each.name === name) : undefined;
    const floating = known === undefined ? readFloatingTexts(source, sheet.part) : (known.floating ?? []);
    return {
      ...(known ?? readSheet(document.root, context)),
      ...(floating.length === 0 ? {} : { floating }),
      name,
      visibility,
      printArea,
    };
  });
  const records = new Map(findRecords(source, workbook).map(({ key, json }) => [key, json]));
  return { sheets, records };
}

const noCells = {
  rows: new Map(),
  merges: [],
  hiddenRows: new Set<number>(),
  hiddenColumns: new Set<number>(),
  columnWidths: new Map<number, number>(),
  conditionalFormats: [],
};
