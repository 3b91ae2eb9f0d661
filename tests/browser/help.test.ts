import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import product from "../../package.json";
import { eachWorkbench } from "../support/eachWorkbench";
import { faultsInRooms } from "../support/rooms";
import { cell, score } from "./sheetOf";
import { focusedName } from "./walk";

let page: Page;

eachWorkbench((opened) => {
  page = opened;
});

const help = () => page.getByRole("dialog", { name: "帮助" });

describe("帮助", () => {
  test("侧边栏里打开：版本、更新内容、快捷键、随包的说明；Esc 关上，焦点回去，侧边栏不退", async () => {
    await page.getByRole("button", { name: "设置" }).click();
    await page.getByRole("heading", { name: "设置" }).waitFor();
    await page.locator("main").getByRole("button", { name: "帮助" }).focus();
    await page.keyboard.press("Enter");
    await help().waitFor();
    expect(await help().innerText()).toContain(`版本 ${product.version}`);
    expect(await help().getByRole("link").count()).toBe(3);
    for (const link of await help().getByRole("link").all()) {
      const { status } = await page.request
        .get(await link.evaluate((one) => (one as HTMLAnchorElement).href))
        .then((answer) => ({ status: answer.status() }));
      expect(status).toBe(200);
    }
    expect(await faultsInRooms(page, "帮助")).toEqual([]);
    await page.keyboard.press("Escape");
    await help().waitFor({ state: "detached" });
    expect(await focusedName(page)).toBe("帮助");
    expect(await page.getByRole("heading", { name: "设置" }).isVisible()).toBe(true);
  });

  test("工作台顶上也有；侧边栏收起以后快捷键照样打开，要看引导就展开", async () => {
    await page.getByRole("button", { name: "收起侧边栏" }).click();
    await page.keyboard.press("Alt+Shift+H");
    await help().waitFor();
    await help().getByRole("button", { name: "关闭" }).click();
    await help().waitFor({ state: "detached" });
    await page.locator("header").getByRole("button", { name: "帮助" }).click();
    await help().waitFor();
    // What it points at is in the pane.
    await help().getByRole("button", { name: "看一遍引导" }).click();
    await help().waitFor({ state: "detached" });
    await page.getByRole("region", { name: "引导" }).waitFor();
    await page.getByRole("button", { name: "收起侧边栏" }).waitFor();
    await page.getByRole("button", { name: "跳过" }).click();
    await page.locator("select[aria-label='打开示例']").selectOption("city-2023-blank.xlsx");
    await page.locator(".file-name", { hasText: "city-2023-blank.xlsx" }).waitFor();
    await page.getByTestId("total").waitFor();
    expect(await page.getByRole("region", { name: "引导" }).count()).toBe(0);
  });
});

describe("快捷键", () => {
  test("在表里也管用：计算得分、下一步、返回列表；正在改的一格不受影响", async () => {
    await page.getByRole("grid").focus();
    await page.keyboard.press("Alt+Shift+S");
    await page
      .getByText(/^已计算得分：/u)
      .first()
      .waitFor();
    await page.keyboard.press("Alt+Shift+N");
    await page.getByRole("heading", { name: "逐项填写" }).waitFor();
    await page.keyboard.press("Alt+Shift+L");
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-row") === true);
    await cell(page, "J5").click();
    await page.keyboard.press("F2");
    await page.keyboard.press("Alt+Shift+N");
    await page.waitForTimeout(100);
    expect(await page.getByRole("heading", { name: "逐项填写" }).count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  test("写在按钮上，读屏软件也听得到", async () => {
    await score(page);
    const next = page.getByRole("button", { name: "下一步：逐项填写" });
    expect(await next.getAttribute("aria-keyshortcuts")).toBe("Alt+Shift+N");
    expect(await next.getAttribute("title")).toBe("下一步（Alt+Shift+N）");
  });
});

describe("跳转", () => {
  test("第一下 Tab 到“到表格”，再到侧边栏、到下一步，看得见", async () => {
    await score(page);
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await page.reload();
    await page.getByTestId("total").waitFor();
    await page.keyboard.press("Tab");
    expect(await focusedName(page)).toBe("到表格");
    expect(
      await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).clipPath),
    ).toBe("none");
    await page.keyboard.press("Tab");
    expect(await focusedName(page)).toBe("到侧边栏");
    await page.keyboard.press("Enter");
    expect(await focusedName(page)).toBe("到下一步");
    await page.keyboard.press("Enter");
    expect(await focusedName(page)).toMatch(/^计算得分|^下一步/u);
  });
});

describe("引导", () => {
  test("要看才看：五步都指着真的按钮，Esc、跳过随时走，看过不再提，帮助里再看", async () => {
    const tour = page.getByRole("region", { name: "引导" });
    expect(await tour.count()).toBe(0);
    await page.getByRole("button", { name: "看一遍引导（5步）" }).click();
    const found: string[] = [];
    for (const name of ["计算得分", /^补充/u, /^核对/u, /^自查/u, /^报送版/u]) {
      await tour.waitFor();
      const marked = page.locator("main .pointed");
      expect(await marked.count()).toBe(1);
      expect(await marked.innerText()).toMatch(name);
      if (name === "计算得分") found.push(...(await faultsInRooms(page, "引导")));
      await tour.getByRole("button", { name: /下一条|知道了/u }).focus();
      await page.keyboard.press("Enter");
    }
    await tour.waitFor({ state: "detached" });
    expect(found).toEqual([]);
    await page.reload();
    await page.getByTestId("total").waitFor();
    expect(await page.getByRole("button", { name: "看一遍引导（5步）" }).count()).toBe(0);
    await page.locator("main").getByRole("button", { name: "帮助" }).click();
    await help().getByRole("button", { name: "看一遍引导" }).click();
    await tour.waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === "下一条");
    await page.keyboard.press("Escape");
    await tour.waitFor({ state: "detached" });
  });
});
