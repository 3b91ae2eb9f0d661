import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe";
import { sharedHouse, type BrowserHouse } from "../support/browser";
import { sampleBook } from "../support/excelPane";
import { bookState, changeCell } from "../support/fakeExcel/fakeBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { openAddin } from "../support/fakeExcel/openAddin";

/* The built pane beside an Excel that takes its time, as a person sees and hears it. */

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

/** axe-core has nothing to say, and nothing is wider than the pane. Its page is a part of Excel's window, whose title
 * Excel draws. */
async function flaws(page: Page): Promise<readonly string[]> {
  const wide = await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
  const found = [...(await axeViolations(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  found.push(...(await axeViolations(page, ["color-contrast"])));
  await page.emulateMedia({ colorScheme: "light" });
  return [
    ...found.filter((line) => !line.startsWith("page-has-heading-one")),
    ...(wide > 0 ? [`${wide} px too wide`] : []),
  ];
}

/** A template as it is handed out: only its scores can be filled in. */
function protectedBook() {
  const book = sampleBook();
  const [form] = book.sheets;
  if (form === undefined) throw new Error("no sheet");
  form.protection.on = true;
  for (let row = 1; row <= 60; row += 1) changeCell(form, row, 9, { locked: false });
  return { book, form };
}

describe("Excel 很慢", () => {
  test("320像素宽：说到哪一步，可以用键盘停止；说明一直在，数据变化并列", async () => {
    const { book } = protectedBook();
    const host = fakeHost(book);
    host.latency = 700;
    const { page, errors } = await openAddin(house, host, {
      viewport: { width: 320, height: 640 },
    });
    const score = page.getByRole("button", { name: "计算得分", exact: true });
    await page.getByTestId("total").waitFor();
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    const before = bookState(book);

    // Nothing has changed: the one round trip before writing is all that can be stopped.
    host.latency = 5000;
    await score.press("Enter");
    const stop = page.getByRole("button", { name: "停止", exact: true });
    await stop.waitFor();
    expect(await page.getByRole("status").first().textContent()).toContain("正在计算得分");
    expect(await flaws(page)).toEqual([]);
    // The next place of the keyboard after the buttons of the bar.
    await page.getByRole("button", { name: "帮助" }).focus();
    await page.keyboard.press("Tab");
    expect(await stop.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText("已停止，没有改动。").first().waitFor();
    expect(bookState(book)).toEqual(before);

    await score.focus();
    await page.keyboard.press("Enter");
    await stop.waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: "操作结果" }).getByText("已停止").waitFor();
    expect(bookState(book)).toEqual(before);

    host.latency = 700;
    await score.press("Enter");
    await page.getByRole("button", { name: "已开始写入，不能停止" }).waitFor();
    const result = page.getByRole("region", { name: "操作结果" });
    await result.getByText("锁定的单元格没有写入").waitFor();
    await expect.poll(() => result.evaluate((one) => one.getBoundingClientRect().top >= 0)).toBe(true);
    expect(await flaws(page)).toEqual([]);
    expect(await page.getByText("待更新").count()).toBe(0);

    // A figure changes, and Excel tells: beside what was done stands that the data have changed.
    const paper = book.sheets.find(({ name }) => name === "评分底稿");
    if (paper === undefined) throw new Error("no paper");
    changeCell(paper, 36, 4, { formula: null, value: 2 });
    book.calculate?.(book);
    await tellChange(page, paper.id);
    await page.getByText("表内得分和说明尚未更新").first().waitFor();
    expect(await result.getByText("锁定的单元格没有写入").isVisible()).toBe(true);
    expect(await flaws(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** Excel's event of a changed cell, as the bridge brings it. */
async function tellChange(page: Page, worksheetId: string): Promise<void> {
  const message = JSON.stringify({ address: "A1", worksheetId, changeType: "RangeEdited" });
  const entry = { messageCategory: 65_536, messageType: 10, targetId: "Workbook", message };
  await page.evaluate(
    (json) => {
      const { jxNative } = globalThis as unknown as { jxNative: { fromHost: (json: string) => void } };
      jxNative.fromHost(json);
    },
    JSON.stringify({ type: 3, message: { entries: [entry] } }),
  );
}
