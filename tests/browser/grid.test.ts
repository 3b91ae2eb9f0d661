import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { valueAt } from "../../src/workbook/snapshot";
import { axeViolations } from "../support/axe";
import { eachWorkbench } from "../support/eachWorkbench";
import { gridSheet, workbookOf } from "../support/grid";
import { faultsInRooms } from "../support/rooms";
import { workbookBytes } from "../support/workbookBytes";
import { fixtures } from "./clipboardFixtures";
import { activeCell, cell, openFile, pick, score } from "./sheetOf";

let page: Page;

eachWorkbench((opened) => {
  page = opened;
});

/** Rows 1 to 4 as given, A6:B7 merged; more: so many rows below. */
async function openGrid(more = 0): Promise<void> {
  const sheet = gridSheet(
    [
      ["甲", 1, "=B1*2", null],
      ["乙", 2, "=B2*2", null],
      ["丙", 3, null, null],
      ["丁", 4, null, "末"],
      [],
      ["合"],
      ...Array.from({ length: more }, (_, n) => [null, null, n]),
    ],
    { name: "表", merges: ["A6:B7"] },
  );
  await openFile(page, "格.xlsx", workbookBytes(workbookOf([sheet])));
  await page.locator(".file-name", { hasText: "格.xlsx" }).waitFor();
  await cell(page, "A1").click();
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** "A1:B2" of the selected cells, as the grid tells them. */
async function selection(): Promise<string> {
  return page.evaluate(() => {
    const places = [...document.querySelectorAll("td[aria-selected='true']")].map((one) =>
      one.id.replace("cell-", ""),
    );
    return `${places[0] ?? ""}…${places.at(-1) ?? ""}`;
  });
}

async function show(address: string, text: string): Promise<void> {
  await page.waitForFunction(
    // Words in the place of a figure are said to be wrong to whoever does not see the colour.
    ([id, wanted]) => document.getElementById(id ?? "")?.textContent.replace(/（须改正）$/u, "") === wanted,
    [await cell(page, address).getAttribute("id"), text],
  );
}

/** What another program's copy brings, as the browser hands it over. */
async function paste(text: string, html = ""): Promise<void> {
  await page.getByRole("grid").evaluate(
    (grid, [plain, rich]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", plain ?? "");
      if (rich !== "") clipboardData.setData("text/html", rich ?? "");
      grid.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

describe("按键，照 Excel 的办法", () => {
  test("Shift、Ctrl 与方向键，Ctrl+A，Tab 和回车在选区里走，Esc 之后 Tab 离开", async () => {
    await openGrid();
    await press("Control+ArrowDown");
    expect(await activeCell(page)).toBe("A4");
    await press("Control+ArrowRight");
    expect(await activeCell(page)).toBe("B4");
    await press("Control+Home", "End");
    expect(await activeCell(page)).toBe("C1");
    await press("Control+End");
    expect(await activeCell(page)).toBe("D6");
    await press("Control+Home", "Shift+ArrowRight", "Shift+ArrowDown");
    expect(await selection()).toBe("1-1…2-2");
    expect(await page.getByTestId("grid-said").textContent()).toBe("已选中2行×2列，2个数，合计3");
    const walked: string[] = [];
    for (const key of ["Tab", "Tab", "Enter", "Enter", "Tab", "Shift+Tab"]) {
      await press(key);
      walked.push(await activeCell(page));
    }
    expect(walked.join(" ")).toBe("B1 A2 B1 B2 A1 B2");
    expect(await selection()).toBe("1-1…2-2");
    await press("Control+a");
    // With all of A6:B7.
    expect(await selection()).toBe("1-1…7-4");
    await press("Control+Home", "Tab", "Tab", "Enter");
    // Below the cell where Tab began.
    expect(await activeCell(page)).toBe("A2");
    await press("Escape", "Tab");
    expect(await page.getByRole("grid").evaluate((grid) => grid === document.activeElement)).toBe(false);
  });

  test("鼠标拖选、Shift+单击、点行号列标", async () => {
    await openGrid();
    await cell(page, "A1").hover();
    await page.mouse.down();
    await cell(page, "C3").hover();
    await page.mouse.up();
    expect(await selection()).toBe("1-1…3-3");
    await cell(page, "B2").click();
    await cell(page, "C4").click({ modifiers: ["Shift"] });
    expect(await selection()).toBe("2-2…4-3");
    await page.getByRole("columnheader", { name: "B" }).click();
    // Column A is not taken in with the merged A6:B7.
    expect(await selection()).toBe("1-2…6-1");
    await press("Delete");
    await show("B4", "");
    await show("A6", "合");
    await press("Control+z");
    await page.getByRole("rowheader", { name: "3", exact: true }).click();
    expect(await selection()).toBe("3-1…3-4");
  });

  test("选区删除、向下填充、Ctrl+Z、Ctrl+Y，各是一步；打字时方向键写入并走开；Ctrl+回车填满选区", async () => {
    await openGrid();
    await cell(page, "C2").click();
    await cell(page, "C4").click({ modifiers: ["Shift"] });
    await press("Control+d");
    await show("C4", "8");
    await press("Control+z");
    await show("C4", "");
    await press("Control+y");
    await show("C3", "6");
    await press("Delete");
    await show("C2", "");
    await press("Control+z");
    await show("C3", "6");
    await cell(page, "D1").click();
    await page.keyboard.type("7");
    await press("ArrowDown");
    await show("D1", "7");
    expect(await activeCell(page)).toBe("D2");
    await press("Shift+ArrowDown");
    await page.keyboard.type("9");
    await press("Control+Enter");
    await show("D2", "9");
    await show("D3", "9");
    await press("Control+z");
    await show("D3", "");
  });

  test("打字打到一半去点别的格子：写进原来那一格；F2 里 Alt+回车在光标处换行", async () => {
    await openGrid();
    await cell(page, "D1").click();
    await page.keyboard.type("12");
    await cell(page, "D3").click();
    await show("D1", "12");
    await show("D3", "");
    await cell(page, "A1").click();
    await press("F2", "ArrowLeft", "Alt+Enter");
    await page.keyboard.type("x");
    await press("Enter");
    await show("A1", "\nx甲");
  });

  test("编辑栏里打到一半按 Esc：表一字不动；回车写入是一步，撤销一次就回来", async () => {
    await openGrid();
    const bar = page.getByTestId("cell-content");
    await bar.click();
    await page.keyboard.type("打错了");
    await press("Escape");
    expect(await page.getByRole("grid").evaluate((grid) => grid === document.activeElement)).toBe(true);
    expect(await bar.inputValue()).toBe("甲");
    // Whatever is still being written would be there by now.
    await page.waitForTimeout(300);
    expect(await cell(page, "A1").textContent()).toBe("甲");
    expect(await page.locator(".file-name").textContent()).not.toContain("未保存");
    await bar.fill("改了");
    await bar.press("Enter");
    await show("A1", "改了");
    await page.waitForTimeout(300);
    await press("Control+z");
    await show("A1", "甲");
  });

  test("打字打到一半，画面滚开再滚回来：打的写进了那一格", async () => {
    await openGrid(80);
    await cell(page, "D2").click();
    await page.keyboard.type("abc");
    for (const top of [2000, 0]) {
      await page.getByTestId("sheet").evaluate((one, to) => {
        one.scrollTop = to;
      }, top);
      await cell(page, "D2").waitFor({ state: top === 0 ? "visible" : "detached" });
    }
    await cell(page, "D5").click();
    await show("D2", "abc");
  });

  test("Ctrl+F 找到隐去的以外各处；Ctrl+S 先写入正在打的再保存", async () => {
    await openGrid();
    await press("Control+f");
    const bar = page.getByRole("search", { name: "在表内查找" });
    await page.keyboard.type("丁");
    await press("Enter");
    await bar.getByText("第1处，共1处").waitFor();
    expect(await activeCell(page)).toBe("A4");
    expect(await axeViolations(page)).toEqual([]);
    await press("Escape");
    await bar.waitFor({ state: "detached" });
    await page.keyboard.type("x");
    const [download] = await Promise.all([page.waitForEvent("download"), press("Control+s")]);
    const saved = openXlsx(new Uint8Array(await readFile(await download.path())));
    expect(saved.ok && saved.value.snapshot().sheets.map((sheet) => valueAt(sheet, 4, 1))).toEqual(["x"]);
    await page.waitForFunction(() => !document.querySelector(".file-name")?.textContent.includes("未保存"));
  });
});

/** The rows of the sheet whose numbers the eye reads at the left edge, from the top. */
async function numbersSeen(): Promise<readonly string[]> {
  return page.getByTestId("sheet").evaluate((scroller) => {
    const box = scroller.getBoundingClientRect();
    const seen: string[] = [];
    for (let y = box.top + 26; y < box.top + scroller.clientHeight - 2; y += 4) {
      const number = document.elementFromPoint(box.left + 20, y)?.closest("th")?.textContent;
      if (number !== undefined && seen.at(-1) !== number) seen.push(number);
    }
    return seen;
  });
}

/** Walks with a key and gives the active cells that anything covers, or that lie beyond an edge. Of a cell larger than the
 * room the beginning has to be seen. */
async function hiddenOnTheWay(key: string, steps: number): Promise<readonly string[]> {
  const hidden: string[] = [];
  for (let n = 0; n < steps; n += 1) {
    await press(key);
    const covered = await page.evaluate(async () => {
      const scroller = document.querySelector(".sheet-scroller");
      // What is scrolled is drawn in the next frame.
      for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
      const box = document.querySelector("table[role='grid'] td.active");
      const name = document.querySelector(".cell-name")?.textContent ?? "";
      if (box === null || scroller === null) return name;
      const { top, left, bottom, right, width, height } = box.getBoundingClientRect();
      const [x, y] = [left + Math.min(width / 2, 30), top + 4];
      const points = [[x, y]];
      if (height < scroller.clientHeight / 2) points.push([x, bottom - 4]);
      if (width < scroller.clientWidth / 2) points.push([left + 4, y], [right - 4, y]);
      // The arrow of its drop-down is its own.
      const isSeen = ([at = 0, down = 0]: readonly number[]) => {
        const met = document.elementFromPoint(at, down);
        return box.contains(met) || met?.className === "choose";
      };
      return points.every(isSeen) ? "" : name;
    });
    if (covered !== "") hidden.push(covered);
  }
  return hidden;
}

describe("选中的格子总看得见，看得见的行号总是对的", () => {
  const tab = (name: string | RegExp) => page.getByRole("navigation", { name: "工作表" }).getByText(name);

  test("自评表和底稿，宽的窄的窗口，只用键盘从上走到下、从下走到上、到最后一格", async () => {
    await score(page);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1000, height: 420 },
    ]) {
      await page.setViewportSize(size);
      for (const sheet of ["评分底稿", /自评表|评分表/u]) {
        await tab(sheet).first().click();
        await page.getByRole("grid").focus();
        await press("Control+Home");
        expect(await hiddenOnTheWay("ArrowDown", 64)).toEqual([]);
        expect(await hiddenOnTheWay("ArrowUp", 50)).toEqual([]);
        expect(await hiddenOnTheWay("Control+End", 1)).toEqual([]);
        expect(await hiddenOnTheWay("ArrowLeft", 8)).toEqual([]);
        expect(await hiddenOnTheWay("PageUp", 4)).toEqual([]);
      }
    }
  });

  test("填了换行的长文字，那一行变高，回车到下一行还看得见", async () => {
    await score(page);
    await tab("评分底稿").click();
    await pick(page, "D4");
    for (let n = 0; n < 14; n += 1) {
      const [here, text] = [
        await activeCell(page),
        `x${n}格，写得很长的一段话，一行放不下，要换几行才放得下。`,
      ];
      await page.keyboard.type(text);
      await press("Enter");
      await show(here, text);
      // Until the pane has scored what was typed.
      await expect.poll(() => hiddenOnTheWay("Shift", 1), { timeout: 5000 }).toEqual([]);
    }
  });

  test("冻结的行带着自己的行号，一滚就在，一个像素也不遮住别的行", async () => {
    await score(page);
    await tab("评分底稿").click();
    const scroller = page.getByTestId("sheet");
    for (const top of [1, 37, 900]) {
      await scroller.evaluate((one, to) => {
        one.scrollTop = to;
      }, top);
      await page.waitForTimeout(250);
      const [first, second, third, fourth] = await numbersSeen();
      expect([first, second, third]).toEqual(["1", "2", "3"]);
      if (top < 900) expect(Number(fourth)).toBeLessThanOrEqual(5);
      else expect(Number(fourth)).toBeGreaterThan(10);
    }
    await page.locator(".pinned").getByText("数据项", { exact: true }).waitFor();
    await page.getByRole("navigation", { name: "工作表" }).getByRole("button").first().click();
    await page.getByRole("grid").focus();
    await press("Control+End");
    await expect.poll(async () => (await numbersSeen())[0]).toBe("13");
    await expect.poll(async () => Number((await numbersSeen())[1])).toBeGreaterThan(14);
  });

  test("每一行照文件里的高度画，低的行也是：第几行在哪里，算得准", async () => {
    await openGrid(60);
    await page
      .getByLabel("缩放")
      .selectOption("0.7")
      .catch(() => undefined);
    const drift = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("table[role='grid'] tbody tr[aria-rowindex]")].map((row) =>
        Math.abs(row.getBoundingClientRect().height - Number.parseFloat(row.style.height)),
      ),
    );
    expect(drift.length).toBeGreaterThan(20);
    expect(Math.max(...drift)).toBeLessThan(0.5);
  });
});

