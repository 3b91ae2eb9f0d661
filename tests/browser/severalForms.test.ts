import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { workbookBytes } from "../support/workbookBytes";
import { openFile } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

describe("一个工作簿里有两张自评表", () => {
  test("面板上可以换表，算的是选的那张；设置里可以看到、改选评分标准版本", async () => {
    const snapshot = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
    const [form] = snapshot.sheets;
    if (form === undefined) throw new Error("no sheet");
    const page = await openWorkbench(house);
    expect(await page.getByLabel("自评表", { exact: true }).count()).toBe(0);
    const sheets = [...snapshot.sheets, { ...form, name: "下属单位" }];
    await openFile(page, "两张.xlsx", workbookBytes({ ...snapshot, sheets }));
    const picker = page.getByLabel("自评表", { exact: true });
    await picker.waitFor();
    const words = await picker.locator("option").allTextContents();
    expect(words.map((text) => text.split("：")[0])).toEqual([form.name, "下属单位"]);
    expect(await picker.inputValue()).toBe(form.name);
    await picker.selectOption("下属单位");
    await page.getByRole("button", { name: "计算得分", exact: true }).click();
    await page
      .getByText(/^已计算得分：/u)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "下属单位", exact: true }).click();
    await page.getByRole("grid", { name: "工作表 下属单位" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "设置" }).click();
    const edition = page.getByLabel("评分标准版本");
    expect(await edition.inputValue()).toBe("");
    await edition.selectOption("guangzhou-2023");
    await page.waitForFunction(
      () => !document.querySelector<HTMLSelectElement>("main section select")?.disabled,
    );
    expect(await edition.inputValue()).toBe("guangzhou-2023");
    // Reachable from every view.
    expect(await picker.isVisible()).toBe(true);
    await closeWorkbench(house, page);
  });
});
