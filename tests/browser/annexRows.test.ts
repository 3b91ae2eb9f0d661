import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { faultsInRooms } from "../support/rooms";
import { activeCell, entry } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

const sheet = "部门整体支出绩效指标完成情况表";

async function openCity(): Promise<Page> {
  const page = await openWorkbench(house);
  await page.locator("select[aria-label='打开示例']").selectOption("city-2023-blank.xlsx");
  await page.locator(".file-name", { hasText: "city-2023-blank.xlsx" }).waitFor();
  await page.getByText("广州市人力资源和社会保障局").last().waitFor();
  return page;
}

function annex(page: Page) {
  return page.getByRole("region", { name: "附表各行" });
}

describe("附表各行", () => {
  test("扣分的行在前，用键盘打开，写明目标、完成值、读法、完成率、档次；链接选中单元格", async () => {
    const page = await openCity();
    await entry(page, 14).click();
    const first = annex(page).locator("details").first();
    await first.locator("summary").focus();
    await page.keyboard.press("Enter");
    await first.getByText("读法").waitFor();
    const words = (await first.innerText()).replace(/\s+/gu, " ");
    for (const part of ["约20人", "13人", "目标约20人（约），实际13人", "65%", "0.28261 / 0.43478分"]) {
      expect(words).toContain(part);
    }
    await first.getByRole("button", { name: `定位单元格 ${sheet}!F12` }).click();
    expect(await activeCell(page)).toBe("F12");
    expect(await page.getByRole("grid", { name: `工作表 ${sheet}` }).isVisible()).toBe(true);
    expect(await annex(page).locator("details").count()).toBe(5);
    await annex(page).getByRole("button", { name: "再显示18行（其余18行）" }).click();
    expect(await annex(page).locator("details").count()).toBe(23);
    await closeWorkbench(house, page);
  });

  test("在附表里选中一行，面板打开这一行", async () => {
    const page = await openCity();
    await page.getByRole("navigation", { name: "工作表" }).getByText(sheet).click();
    await page.locator("#cell-8-6").click();
    const open = annex(page).locator("details[open]");
    await open.waitFor();
    expect(await open.locator("summary").innerText()).toContain("帮扶就业困难人员再就业人数");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("grid");
    await closeWorkbench(house, page);
  });

  test("定性的行就地评定：写入底稿后有分，得分格一并变化", async () => {
    const page = await openCity();
    await entry(page, 15).click();
    for (let n = 0; n < 2; n += 1) {
      const row = annex(page).locator("details", { hasText: "需人工评定" }).first();
      await row.getByLabel("达成", { exact: true }).check();
      await row.getByLabel(/按百分之多少计分/u).fill("100");
      await row.getByLabel(/评定的书面依据/u).fill("满意度问卷");
      await row.getByRole("button", { name: "写入底稿" }).click();
      await expect
        .poll(() => annex(page).locator("details", { hasText: "需人工评定" }).count(), { timeout: 15_000 })
        .toBe(1 - n);
    }
    await page.getByTestId("points").getByText("10", { exact: false }).waitFor();
    expect(Number(await page.getByTestId("points").textContent())).toBe(10);
    await closeWorkbench(house, page);
  });

  test("无障碍检查没有问题，不用横向滚动", async () => {
    const page = await openCity();
    await entry(page, 17).click();
    await annex(page).getByRole("listitem").first().waitFor();
    const closed = annex(page).locator("details:not([open]) > summary");
    for (let left = await closed.count(); left > 0; left = await closed.count()) {
      await closed.first().click();
      await expect.poll(() => closed.count()).toBe(left - 1);
    }
    expect(await faultsInRooms(page, "附表各行")).toEqual([]);
    await closeWorkbench(house, page);
  });
});
