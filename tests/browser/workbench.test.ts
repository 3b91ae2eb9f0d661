import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe";
import { type BrowserHouse } from "../support/browser";
import { eachWorkbench } from "../support/eachWorkbench";
import { editedClauses, editedForm } from "../support/editedClauses";
import { workbookBytes } from "../support/workbookBytes";
import { activeCell, cell, entry, fillMonths, openFile, pick, score } from "./sheetOf";

let house: BrowserHouse;
let page: Page;

eachWorkbench((opened, inHouse) => {
  [page, house] = [opened, inHouse];
});

async function total(): Promise<string> {
  return (await page.getByTestId("total").textContent()) ?? "";
}

describe("工作台：从样表到得分", () => {
  test("打开即见样表和首次使用说明；计算得分后表内有分、有底色、有底稿", async () => {
    expect(await page.getByText("数据不出本机").isVisible()).toBe(true);
    expect(await page.getByText("不会改动您已填写的内容").isVisible()).toBe(true);
    expect(await page.getByText("随时可恢复原表").isVisible()).toBe(true);
    await score(page);
    expect(await cell(page, "I14").textContent()).toBe("10");
    expect(await cell(page, "I15").textContent()).toContain("9.66");
    expect(await cell(page, "I15").textContent()).toContain("扣分");
    expect(await page.getByRole("navigation", { name: "工作表" }).getByText("评分底稿").isVisible()).toBe(
      true,
    );
    expect(await entry(page, 15).textContent()).toContain("扣分");
    expect(await entry(page, 16).textContent()).toContain("待补充");
    expect(await page.getByText("暂计分", { exact: true }).isVisible()).toBe(true);
  });

  test("填好的表：填报、按现有数据可测算、待补充依据并列；点待补充依据，列表只剩那些行，再点恢复", async () => {
    await page.getByLabel("打开示例").selectOption("nansha-2023.xlsx");
    await page.locator(".file-name", { hasText: "nansha-2023.xlsx" }).waitFor();
    const group = page.getByRole("group", { name: "填报得分与可测算得分" });
    await group.waitFor();
    expect(await page.getByTestId("filled").textContent()).toBe("99.66");
    expect(await total()).toBe("41.16");
    expect(await page.getByTestId("open").textContent()).toBe("58.50");
    const open = group.getByRole("button", { name: "待补充依据 14项" });
    await open.click();
    expect(await page.locator("button[data-row]").count()).toBe(14);
    expect(await open.getAttribute("aria-pressed")).toBe("true");
    expect(await axeViolations(page)).toEqual([]);
    await open.press("Enter");
    expect(await page.locator("button[data-row]").count()).toBe(28);
  });

  test("填写各月执行率：待补充变为4.999，总分随之变化，表内同时变化", async () => {
    await score(page);
    const before = Number(await total());
    await fillMonths(page);
    await page.getByTestId("points").getByText("4.999").waitFor();
    expect(await cell(page, "I16").textContent()).toContain("4.999");
    expect(await page.getByText("年度平均执行率99.983%", { exact: false }).first().isVisible()).toBe(true);
    await page.getByRole("button", { name: "返回列表" }).click();
    expect(await entry(page, 16).textContent()).toContain("扣分");
    expect(Number(await total())).toBeCloseTo(before + 4.99915, 1);
  });

  test("点扣分依据里的单元格，表内选中该格；面板仍停在原处", async () => {
    await score(page);
    await entry(page, 15).click();
    expect(await activeCell(page)).toBe("I15");
    const link = page.getByRole("button", { name: "定位单元格 J15" });
    await link.click();
    expect(await activeCell(page)).toBe("J15");
    expect(await cell(page, "J15").getAttribute("class")).toContain("active");
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page
      .getByRole("button", { name: /定位单元格 评分底稿!/u })
      .first()
      .click();
    expect(await page.getByRole("grid", { name: "工作表 评分底稿" }).isVisible()).toBe(true);
    expect(await page.getByRole("heading", { name: "部门整体绩效目标效益指标完成情况" }).isVisible()).toBe(
      true,
    );
  });

  test("恢复原表：先问再撤，表回到原样", async () => {
    await score(page);
    await page.getByRole("button", { name: "恢复原表" }).first().click();
    await page.getByRole("heading", { name: "恢复原表？" }).waitFor();
    await page.getByRole("region", { name: "恢复原表？" }).getByRole("button", { name: "恢复原表" }).click();
    await page.getByText("已恢复原表").first().waitFor();
    expect(await cell(page, "I14").textContent()).toBe("");
    expect(await page.getByRole("navigation", { name: "工作表" }).getByText("评分底稿").count()).toBe(0);
    expect(await page.getByRole("button", { name: "计算得分", exact: true }).isVisible()).toBe(true);
  });

  test("保存后再打开，得分相同；模板只动了写入的地方", async () => {
    await score(page);
    const before = await total();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("nansha-2023-blank.xlsx");
    const bytes = await readFile(await download.path());
    await openFile(page, "再打开.xlsx", bytes);
    await page.getByText("再打开.xlsx").waitFor();
    await page.getByRole("button", { name: "重新计算得分" }).waitFor();
    expect(await total()).toBe(before);
    expect(await cell(page, "I15").textContent()).toContain("9.66");
  });

  test("损坏的文件：说明是什么、为什么、怎么办，页面照常可用", async () => {
    await openFile(page, "坏.xlsx", new TextEncoder().encode("这不是表格"));
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect((await alert.textContent())?.length).toBeGreaterThan(15);
    await alert.getByRole("button", { name: "知道了" }).click();
    await score(page);
    expect(await cell(page, "I14").textContent()).toBe("10");
  });

  test("把文件拖进页面即打开", async () => {
    const bytes = [...(await readFile("samples/city-2023-blank.xlsx"))];
    const transfer = await page.evaluateHandle((data) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(data)], "拖入.xlsx"));
      return dropped;
    }, bytes);
    await page.locator(".page").dispatchEvent("drop", { dataTransfer: transfer });
    await page.locator(".file-name", { hasText: "拖入.xlsx" }).waitFor();
    await score(page);
    expect(await page.getByTestId("total").textContent()).toMatch(/^\d+\.\d+$/u);
  });

  test("表内改动立即见于面板；与填报得分不一致时可采用计算得分；可撤销", async () => {
    await score(page);
    await cell(page, "I14").click();
    await page.keyboard.type("8");
    await page.keyboard.press("Enter");
    const box = page.getByRole("region", { name: "与填报得分不一致" });
    await cell(page, "I14").click();
    await box.waitFor();
    expect(await box.textContent()).toContain("填报得分 8 分");
    await box.getByRole("button", { name: "采用计算得分" }).click();
    await box.waitFor({ state: "detached" });
    expect(await cell(page, "I14").textContent()).toBe("10");
    await page.getByRole("button", { name: "撤销" }).click();
    await page.waitForFunction(
      () => document.querySelector("#cell-14-9")?.textContent.startsWith("8") === true,
    );
    await page.getByRole("button", { name: "撤销" }).click();
    await page.waitForFunction(() => document.querySelector("#cell-14-9")?.textContent === "10");
    await page.getByRole("button", { name: "重做" }).click();
    await page.waitForFunction(
      () => document.querySelector("#cell-14-9")?.textContent.startsWith("8") === true,
    );
  });

  test("改表内的评分标准：得分、扣分说明、读法和得分格都跟着变，什么都不按", async () => {
    const example = editedClauses.find(({ title }) => title === "自己的阶梯，不足一步另选了读法");
    if (example === undefined) throw new Error("没有这一例");
    await openFile(page, "表.xlsx", workbookBytes(editedForm(example.line)));
    await page.locator(".file-name", { hasText: "表.xlsx" }).waitFor();
    await score(page);
    await entry(page, 3).click();
    await page.getByTestId("points").getByText("6").waitFor();
    await page.getByRole("button", { name: "读法与试算" }).click();
    const card = page.getByRole("group", { name: "评分标准的读法" });
    await card.getByText("每低于100%达1%扣1分", { exact: false }).waitFor();
    await pick(page, "E3");
    await page.keyboard.press("F2");
    await page.getByLabel("编辑 E3").fill("预算完成率达到100%得满分，每低1%扣0.5分，扣完为止。");
    await page.keyboard.press("Tab");
    await page.getByTestId("points").getByText("7").waitFor();
    await page.getByText("扣1分", { exact: false }).last().waitFor();
    await card.getByText("每低于100%达1%扣0.5分", { exact: false }).waitFor();
    expect(await cell(page, "F3").textContent()).toContain("7");
    expect(await page.getByText("待更新").count()).toBe(0);
  });

  test("改了问法的评分标准：填过的数据折叠在“未使用的数据”里，改回又算数", async () => {
    const clause = "结余率≤10%的，得2分；结余率＞10%的，不得分。";
    const type = async (text: string) => {
      await pick(page, "E3");
      await page.keyboard.press("F2");
      await page.getByLabel("编辑 E3").fill(text);
      await page.keyboard.press("Tab");
    };
    await openFile(page, "表.xlsx", workbookBytes(editedForm(["结余情况", 2, clause, ""])));
    await page.locator(".file-name", { hasText: "表.xlsx" }).waitFor();
    await score(page);
    await entry(page, 3).click();
    await page.getByLabel("结余率是多少？").fill("8");
    await page.getByRole("button", { name: "写入底稿" }).first().click();
    await page.getByTestId("points").getByText("2").waitFor();
    await type(clause.replaceAll("结余率", "年末结转率"));
    const fold = page.getByText("未使用的数据（1）");
    await fold.click();
    await page.getByText("结余率：8%").waitFor();
    await type(clause);
    await fold.waitFor({ state: "detached" });
    await page.getByTestId("points").getByText("2").waitFor();
  });

  test("选中表内一行，面板显示该指标，焦点仍在表内；填到一半时不切换也不丢", async () => {
    await cell(page, "E16").click();
    await page.getByRole("heading", { name: "部门预算资金支出率" }).waitFor();
    expect(await page.getByRole("grid").evaluate((grid) => grid === document.activeElement)).toBe(true);
    await page.getByLabel("当年共通报了几个月？").fill("10");
    await cell(page, "E14").click();
    await page.getByText("表内选中：部门整体绩效目标产出指标完成情况").waitFor();
    expect(await page.getByLabel("当年共通报了几个月？").inputValue()).toBe("10");
    await page.getByRole("button", { name: "查看" }).click();
    await page.getByRole("heading", { name: "部门整体绩效目标产出指标完成情况" }).waitFor();
    await cell(page, "E16").click();
    await page.getByRole("heading", { name: "部门预算资金支出率" }).waitFor();
    expect(await page.getByLabel("当年共通报了几个月？").inputValue()).toBe("10");
  });

  test("百分数照 Excel 的办法输入：99.83% 存为 0.9983 并按百分数显示", async () => {
    await cell(page, "K14").dblclick();
    await page.keyboard.type("99.83%");
    await page.keyboard.press("Enter");
    expect(await cell(page, "K14").textContent()).toBe("99.83%");
  });

  test("设置存进工作簿：再打开仍在", async () => {
    await page.getByRole("button", { name: "设置" }).click();
    await page.getByLabel("得分显示的小数位").selectOption({ label: "三位" });
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>("main select")?.disabled === false,
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    await openFile(page, "设置.xlsx", await readFile(await download.path()));
    await page.getByText("设置.xlsx").waitFor();
    await page.getByRole("button", { name: "设置" }).click();
    expect(await page.getByLabel("得分显示的小数位").locator("option:checked").textContent()).toBe("三位");
  });
});

describe("工作台：不联网", () => {
  test("不加载 office.js，不向别处发请求；打开后断网照常计分", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.getByRole("button", { name: "计算得分", exact: true }).waitFor();
    await page.getByTestId("total").waitFor();
    expect(asked.filter((url) => !url.startsWith(house.address) && !url.startsWith("data:"))).toEqual([]);
    expect(asked.filter((url) => /office/iu.test(url))).toEqual([]);
    await page.context().setOffline(true);
    await score(page);
    expect(await cell(page, "I14").textContent()).toBe("10");
  });
});

describe("Excel 面板的页面", () => {
  test("在浏览器里直接打开：请用 Excel 或工作台，不报错，不向别处发请求", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${house.address}taskpane.html`);
    await page.getByText("请在 Excel 里打开本面板").waitFor();
    expect(asked.filter((url) => !url.startsWith(house.address) && !url.startsWith("data:"))).toEqual([]);
  });
});
