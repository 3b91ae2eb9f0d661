import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { faultsInRooms } from "../support/rooms";
import { entry, openFile, pick, score } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

/** Every view in turn, named. */
async function visit(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  await look("首次使用");
  await score(page);
  await look("概览与列表");
  await entry(page, 15).click();
  await page.getByRole("heading", { name: "部门整体绩效目标效益指标完成情况" }).waitFor();
  await look("指标说明、待确认");
  await pick(page, "I15");
  await page.keyboard.type("8.5");
  await page.keyboard.press("Enter");
  await pick(page, "I15");
  await page.getByRole("region", { name: "与填报得分不一致" }).waitFor();
  await look("与填报得分不一致");
  await page.getByRole("button", { name: "返回列表" }).click();
  await entry(page, 16).click();
  await page.getByRole("button", { name: "写入底稿" }).first().click();
  await page.getByText("还没有填写。").waitFor();
  await look("待补充的数据、填写有误");
  await page.getByRole("button", { name: "返回列表" }).click();
  await entry(page, 20).click();
  await look("得分档次");
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("heading", { name: "设置" }).waitFor();
  await look("设置");
  await page.getByRole("button", { name: "恢复原表" }).first().click();
  await page.getByRole("heading", { name: "恢复原表？" }).waitFor();
  await look("恢复原表的询问");
  await openFile(page, "坏.xlsx", new Uint8Array([1, 2, 3]));
  await page.getByRole("alert").waitFor();
  await look("出错");
}

describe("无障碍（axe-core）", () => {
  test("各个画面，浅色、深色、宽窄、放大，都没有问题，也不用横向滚动", async () => {
    const page = await openWorkbench(house);
    const found: string[] = [];
    await visit(page, async (view) => {
      found.push(...(await faultsInRooms(page, view)));
    });
    await closeWorkbench(house, page);
    expect(found).toEqual([]);
  });

  test("320像素宽、深色：从头到尾走得通", async () => {
    const page = await openWorkbench(house, {
      viewport: { width: 320, height: 640 },
      colorScheme: "dark",
    });
    const views: string[] = [];
    await visit(page, (view) => {
      views.push(view);
      return Promise.resolve();
    });
    await page.context().close();
    expect(views.length).toBeGreaterThan(8);
  });

  test("强制颜色（高对比度）下，扣分条、选中的指标仍看得出来", async () => {
    const page = await openWorkbench(house, { forcedColors: "active" });
    await score(page);
    expect(await axeViolations(page)).toEqual([]);
    const bar = page
      .getByRole("region", { name: "各二级指标得分" })
      .locator("li span[style*='width']")
      .first();
    const [inner, outer] = await bar.evaluate((one) => [
      getComputedStyle(one).backgroundColor,
      getComputedStyle(one.parentElement ?? one).backgroundColor,
    ]);
    expect(inner).not.toBe(outer);
    await page.context().close();
  });
});
