import type { Locator, Page } from "playwright-core";
import { parseA1 } from "../../src/workbook/cell";

/** A drawn cell of the workbench's sheet by its address. */
export function cell(page: Page, address: string): Locator {
  const at = parseA1(address);
  if (at === null) throw new Error(`not a cell: ${address}`);
  return page.locator(`#cell-${at.row}-${at.column}`);
}

/** Selects a cell that may be larger than the room it is shown in, where its middle cannot be clicked. */
export async function pick(page: Page, address: string): Promise<void> {
  await cell(page, address).dispatchEvent("mousedown");
  await page.getByRole("grid").focus();
}

/** The list entry of the indicator in a form row. */
export function entry(page: Page, row: number): Locator {
  return page.locator(`button[data-row='${row}']`);
}

/** The address of the active cell. */
export async function activeCell(page: Page): Promise<string> {
  return (await page.locator(".cell-name").textContent()) ?? "";
}

export async function score(page: Page): Promise<void> {
  await page.getByRole("button", { name: "计算得分", exact: true }).click();
  await page
    .getByText(/^已计算得分：/u)
    .first()
    .waitFor();
}

/** The months of the city form, pasted as a person copies them from Excel. */
export async function fillMonths(page: Page): Promise<void> {
  await entry(page, 16).click();
  await page.getByLabel("财政部门从几月开始通报执行率？").fill("3");
  await page.getByLabel("当年共通报了几个月？").fill("10");
  const months = [...Array.from({ length: 9 }, () => "100%"), "99.83%"].join("\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), months);
  await page.getByLabel("3月", { exact: true }).press("Control+v");
  await page.getByRole("button", { name: "写入底稿" }).first().click();
}

/** Opens a file through the page's own button. */
export async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator('input[type=file][accept^=".xlsx"]').setInputFiles({
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(bytes),
  });
}
