import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe";
import { sharedHouse, type BrowserHouse } from "../support/browser";
import { cell, openFile, pick, score } from "./sheetOf";

let house: BrowserHouse;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});
// One profile of its own for each test: what a page keeps is found by the next page of the same profile only.
beforeEach(async () => {
  context = await house.browser.newContext({
    viewport: { width: 1366, height: 800 },
    locale: "zh-CN",
    reducedMotion: "reduce",
  });
  page = await visit();
});
afterEach(async () => {
  await context.close();
});

async function visit(): Promise<Page> {
  const next = await context.newPage();
  next.setDefaultTimeout(20_000);
  next.on("pageerror", (error) => {
    throw error;
  });
  await next.goto(house.address);
  await next.getByTestId("total").waitFor();
  return next;
}

async function type(on: Page, address: string, text: string): Promise<void> {
  await pick(on, address);
  await on.keyboard.type(text);
  await on.keyboard.press("Enter");
  await on.locator(".file-name", { hasText: "（未保存）" }).waitFor();
}

/** The tab is gone at once, as when its process is killed: nothing of the page runs any more. */
async function kill(on: Page): Promise<void> {
  const devtools = await context.newCDPSession(on);
  const gone = on.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => undefined);
  await gone;
  await on.close().catch(() => undefined);
}

const strip = (on: Page) => on.getByRole("region", { name: "恢复上次未完成的填写" });
const dialog = (on: Page) => on.getByRole("dialog");
const focused = (on: Page) => on.evaluate(() => document.activeElement?.textContent ?? "");