describe("页面", () => {
  test("鼠标滚轮滚到表和侧边栏的尽头，页面自己不滚走，宽窗口窄窗口都一样", async () => {
    await score(page);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(size);
      for (const place of [".sheet-scroller", ".pane-side main"]) {
        await page
          .locator(place)
          .first()
          .hover({ position: { x: 60, y: 60 } });
        for (let n = 0; n < 3; n += 1) await page.mouse.wheel(0, 20_000);
      }
      await page.waitForTimeout(200);
      expect(
        await page.evaluate(() => {
          const { scrollHeight, scrollTop } = document.documentElement;
          return [scrollHeight - window.innerHeight, scrollTop];
        }),
      ).toEqual([0, 0]);
      expect(await page.getByRole("button", { name: "打开…" }).isVisible()).toBe(true);
    }
  });
});

describe("剪贴板", () => {
  test.each(fixtures)(
    "从 $program 复制：格内换行、百分数、文字、合并、引号和符号都在该在的格里，一步撤销",
    async ({ program, text, html }) => {
      await openGrid();
      await cell(page, "A1").click();
      for (const rich of [html, ""]) {
        await paste(text, rich);
        await show("A1", "第一行\n第二行");
        await show("B1", "99.83%");
        // The text alone does not say that it is one.
        await show("C1", rich === "" ? "1" : "001");
        await show("A2", "合并");
        await show("B2", rich === "" ? "" : "2");
        await show("C2", "");
        await show("D2", '"甲"<乙> & 丙');
        await cell(page, "D1").click();
        const exact = rich !== "" && program !== "Excel";
        expect(await page.getByTestId("cell-content").inputValue()).toMatch(
          exact ? /^4\.99915$/u : /^4\.9992$/u,
        );
        expect(await page.locator(".file-name").textContent()).toContain("未保存");
        await page.getByRole("grid").focus();
        await press("Control+z");
        await show("A1", "甲");
        await show("D2", "");
        await cell(page, "A1").click();
      }
    },
  );

  test("外来的公式和脚本只是文字；要写进合并单元格里看不见的，一格不写", async () => {
    await openGrid();
    await cell(page, "D1").click();
    await paste(
      "=1+1",
      "<table><tr><td>=1+1<img src=x onerror='document.title=1'><script>document.title=2</script></td></tr></table>",
    );
    await show("D1", "=1+1");
    expect(await page.title()).toBe("绩效自评工作台");
    await cell(page, "A5").click();
    await paste("1\n2\n3\n");
    const alert = page.getByRole("alert");
    await alert.getByText("“3”要写进 A7，它在合并单元格 A6:B7 里", { exact: false }).waitFor();
    await show("A5", "");
    await show("A6", "合");
  });

  test("剪贴板里是图片、是空的：一格不动，说明没有文字", async () => {
    await openGrid();
    await press("Shift+ArrowDown");
    for (const rich of ["", '<meta charset="utf-8"><img src="x.png">']) {
      await paste("", rich);
      const alert = page.getByRole("alert");
      await alert.getByText("剪贴板里没有文字", { exact: false }).waitFor();
      await alert.getByRole("button", { name: "知道了" }).click();
    }
    await show("A1", "甲");
    await show("A2", "乙");
    expect(await page.locator(".file-name").textContent()).not.toContain("未保存");
  });

  test("表内复制、剪切、粘贴：公式跟着走；剪切的原处清空，一步撤销；Esc 取消虚线", async () => {
    await openGrid();
    await cell(page, "B1").click();
    await press("Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
    expect(await page.locator("td.copied").count()).toBe(4);
    await cell(page, "B3").click();
    await press("Control+v");
    await show("C4", "4");
    await cell(page, "C3").click();
    expect(await page.getByTestId("cell-content").inputValue()).toBe("=B3*2");
    await press("Control+z");
    await show("C4", "");
    await cell(page, "A1").click();
    await press("Shift+ArrowDown", "Control+x");
    await cell(page, "D1").click();
    await press("Control+v");
    await show("D2", "乙");
    await show("A1", "");
    await press("Control+z");
    await show("A1", "甲");
    await show("D2", "");
    await press("Control+c", "Escape");
    expect(await page.locator("td.copied").count()).toBe(0);
  });
});

describe("表的其他部分", () => {
  test("编辑栏：长文字能展开、能改；底稿里的是否从选项里选；底稿滚动时标题还在", async () => {
    await score(page);
    await page.getByRole("navigation", { name: "工作表" }).getByText("评分底稿").click();
    await page.getByRole("grid", { name: "工作表 评分底稿" }).waitFor();
    await cell(page, "D4").click();
    await press("Alt+ArrowDown");
    const list = page.getByRole("listbox", { name: "D4 的选项" });
    await list.waitFor();
    expect(await list.getByRole("option").allTextContents()).toEqual(["是", "否"]);
    expect(await axeViolations(page)).toEqual([]);
    await press("ArrowDown", "Enter");
    await show("D4", "否");
    await page.getByRole("button", { name: "D4 从选项里选" }).click();
    await list.getByRole("option", { name: "是" }).click();
    await show("D4", "是");
    await press("Control+End");
    await page.locator(".pinned").getByText("数据项", { exact: true }).waitFor();
    await page.getByRole("navigation", { name: "工作表" }).getByRole("button").first().click();
    await pick(page, "H14");
    await page.getByRole("button", { name: "全文" }).click();
    const bar = page.getByTestId("cell-content");
    expect(await bar.evaluate((one) => one.scrollHeight <= one.clientHeight + 2)).toBe(true);
    await bar.fill("改过的评分标准");
    await bar.press("Enter");
    await show("H14", "改过的评分标准");
    expect(await page.getByRole("grid").evaluate((grid) => grid === document.activeElement)).toBe(true);
    await press("Control+z");
  });

  test("列宽：拖动、双击、键盘，各一步撤销；放不下的数不显示一半，放不下的字有记号", async () => {
    await openGrid();
    const width = async () => Math.round((await cell(page, "A1").boundingBox())?.width ?? 0);
    const before = await width();
    const edge = page.getByRole("columnheader", { name: "A", exact: true }).locator(".column-edge");
    const box = await edge.boundingBox();
    if (box === null) throw new Error("没有列边");
    await page.mouse.move(box.x + 4, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 64, box.y + 8, { steps: 3 });
    await page.mouse.up();
    await page.getByText("（未保存）", { exact: false }).waitFor();
    expect(Math.abs((await width()) - before - 60)).toBeLessThanOrEqual(2);
    await press("Control+z");
    await page.waitForFunction(
      (wanted) =>
        Math.round(document.getElementById("cell-1-1")?.getBoundingClientRect().width ?? 0) === wanted,
      before,
    );
    await cell(page, "D1").click();
    await page.keyboard.type("1234567890.12");
    await press("Enter", "ArrowUp");
    for (let n = 0; n < 6; n += 1) await press("Alt+Shift+ArrowLeft");
    await page.locator("#cell-1-4[data-cut='number']").waitFor();
    expect(await cell(page, "D1").getAttribute("title")).toContain("1234567890");
  });

  test("侧边栏的宽窄：键盘、拖动、收起、展开，下次打开还在", async () => {
    const line = page.getByRole("separator", { name: "侧边栏宽度" });
    await line.focus();
    await press("ArrowLeft", "ArrowLeft");
    expect(await line.getAttribute("aria-valuenow")).toBe("440");
    expect(await page.locator(".pane-side").evaluate((one) => one.getBoundingClientRect().width)).toBe(440);
    await page.getByRole("button", { name: "收起侧边栏" }).click();
    expect(await page.locator(".pane-side").isVisible()).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: "展开侧边栏" }).click();
    expect(await page.locator(".pane-side").evaluate((one) => one.getBoundingClientRect().width)).toBe(440);
  });

  test("在表中标出：标记画在表里，读屏也知道", async () => {
    await page.getByLabel("打开示例").selectOption("nansha-2023.xlsx");
    await page.locator(".file-name", { hasText: "nansha-2023.xlsx" }).waitFor();
    await page.getByRole("button", { name: "报送前自查" }).click();
    await page.getByRole("button", { name: "在表中标出" }).click();
    await page.getByRole("button", { name: "清除标记" }).waitFor();
    const marked = page.locator("table[role=grid] td:has(.mark.finding)").first();
    await marked.waitFor();
    expect(await marked.textContent()).toContain("自查问题");
  });

  test("打印：只有表，全部的行，标题每页重复，没有截断的字", async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    expect(
      await page
        .locator(".toolbar, .pane-side, .cell-line, .tabs, .sheet-frame")
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    const printed = page.locator(".print-sheet");
    expect(await printed.locator("thead").getByText("三级指标").count()).toBe(1);
    expect(await printed.getByText("“三公”经费控制情况", { exact: true }).count()).toBe(1);
    const cut = await printed
      .locator(".cell-text")
      .evaluateAll(
        (all) => all.filter((one) => one.scrollHeight > (one.closest("td")?.clientHeight ?? 0) + 2).length,
      );
    expect(cut).toBe(0);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await printed.waitFor({ state: "detached" });
  });

  test("选中几格、查找、编辑栏展开时，浅色深色宽窄都没有无障碍问题", async () => {
    await openGrid();
    await press("Shift+ArrowRight", "Shift+ArrowDown", "Control+c", "Control+f");
    await page.keyboard.type("甲");
    expect(await faultsInRooms(page, "选区和查找")).toEqual([]);
  });
});
