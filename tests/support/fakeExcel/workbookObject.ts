import { parseXml } from "../xmlTree";
import { addSheet, type FakeBook } from "./fakeBook";
import { FakeError } from "./fakeError";
import type { FakeObject } from "./fakeObject";
import { textOf } from "./formatObject";
import { rangeObject } from "./rangeObject";
import { worksheetObject } from "./worksheetObject";

/** The root of the host's object model. */
export function workbookObject(book: FakeBook): FakeObject {
  return {
    type: "Workbook",
    read: { ReadOnly: () => book.readOnly },
    gives: {
      GetActiveCell: () => {
        const sheet = book.sheets.find(({ name }) => name === book.selected?.sheet);
        if (sheet === undefined || book.selected === null) throw new FakeError("InvalidSelection", "no cell");
        const { top, left } = book.selected.area;
        return rangeObject(book, sheet, { top, left, bottom: top, right: left });
      },
    },
    parts: {
      Worksheets: () => worksheetsObject(book),
      CustomXmlParts: () => customXmlPartsObject(book),
      Protection: () => ({
        type: "WorkbookProtection",
        read: { Protected: () => book.structureProtected },
      }),
      Application: () => ({
        type: "Application",
        read: { CalculationMode: () => book.calculationMode },
        does: { SuspendScreenUpdatingUntilNextSync: () => null },
      }),
      _Runtime: () => ({
        type: "Runtime",
        write: {
          EnableEvents: (value) => {
            book.enableEvents = value === true;
          },
        },
      }),
    },
  };
}

function worksheetsObject(book: FakeBook): FakeObject {
  const listening = (): null => null;
  return {
    type: "WorksheetCollection",
    items: () => book.sheets.map((sheet) => worksheetObject(book, sheet)),
    gives: {
      Indexer: (key) => {
        const wanted = textOf(key).toLowerCase();
        const sheet = book.sheets.find(
          ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
        );
        if (sheet === undefined) throw new FakeError("ItemNotFound", `no sheet ${textOf(key)}`);
        return worksheetObject(book, sheet);
      },
      GetItemOrNullObject: (key) => {
        const sheet = book.sheets.find(({ id, name }) => id === key || name === key);
        return sheet === undefined ? null : worksheetObject(book, sheet);
      },
      Add: (given) => {
        const name = textOf(given);
        if (book.structureProtected) throw new FakeError("AccessDenied", "structure");
        const taken = book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
        if (taken || name.length > 31 || /[\\/?*[\]:]/.test(name)) {
          throw new FakeError("InvalidArgument", `sheet name ${name}`);
        }
        return worksheetObject(book, addSheet(book, name));
      },
    },
    does: {
      _RegisterSelectionChangedEvent: listening,
      _RegisterActivatedEvent: listening,
      _UnregisterActivatedEvent: listening,
      _RegisterDataChangedEvent: listening,
      _RegisterCalculatedEvent: listening,
      _RegisterFormatChangedEvent: listening,
      _UnregisterFormatChangedEvent: listening,
      _RegisterAddedEvent: listening,
      _RegisterDeletedEvent: listening,
      _UnregisterAddedEvent: listening,
      _UnregisterDeletedEvent: listening,
      _UnregisterSelectionChangedEvent: listening,
      _UnregisterDataChangedEvent: listening,
      _UnregisterCalculatedEvent: listening,
    },
  };
}

function customXmlPartsObject(book: FakeBook): FakeObject {
  return {
    type: "CustomXmlPartCollection",
    gives: {
      GetByNamespace: (uri) => ({
        type: "CustomXmlPartScopedCollection",
        items: () =>
          book.parts
            .filter(({ xml }) => parseXml(xml).attributes.get("xmlns") === uri)
            .map((part) => partObject(book, part)),
      }),
      Add: (xml) => {
        const part = { id: `{part-${book.nextId++}}`, xml: wellFormed(xml) };
        book.parts.push(part);
        return partObject(book, part);
      },
      Indexer: (id) => {
        const part = book.parts.find((each) => each.id === id);
        if (part === undefined) throw new FakeError("ItemNotFound", "no such part");
        return partObject(book, part);
      },
    },
  };
}

function partObject(book: FakeBook, part: FakeBook["parts"][number]): FakeObject {
  return {
    type: "CustomXmlPart",
    alive: () => book.parts.includes(part),
    read: { Id: () => part.id },
    does: {
      GetXml: () => part.xml,
      SetXml: (xml) => {
        part.xml = wellFormed(xml);
      },
      Delete: () => {
        book.parts = book.parts.filter((each) => each !== part);
      },
    },
  };
}

function wellFormed(xml: unknown): string {
  const text = textOf(xml);
  try {
    parseXml(text.replaceAll(/&#\d+;/g, ""));
  } catch (error) {
    throw new FakeError("InvalidArgument", String(error));
  }
  return text;
}