describe("没有保存的内容不会丢", () => {
  test("标签页突然没了：一秒以前改的都在，打开就问，恢复以后接着填；只用键盘，无障碍无一处问题", async () => {
    await type(page, "I14", "8");
    await page.waitForTimeout(1000);
    await kill(page);
    const again = await visit();
    await strip(again).waitFor();
    expect(await strip(again).textContent()).toMatch(
      /“nansha-2023-blank\.xlsx”，\d+月\d+日 \d+:\d\d的内容没有保存/u,
    );
    expect(await cell(again, "I14").textContent()).toBe("");
    expect(await axeViolations(again)).toEqual([]);
    const restore = strip(again).getByRole("button", { name: "恢复" });
    for (let n = 0; n < 40 && !(await restore.evaluate((one) => one === document.activeElement)); n += 1) {
      await again.keyboard.press("Tab");
    }
    await again.keyboard.press("Enter");
    await strip(again).waitFor({ state: "detached" });
    await again.waitForFunction(() => document.querySelector("#cell-14-9")?.textContent === "8");
    expect(await focused(again)).toBe("打开…");
    expect(await again.locator(".file-name").textContent()).toContain("（未保存）");
    // And again: what was restored is still not saved.
    await kill(again);
    const third = await visit();
    await strip(third).waitFor();
    await strip(third).getByRole("button", { name: "放弃" }).click();
    await strip(third).waitFor({ state: "detached" });
    await third.close();
    const last = await visit();
    await last.waitForTimeout(500);
    expect(await strip(last).count()).toBe(0);
  });

  test("保存了就不再问；另一个页面还开着的内容，这个页面不问", async () => {
    await type(page, "I14", "8");
    await page.waitForTimeout(1000);
    const other = await visit();
    await other.waitForTimeout(500);
    expect(await strip(other).count()).toBe(0);
    await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    await page.waitForTimeout(300);
    await kill(page);
    await other.reload();
    await other.getByTestId("total").waitFor();
    await other.waitForTimeout(500);
    expect(await strip(other).count()).toBe(0);
  });

  test("刷新、关闭之前提醒；没有改动的不提醒", async () => {
    const asked: string[] = [];
    page.on("dialog", (one) => {
      asked.push(one.type());
      void one.accept();
    });
    await page.getByTestId("total").click();
    await page.reload();
    await page.getByTestId("total").waitFor();
    expect(asked).toEqual([]);
    await type(page, "I14", "8");
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
  });

  test("格子里、编辑栏里打到一半：刷新之前提醒；Esc 以后、没有改的不提醒", async () => {
    const asked: string[] = [];
    page.on("dialog", (one) => {
      asked.push(one.type());
      void one.dismiss();
    });
    const bar = page.getByTestId("cell-content");
    const leave = async (): Promise<number> => {
      asked.length = 0;
      // Not when it is dismissed: then the page stays, and with it what was typed.
      await page.evaluate(() => {
        setTimeout(() => {
          location.reload();
        });
      });
      await page.waitForTimeout(700);
      await cell(page, "I14").waitFor();
      return asked.length;
    };
    await pick(page, "I14");
    await page.keyboard.type("8");
    expect(await leave()).toBe(1);
    expect(await page.getByRole("textbox", { name: "编辑 I14" }).inputValue()).toBe("8");
    await page.keyboard.press("Escape");
    expect(await leave()).toBe(0);
    await pick(page, "I14");
    await page.keyboard.press("F2");
    expect(await leave()).toBe(0);
    await pick(page, "I14");
    await bar.fill("9");
    expect(await leave()).toBe(1);
    expect(await bar.inputValue()).toBe("9");
    await bar.press("Escape");
    expect(await leave()).toBe(0);
    expect(await cell(page, "I14").textContent()).toBe("");
  });

  test("打到一半拖进来另一个文件：先写进那一格，再问要不要保存", async () => {
    await pick(page, "I14");
    await page.keyboard.type("8");
    await openFile(page, "坏.xlsx", new Uint8Array([1, 2, 3]));
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("textbox", { name: "编辑 I14" }).inputValue()).toBe("8");
    await openFile(page, "市.xlsx", await readFile("samples/city-2023-blank.xlsx"));
    await dialog(page).waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await cell(page, "I14").textContent()).toBe("8");
    expect(await page.getByRole("grid").evaluate((grid) => grid === document.activeElement)).toBe(true);
  });

  test("逐项填写里填了一格，标签页突然没了：恢复以后还在", async () => {
    await score(page);
    await page.getByRole("button", { name: "下一步：逐项填写" }).click();
    await page.getByLabel("财政部门从几月开始通报执行率？").last().fill("3");
    await page.keyboard.press("Tab");
    // Written, and a moment more to be kept.
    await page.getByText("1/40", { exact: true }).waitFor();
    await page.locator("main [data-fact]").getByText("待写入").waitFor({ state: "detached" });
    await page.waitForTimeout(1500);
    await kill(page);
    const again = await visit();
    await strip(again).getByRole("button", { name: "恢复" }).click();
    await strip(again).waitFor({ state: "detached" });
    await again.getByRole("navigation", { name: "工作表" }).getByText("评分底稿").click();
    await again.waitForFunction(() => document.querySelector("#cell-8-4")?.textContent === "3");
  });

  test("侧边栏里填了一半、没有写入的：刷新之前提醒，恢复以后还在那一格，还是没有写入；没有改动的表也一样", async () => {
    await page.getByRole("button", { name: /^补充/u }).click();
    await page.getByLabel("财政部门从几月开始通报执行率？").last().fill("13");
    const asked: string[] = [];
    page.on("dialog", (one) => {
      asked.push(one.type());
      void one.accept();
    });
    await page.waitForTimeout(1000);
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await page.getByTestId("total").waitFor();
    await strip(page).getByRole("button", { name: "恢复" }).click();
    await strip(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^补充/u }).click();
    const field = page.getByLabel("财政部门从几月开始通报执行率？").last();
    await field.waitFor();
    expect(await field.inputValue()).toBe("13");
    await page.getByText("没有填完，未写入", { exact: true }).first().waitFor();
  });

  test("要打开别的表：先问；Esc 取消，焦点回到原处；只用键盘保存后打开", async () => {
    await type(page, "I14", "8");
    const samples = page.getByLabel("打开示例");
    await samples.focus();
    await samples.selectOption("city-2023-blank.xlsx");
    await dialog(page).waitFor();
    expect(await dialog(page).getByRole("heading").textContent()).toBe("“nansha-2023-blank.xlsx”还没有保存");
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await samples.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await cell(page, "I14").textContent()).toBe("8");
    await samples.selectOption("city-2023-blank.xlsx");
    await dialog(page).waitFor();
    expect(await focused(page)).toBe("保存后打开");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("nansha-2023-blank.xlsx");
    await page.locator(".file-name", { hasText: "city-2023-blank.xlsx" }).waitFor();
    expect(await page.locator(".file-name").textContent()).not.toContain("未保存");
  });

  test("不保存，直接打开：换了表，以后也不再问；打不开的文件不换掉没有保存的", async () => {
    await type(page, "I14", "8");
    await openFile(page, "坏.xlsx", new Uint8Array([1, 2, 3]));
    await page.getByRole("alert").waitFor();
    expect(await dialog(page).count()).toBe(0);
    expect(await cell(page, "I14").textContent()).toBe("8");
    await openFile(page, "市.xlsx", await readFile("samples/city-2023-blank.xlsx"));
    await dialog(page).getByRole("button", { name: "不保存，直接打开" }).click();
    await page.locator(".file-name", { hasText: "市.xlsx" }).waitFor();
    await page.waitForTimeout(600);
    await kill(page);
    const again = await visit();
    await again.waitForTimeout(500);
    expect(await strip(again).count()).toBe(0);
  });

  test("本机存不了：说一次，照常填写、保存", async () => {
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await type(page, "I14", "8");
    const notice = page.getByText("没能在本机暂存未保存的内容：浏览器的存储空间已满", { exact: false });
    await notice.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "知道了" }).click();
    await type(page, "I15", "7");
    await page.waitForTimeout(700);
    expect(await notice.count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    expect((await readFile(await download.path())).length).toBeGreaterThan(1000);
  });
});

