import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { workbookOf } from "../support/grid";
import { projectForm } from "../support/projectForms";
import { faultsInRooms } from "../support/rooms";
import { workbookBytes } from "../support/workbookBytes";
import { entry, openFile, score } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

/** Three project forms, of which the second must be judged and the third misses its targets. */
async function openThree(page: Page): Promise<void> {
  const forms = [
    projectForm({ name: "技能培训", project: "职业技能提升行动培训补助项目" }),
    projectForm({ name: "就业帮扶", project: "就业困难人员帮扶项目", effect: "有所改善" }),
    projectForm({ name: "创业扶持", project: "创业带动就业补助项目", trained: "60人", spent: 150 }),
  ];
  await openFile(page, "项目.xlsx", workbookBytes(workbookOf(forms)));
  await page.getByLabel("自评表", { exact: true }).waitFor();
}

describe("项目支出绩效自评表", () => {
  test("几张项目表的清单、概览、失分、要评定的行都没有问题，也不用横向滚动", async () => {
    const page = await openWorkbench(house);
    const found: string[] = [];
    const look = async (view: string): Promise<void> => {
      found.push(...(await faultsInRooms(page, view)));
    };
    await openThree(page);
    await look("第一张");
    const picker = page.getByLabel("自评表", { exact: true });
    const words = await picker.locator("option").allTextContents();
    expect(words[2]).toMatch(/^创业扶持：项目支出，创业带动就业补助项目 2024年度，总分.*（未计算）$/u);
    await picker.selectOption("创业扶持");
    await page.getByRole("heading", { name: /^创业带动就业补助项目/u }).waitFor();
    await score(page);
    await look("已计算");
    await entry(page, 9).click();
    await page.getByRole("heading", { name: "培训人数" }).waitFor();
    await look("没有完成的一行");
    await page.getByRole("button", { name: "返回列表" }).click();
    await entry(page, 6).click();
    await page.getByRole("heading", { name: "预算执行率" }).waitFor();
    await look("预算执行率");
    await picker.selectOption("就业帮扶");
    await page.getByRole("heading", { name: /^就业困难人员帮扶项目/u }).waitFor();
    await entry(page, 11).click();
    await page.getByRole("heading", { name: "就业帮扶效果" }).waitFor();
    await look("要评定的一行");
    await closeWorkbench(house, page);
    expect(found).toEqual([]);
  });

  test("打开时前面是第一张；点到别的工作表，面板跟过去", async () => {
    const page = await openWorkbench(house);
    await openThree(page);
    await page.getByRole("heading", { name: /^职业技能提升行动培训补助项目/u }).waitFor();
    await page.getByRole("navigation", { name: "工作表" }).getByText("创业扶持").click();
    await page.locator("#cell-9-5").click();
    await page.getByRole("heading", { name: "培训人数" }).waitFor();
    expect(await page.getByLabel("自评表", { exact: true }).inputValue()).toBe("创业扶持");
    await closeWorkbench(house, page);
  });
});
