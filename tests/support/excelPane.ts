import { readFileSync } from "node:fs";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import type { News } from "../../src/app/news";
import { excelHost } from "../../src/taskpane/excelHost";
import type { Pauses } from "../../src/taskpane/host";
import type { PaneState } from "../../src/taskpane/paneState";
import type { CellAddress } from "../../src/workbook/cell";
import type { CellValue } from "../../src/workbook/snapshot";
import { drivenPane } from "./drivenPane";
import { bookOfSnapshot } from "./fakeExcel/bookOfSnapshot";
import { calculateBook } from "./fakeExcel/calculateBook";
import { changeCell, sheetNamed, type FakeBook, type FakeSheet } from "./fakeExcel/fakeBook";
import { fakeHost } from "./fakeExcel/fakeHost";
import { loadClient } from "./fakeExcel/loadClient";

/* The pane over Excel: Microsoft's own client, and a small workbook behind it. */

export function sampleBook(): FakeBook {
  const opened = openXlsx(readFileSync("samples/nansha-2023-blank.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const book = bookOfSnapshot(opened.value.snapshot());
  book.calculate = calculateBook;
  return book;
}

interface ExcelPaneOptions {
  /** Milliseconds of every round trip. */
  readonly latency?: number;
  readonly seen?: (state: PaneState) => void;
  /** Those of the product unless told. */
  readonly pauses?: Pauses;
}

/** For tests that wait until both are over. */
export const shortPauses: Pauses = { calm: 10, settled: 60, given: 40 };

export function openExcelPane(book: FakeBook, { latency = 0, seen, pauses }: ExcelPaneOptions = {}) {
  const fake = fakeHost(book);
  fake.latency = latency;
  const client = loadClient(fake);
  let hear: (news: News) => void = () => undefined;
  let leave = (): void => undefined;
  const host = {
    ...excelHost(client.run, () => true),
    onNews: (listener: typeof hear) => {
      hear = listener;
      return () => undefined;
    },
    onLeave: (listener: () => void) => {
      leave = listener;
      return () => undefined;
    },
    copyText: () => Promise.resolve(true),
    ...(pauses === undefined ? {} : { pauses }),
  };
  const driven = drivenPane(host, seen);
  const tell = (sheet: FakeSheet, changeType = "RangeEdited") => {
    client.raise("changed", { address: "A1", worksheetId: sheet.id, changeType });
    client.raise("calculated", { worksheetId: sheet.id });
  };
  return {
    ...driven,
    fake,
    tell,
    /** The pane goes out of sight. */
    leave: () => {
      leave();
    },
    /** Until the pauses after the last change are over, and nothing more is asked of Excel. */
    calm: async () => {
      const wait = (time: number) => new Promise((done) => setTimeout(done, time));
      // A timer that began later ends later: when this one ends, both pauses have.
      await wait((pauses?.settled ?? 1200) + 20);
      for (let still = 0, before = -1; still < 3; before = fake.trips()) {
        await wait(50);
        still = fake.trips() === before ? still + 1 : 0;
      }
    },
    /** A sheet was copied or deleted. */
    tellSheets: (type: "added" | "deleted") => {
      client.raise(type, { worksheetId: book.sheets.at(-1)?.id ?? "" });
    },
    /** A person turns to a sheet by its tab. */
    turnTo: (name: string) => {
      const { id } = sheetNamed(book, name);
      book.selected = { sheet: name, area: { top: 1, left: 1, bottom: 1, right: 1 } };
      client.raise("activated", { worksheetId: id });
    },
    /** What a ribbon button has to say. */
    news: (news: News) => {
      hear(news);
    },
    /** A person types into a cell; Excel recalculates and tells. */
    type: (at: CellAddress, value: CellValue) => {
      const sheet = sheetNamed(book, at.sheet);
      changeCell(sheet, at.row, at.column, { formula: null, value });
      book.calculate?.(book);
      tell(sheet);
    },
  };
}
