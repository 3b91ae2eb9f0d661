import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eachWorkbench } from "../support/eachWorkbench";
import { entry, score } from "./sheetOf";
import { focusedName } from "./walk";

let page: Page;

eachWorkbench((opened) => {
  page = opened;
});

/** The button is pressed with the keyboard, and Esc once the heading is there: what has the keyboard then. */
async function thereAndBack(
  button: string | RegExp,
  heading: string,
  done?: () => Promise<void>,
): Promise<string> {
  await page
    .getByRole("button", { name: button, exact: typeof button === "string" })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  const title = page.getByRole("heading", { name: heading, exact: true });
  await title.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H2");
  // As long as something is under way, Esc stops that.
  await done?.();
  await page.keyboard.press("Escape");
  await title.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.tagName === "BUTTON");
  return focusedName(page);
}

describe("Esc", () => {
  test("从哪个按钮去的，退回来就在哪个按钮上", async () => {
    await score(page);
    expect(await thereAndBack("下一步：逐项填写", "逐项填写")).toBe("下一步：逐项填写");
    expect(await thereAndBack(/^核对/u, "全部核对确认")).toMatch(/^核对/u);
    const checked = () => page.getByRole("button", { name: /^报送前自查（\d+）/u }).waitFor();
    expect(await thereAndBack(/^报送前自查/u, "报送前自查", checked)).toMatch(/^报送前自查/u);
    expect(await thereAndBack("设置", "设置")).toBe("设置");
    expect(await thereAndBack("生成评分依据（草稿）", "生成评分依据（草稿）")).toBe("生成评分依据（草稿）");
    expect(await thereAndBack("转换／报送", "转换公式、报送版")).toBe("转换／报送");
    expect(await thereAndBack("恢复原表", "恢复原表？")).toBe("恢复原表");
  });

  test("从说明退回列表，停在看过的那一项", async () => {
    await entry(page, 31).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "indicator-title");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-row") === "31");
  });

  test("正在填的格子：先放弃这次填的，再按才退回；输入法选字的 Esc 不动", async () => {
    await score(page);
    await entry(page, 16).click();
    const field = page.getByLabel("财政部门从几月开始通报执行率？");
    await field.fill("3");
    const composing = { key: "Escape", isComposing: true, bubbles: true };
    await field.evaluate((one, init) => one.dispatchEvent(new KeyboardEvent("keydown", init)), composing);
    expect(await field.inputValue()).toBe("3");
    await field.press("Escape");
    expect(await field.inputValue()).toBe("");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.press("Escape");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-row") === "16");
    await entry(page, 16).click();
    expect(await field.inputValue()).toBe("");
  });

  test("表里的 Esc 只管表，侧边栏不退", async () => {
    await page.getByRole("button", { name: "设置" }).click();
    await page.getByRole("heading", { name: "设置" }).waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("F2");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(100);
    expect(await page.getByRole("heading", { name: "设置" }).isVisible()).toBe(true);
  });

  test("说明页的下一项跟着筛选走", async () => {
    await page.getByRole("button", { name: /^待补充 /u }).click();
    const rows = await page
      .locator("main [data-row]")
      .evaluateAll((all) => all.map((one) => one.querySelector("span")?.textContent ?? ""));
    await page.locator("main [data-row]").first().click();
    await page.getByText("筛选：待补充").waitFor();
    for (const name of rows.slice(0, 4)) {
      await page.getByRole("heading", { name, exact: true }).waitFor();
      await page.getByRole("button", { name: "下一项指标" }).click();
    }
  });
});
