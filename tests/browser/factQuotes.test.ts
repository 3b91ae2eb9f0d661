import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe";
import { openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { entry, pick, score } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

const rooms: readonly (readonly [string, BrowserContextOptions])[] = [
  ["浅色", { colorScheme: "light" }],
  ["深色、320像素宽", { colorScheme: "dark", viewport: { width: 320, height: 640 } }],
  ["强制颜色", { forcedColors: "active" }],
];

/** Types 评分依据 of 采购合同签订时效性; Tab stays in the row, which the pane shows. */
async function write(page: Page, words: string): Promise<void> {
  await pick(page, "J31");
  await page.keyboard.press("F2");
  await page.getByLabel("编辑 J31").fill(words);
  await page.keyboard.press("Tab");
}

/** The quote below a fact, given or asked. */
function quote(page: Page, words: string): Locator {
  return page.locator("main blockquote", { hasText: words }).first();
}

async function underline(run: Locator): Promise<string> {
  return run.evaluate((one) => getComputedStyle(one).textDecorationStyle);
}

/** What axe finds, and whether the view is too wide for its room. */
async function faults(page: Page, view: string): Promise<readonly string[]> {
  const found = (await axeViolations(page)).map((line) => `${view}: ${line}`);
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main, main blockquote")].some(
      (one) => one.scrollWidth > one.clientWidth,
    ),
  );
  return wide ? [...found, `${view}: too wide`] : found;
}

describe("引文", () => {
  test.each(rooms)(
    "%s：采用的、没有读懂的各有各的线，念得出来；确认以后改了文字也说明",
    async (_, options) => {
      const page = await openWorkbench(house, options);
      const found: string[] = [];
      await score(page);
      await entry(page, 31).click();
      await write(page, "合同签订及时率为100%。会议已召开。不含补签的2份合同。");
      const asked = quote(page, "不含补签的2份合同");
      await asked.waitFor();
      expect(await asked.textContent()).toContain(
        "【读出而未采用：签订及时率为100%】……【没有读懂：不含补签的2份合同】",
      );
      await asked.getByText("没有读懂：“不含补签的2份合同”").waitFor();
      expect(await underline(asked.locator("mark").first())).toBe("wavy");
      expect(await underline(asked.getByText("签订及时率为100%", { exact: true }))).toBe("dotted");
      await page.getByLabel("合同签订及时率是多少？").first().waitFor();
      found.push(...(await faults(page, "没有读懂")));

      await write(page, "会议已召开。合同签订及时率95%。");
      const taken = quote(page, "签订及时率95%");
      await taken.waitFor();
      expect(await taken.textContent()).toContain("“合同【采用：签订及时率95%】”");
      expect(await underline(taken.locator("mark"))).toBe("solid");
      expect(await taken.getByText("没有读懂").count()).toBe(0);
      found.push(...(await faults(page, "采用")));

      await page.getByRole("button", { name: /^确认：合同签订及时率/u }).click();
      await page.getByText("已确认").first().waitFor();
      await write(page, "合同签订及时率88%。");
      await taken.getByText("这个单元格后来改过").waitFor();
      expect(await taken.textContent()).toContain("【采用：签订及时率95%】");
      found.push(...(await faults(page, "以前的文字")));

      await page.context().close();
      expect(found).toEqual([]);
    },
  );
});
