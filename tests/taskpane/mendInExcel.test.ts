import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { openExcelPane } from "../support/excelPane";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { changeCell, sheetNamed } from "../support/fakeExcel/fakeBook";

const name = "部门整体支出绩效自评表";

/** The filled sample in Excel, with a total that is wrong. */
function wrongTotal() {
  const opened = openXlsx(readFileSync("samples/nansha-2023.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const book = bookOfSnapshot(opened.value.snapshot());
  book.calculate = calculateBook;
  const sheet = sheetNamed(book, name);
  changeCell(sheet, 42, 9, { formula: null, value: 12.5 });
  return {
    book,
    total: () => sheet.cells.get("42:9") ?? JSON.stringify([...sheet.cells.keys()].slice(0, 3)),
  };
}

describe("在 Excel 里改正", () => {
  it("采用写入表格，撤销写回原来的总分", async () => {
    const { book, total } = wrongTotal();
    const pane = openExcelPane(book);
    await pane.until(({ phase, busy }) => phase === "ready" && !busy);
    pane.send({ kind: "showFindings" });
    await pane.until(({ findings, busy }) => findings.list !== null && !busy);
    const found = pane.state().findings.list?.find(({ check }) => check === "scoreSum");
    const { key = "", fix = [] } = found ?? {};
    pane.send({ kind: "mendFindings", fixes: [{ key, fix }] });
    await pane.until(({ findings, busy }) => findings.mended.length === 1 && !busy);
    expect(total()).toMatchObject({ value: fix[0]?.after });
    pane.send({ kind: "unmend", mended: pane.state().findings.mended[0] ?? [] });
    await pane.until(({ findings, busy }) => findings.mended.length === 0 && !busy);
    expect(total()).toMatchObject({ value: 12.5 });
    pane.end();
  });
});