describe("保存写回原文件", () => {
  /** The picker of the browser cannot be driven: it hands over a file of the page's own disk, with a true handle. */
  async function pickFromDisk(on: Page): Promise<void> {
    const bytes = [...(await readFile("samples/city-2023-blank.xlsx"))];
    await on.evaluate(async (content) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle("原表.xlsx", { create: true });
      const stream = await handle.createWritable();
      await stream.write(new Uint8Array(content));
      await stream.close();
      Object.assign(window, { showOpenFilePicker: () => Promise.resolve([handle]) });
    }, bytes);
    await on.getByRole("button", { name: "打开…" }).click();
    await on.locator(".file-name", { hasText: "原表.xlsx" }).waitFor();
  }
  const diskSize = (on: Page) =>
    on.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      return (await (await root.getFileHandle("原表.xlsx")).getFile()).size;
    });

  test("保存写进打开的那个文件，不下载；被别的程序改过的不盖掉，改为下载并说明", async () => {
    await pickFromDisk(page);
    const before = await diskSize(page);
    let downloads = 0;
    page.on("download", () => (downloads += 1));
    await type(page, "I14", "8");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("（已写回原文件）").waitFor();
    expect(downloads).toBe(0);
    expect(await diskSize(page)).not.toBe(before);
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const stream = await (await root.getFileHandle("原表.xlsx")).createWritable();
      await stream.write("别人的");
      await stream.close();
    });
    const others = await diskSize(page);
    await type(page, "I15", "7");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("没有写回原文件：原文件打开以后又被别的程序改动过", { exact: false }).waitFor();
    expect(downloads).toBe(1);
    expect(await diskSize(page)).toBe(others);
  });

  test("不给许可：改为下载并说明", async () => {
    await pickFromDisk(page);
    await page.evaluate(() => {
      Object.assign(FileSystemHandle.prototype, { requestPermission: () => Promise.resolve("denied") });
    });
    await type(page, "I14", "8");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("原表.xlsx");
    await page.getByText("浏览器没有得到改写原文件的许可", { exact: false }).waitFor();
    expect(await page.locator(".file-name").textContent()).not.toContain("未保存");
  });

  test("恢复以后还认得原文件：写得回去", async () => {
    await pickFromDisk(page);
    await type(page, "I14", "8");
    await page.waitForTimeout(1000);
    await kill(page);
    const again = await visit();
    await strip(again).getByRole("button", { name: "恢复" }).click();
    await again.locator(".file-name", { hasText: "原表.xlsx" }).waitFor();
    await again.getByRole("button", { name: "保存", exact: true }).click();
    await again.getByText("（已写回原文件）").waitFor();
  });
});
