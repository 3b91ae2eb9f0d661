import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eachWorkbench } from "../support/eachWorkbench";
import { activeCell, cell, entry } from "./sheetOf";

let page: Page;

eachWorkbench((opened) => {
  page = opened;
});

/** Presses Tab until the element with that name has the keyboard. */
async function tabTo(name: RegExp, key = "Tab"): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
    if (name.test(focused)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

describe("只用键盘", () => {
  test("计算得分、查指标、填数据、返回列表，一路不用鼠标，焦点不丢", async () => {
    await tabTo(/^计算得分$/u);
    await page.keyboard.press("Enter");
    await page
      .getByText(/^已计算得分：/u)
      .first()
      .waitFor();
    await tabTo(/^部门整体绩效目标产出指标完成情况/u);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const heading = page.getByRole("heading", { name: "部门预算资金支出率" });
    await heading.waitFor();
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
    const first = page.getByLabel("财政部门从几月开始通报执行率？");
    for (let n = 0; n < 12 && !(await first.evaluate((one) => one === document.activeElement)); n += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("3");
    await page.keyboard.press("Tab");
    await page.keyboard.type("10");
    for (let month = 1; month <= 12; month += 1) {
      await page.keyboard.press("Tab");
      if (month >= 3) await page.keyboard.type(month === 12 ? "99.83" : "100");
    }
    await page.keyboard.press("Enter");
    await page.getByTestId("points").getByText("4.999").waitFor();
    // The form is gone: the keyboard is at the heading, not at the start of the page.
    await page.waitForFunction(() => document.activeElement?.tagName === "H2");
    await tabTo(/返回列表/u, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-row") === "16");
    await page.keyboard.press("End");
    expect(await entry(page, 41).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Home");
    expect(await entry(page, 14).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("恢复原表也只用键盘；取消后焦点回到列表", async () => {
    await tabTo(/^计算得分$/u);
    await page.keyboard.press("Enter");
    await page
      .getByText(/^已计算得分：/u)
      .first()
      .waitFor();
    await tabTo(/^恢复原表$/u);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "restore-title");
    await tabTo(/^取消$/u);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-row") === true);
    await tabTo(/^恢复原表$/u, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "restore-title");
    await page.keyboard.press("Tab");
    await tabTo(/^恢复原表$/u);
    await page.keyboard.press("Enter");
    await page.getByText("已恢复原表").first().waitFor();
    expect(await cell(page, "I14").textContent()).toBe("");
  });

  test("在表内走动、改数、换行、放弃", async () => {
    await tabTo(/^工作表 部门整体支出绩效自评表$/u);
    await page.keyboard.press("ArrowDown");
    expect(await activeCell(page)).toBe("A2");
    // A2:K2 is merged: one step right leaves the area.
    await page.keyboard.press("ArrowRight");
    expect(await activeCell(page)).toBe("L2");
    await page.keyboard.press("Control+Home");
    for (let n = 0; n < 4; n += 1) await page.keyboard.press("ArrowDown");
    for (let n = 0; n < 3; n += 1) await page.keyboard.press("ArrowRight");
    expect(await activeCell(page)).toBe("J5");
    await page.keyboard.press("F2");
    await page.keyboard.press("Escape");
    expect(await cell(page, "J5").textContent()).toBe("6");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    expect(await cell(page, "J5").textContent()).toBe("7");
    expect(await activeCell(page)).toBe("C6");
    await page.keyboard.press("ArrowUp");
    expect(await page.getByRole("grid").getAttribute("aria-activedescendant")).toMatch(/^cell-5-/u);
  });
});
