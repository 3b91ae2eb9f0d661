import { pointsOf } from "../../../src/adapters/office/columnUnits";
import { recordXml } from "../../../src/workbook/recordPart";
import type { SheetSnapshot, Snapshot } from "../../../src/workbook/snapshot";
import {
  addSheet,
  changeCell,
  emptyBook,
  standardCharacters,
  standardPoints,
  type FakeBook,
  type FakeSheet,
} from "./fakeBook";

/** A fake workbook that holds what a snapshot shows. */
export function bookOfSnapshot(snapshot: Snapshot): FakeBook {
  const book = emptyBook();
  for (const sheet of snapshot.sheets) fill(book, addSheet(book, sheet.name), sheet);
  for (const [key, json] of snapshot.records) {
    book.parts.push({ id: `{part-${book.nextId++}}`, xml: recordXml(key, json) });
  }
  return book;
}

function fill(book: FakeBook, fake: FakeSheet, sheet: SheetSnapshot): void {
  fake.visibility = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" }[sheet.visibility];
  for (const [row, cells] of sheet.rows) {
    for (const [column, { value, formula, format }] of cells) {
      changeCell(fake, row, column, {
        value,
        numberFormat: format ?? "General",
        ...(formula === undefined ? {} : { formula }),
      });
    }
  }
  for (const [row, formats] of sheet.blankFormats ?? []) {
    for (const [column, numberFormat] of formats) changeCell(fake, row, column, { numberFormat });
  }
  fake.merges.push(...sheet.merges);
  for (const row of sheet.hiddenRows) fake.hiddenRows.add(row);
  for (const column of sheet.hiddenColumns) fake.hiddenColumns.add(column);
  for (const [column, width] of sheet.columnWidths) {
    fake.widths.set(column, pointsOf(width, { standardCharacters, standardPoints }));
  }
  fake.printArea = sheet.printArea;
  fake.formats = sheet.conditionalFormats.map(({ area, formula }) => ({
    id: `{format-${book.nextId++}}`,
    type: "Custom",
    areas: [area],
    formula: `=${formula}`,
    look: {},
  }));
}
