import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eachWorkbench } from "../support/eachWorkbench";
import { activeCell, cell, openFile } from "./sheetOf";

let page: Page;

eachWorkbench((opened) => {
  page = opened;
});

/** A sheet of so many rows; one merge runs over three hundred of them, another is beside the edge of the screen. */
async function longSheet(rows: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("明细");
  for (let row = 1; row <= rows; row += 1) {
    sheet.addRow([`第${row}行`, row, row / 7, `备注${row}`, "合并", null]);
  }
  sheet.mergeCells("E100:E400");
  sheet.mergeCells("A20:B22");
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function drawnRows(): Promise<number> {
  return page.locator("table[role=grid] tbody tr:not(.spacer)").count();
}

describe("两万行的表", () => {
  test("只画看得见的行，滚到中间和末尾都画得对，跨出画面的合并单元格也在", async () => {
    await openFile(page, "明细.xlsx", await longSheet(20_000));
    await page.getByRole("grid", { name: "工作表 明细" }).waitFor();
    expect(await drawnRows()).toBeLessThan(90);
    const scroller = page.getByTestId("sheet");
    await cell(page, "A20").waitFor();
    expect(await cell(page, "A20").getAttribute("rowspan")).toBe("3");
    expect(await cell(page, "A20").getAttribute("colspan")).toBe("2");

    // Into the middle of the merge of three hundred rows: its first row is far above what is drawn.
    const tall = await page.evaluate(() => document.querySelector("table[role=grid]")?.clientHeight ?? 0);
    await scroller.evaluate(
      (one, top) => {
        one.scrollTop = top;
      },
      (tall / 20_012) * 250,
    );
    await page.locator("th.row-number", { hasText: /^260$/u }).waitFor();
    expect(await cell(page, "E100").textContent()).toBe("合并");
    expect(await drawnRows()).toBeLessThan(90);

    await scroller.evaluate((one) => {
      one.scrollTop = one.scrollHeight;
    });
    await cell(page, "A20000").waitFor();
    expect(await cell(page, "B20000").textContent()).toBe("20000");

    // The numbers at the left stand level with their cells, however far down.
    const [number, first] = await Promise.all([
      page.locator("th.row-number", { hasText: /^20000$/u }).boundingBox(),
      cell(page, "A20000").boundingBox(),
    ]);
    expect(Math.abs((number?.y ?? 0) - (first?.y ?? 99))).toBeLessThan(2);
  });

  test("没有自评表时说明找过哪些表头，逐表说明原因；仍可改单元格", async () => {
    await openFile(page, "明细.xlsx", await longSheet(20_000));
    await page.getByRole("heading", { name: "没有找到自评表" }).waitFor();
    const words = await page.locator("main").textContent();
    for (const title of ["三级指标", "分值", "评分标准"]) expect(words).toContain(title);
    expect(words).toContain("“明细”缺少“三级指标”");
    expect(await page.locator("main select").count()).toBe(0);
    await cell(page, "B3").click();
    await page.keyboard.type("42");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#cell-3-2")?.textContent === "42");
    expect(await activeCell(page)).toBe("B4");
  });
});
