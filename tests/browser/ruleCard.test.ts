import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { faultsInRooms } from "../support/rooms";
import { cell, entry } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

function card(page: Page): Locator {
  return page.getByRole("group", { name: "评分标准的读法" });
}

function fold(page: Page): Locator {
  return page.getByRole("button", { name: "读法与试算" });
}

/** The result of the trial is said to a screen reader without taking the keyboard. */
function result(page: Page): Locator {
  return card(page).getByRole("status");
}

async function openCard(page: Page, row: number): Promise<void> {
  await entry(page, row).click();
  await fold(page).click();
  await card(page).waitFor();
}

const stepped = "预算完成率达到100%的得满分，每低1个百分点扣0.5分，扣完为止。";

describe("规则卡", () => {
  test("看、展开、试、收起、再展开：填的还在；表和底稿没有改动", async () => {
    const page = await openWorkbench(house);
    await entry(page, 31).click();
    expect(await fold(page).getAttribute("aria-expanded")).toBe("false");
    expect(await card(page).count()).toBe(0);
    await fold(page).click();
    expect(await fold(page).getAttribute("aria-expanded")).toBe("true");
    await card(page).getByText("分档计分：").waitFor();
    await card(page).getByText("合同签订及时率=100%，得3分", { exact: true }).waitFor();
    expect(await result(page).textContent()).toContain("待补充：合同签订及时率");
    const rate = card(page).getByLabel("合同签订及时率是多少？");
    await rate.fill("95");
    await result(page).getByText("得分：2 分（分值 3）").waitFor();
    expect(await result(page).textContent()).toContain("合同签订及时率95%，适用");
    expect(await rate.evaluate((one) => one === document.activeElement)).toBe(true);
    await rate.fill("很高");
    await card(page).getByText("请填百分数，如99.83。").waitFor();
    await rate.fill("");
    await card(page).getByText("没有以上数据？改填其他数据").click();
    await card(page).getByLabel("“在规定时限内签订合同项目数”有几个？").fill("19");
    await card(page).getByLabel("“总项目数”有几个？").fill("20");
    await result(page).getByText("得分：2 分（分值 3）").waitFor();
    await fold(page).click();
    expect(await card(page).isVisible()).toBe(false);
    await fold(page).click();
    await result(page).getByText("得分：2 分（分值 3）").waitFor();
    await card(page).getByRole("button", { name: "清空" }).click();
    expect(await result(page).textContent()).toContain("还定不下来");
    expect(await cell(page, "I31").textContent()).toBe("");
    await page
      .getByRole("navigation", { name: "工作表" })
      .getByText("评分底稿")
      .waitFor({ state: "detached" });
    expect(await page.locator(".file-name").textContent()).not.toContain("未保存");
    await closeWorkbench(house, page);
  });

  test("是／否的问题；下一项指标的卡是另一张，从收起开始", async () => {
    const page = await openWorkbench(house);
    await openCard(page, 28);
    for (const answer of await card(page).getByLabel("否", { exact: true }).all()) await answer.check();
    await result(page).getByText("得分：0 分").waitFor();
    await page.getByRole("button", { name: "下一项指标" }).click();
    await page.getByRole("button", { name: "读法与试算", expanded: false }).waitFor();
    expect(await card(page).count()).toBe(0);
    await closeWorkbench(house, page);
  });

  test("表里改了评分标准，卡跟着变，填的还在", async () => {
    const page = await openWorkbench(house);
    await openCard(page, 31);
    await card(page).getByLabel("合同签订及时率是多少？").fill("95");
    await result(page).getByText("得分：2 分").waitFor();
    const clause = "合同签订及时率=100%，得3分；合同签订及时率<100%，得2.5分。";
    await cell(page, "H31").dispatchEvent("mousedown");
    await page.getByRole("grid").focus();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(clause);
    // Tab stays in the row, so that the pane goes on showing it.
    await page.keyboard.press("Tab");
    await result(page).getByText("得分：2.5 分").waitFor();
    await closeWorkbench(house, page);
  });

  test("没有无障碍的问题，也不用横向滚动", async () => {
    const page = await openWorkbench(house);
    const found: string[] = [];
    for (const [row, view] of [
      [14, "没有读懂"],
      [28, "是否"],
      [31, "分档"],
    ] as const) {
      await openCard(page, row);
      if (row === 31) await card(page).getByLabel("合同签订及时率是多少？").fill("95");
      found.push(...(await faultsInRooms(page, view)));
      await page.getByRole("button", { name: "返回列表" }).click();
    }
    await closeWorkbench(house, page);
    expect(found).toEqual([]);
  });
});

function editor(page: Page): Locator {
  return page.getByRole("group", { name: "更正读法" });
}

async function openEditor(page: Page, row: number): Promise<void> {
  await openCard(page, row);
  await page.getByRole("button", { name: "更正读法" }).click();
  await editor(page).waitFor();
}

const corrected = "合同签订及时率达到100%的得满分，每低1%扣0.5分，扣完为止。";

async function saveWords(page: Page): Promise<void> {
  await editor(page).getByLabel("用文字写明").check();
  await editor(page).getByRole("textbox", { name: "计分规则" }).fill(corrected);
  await editor(page).getByRole("button", { name: "保存" }).click();
  await page.getByText("计分依据：人工设定的文字").waitFor();
}

describe("更正读法", () => {
  test("看、改、试、保存；撤销、取消人工设定、恢复原表都收得回", async () => {
    const page = await openWorkbench(house);
    await openEditor(page, 31);
    await editor(page).getByLabel("用文字写明").check();
    const words = editor(page).getByRole("textbox", { name: "计分规则" });
    await words.fill("合同签订及时的，由上级酌定加分系数后得3分。");
    await editor(page).getByRole("button", { name: "保存" }).click();
    await editor(page)
      .getByText(/^还不能保存/u)
      .waitFor();
    await words.fill(corrected);
    await editor(page).getByLabel("合同签订及时率是多少？").fill("98");
    await editor(page).getByText("得分：2 分（分值 3）").waitFor();
    await saveWords(page);
    const edit = page.getByRole("button", { name: "修改人工设定" });
    expect(await edit.evaluate((one) => one === document.activeElement)).toBe(true);
    await card(page).getByText("阶梯扣分：").waitFor();
    await page.getByRole("button", { name: "撤销", exact: true }).click();
    await page.getByText("计分依据：表中评分标准").waitFor();
    await page.getByRole("button", { name: "重做" }).click();
    await page.getByText("计分依据：人工设定的文字").waitFor();
    await page.getByRole("button", { name: "取消人工设定" }).click();
    await page.getByText("计分依据：表中评分标准").waitFor();
    await page.getByRole("button", { name: "更正读法" }).click();
    await saveWords(page);
    await page.getByRole("button", { name: "恢复原表" }).click();
    await page.getByText("人工设定的计分规则（1行）一并取消").waitFor();
    await page.getByRole("button", { name: "恢复原表" }).last().click();
    await page.getByText("计分依据：表中评分标准").waitFor();
    await closeWorkbench(house, page);
  });

  test("按 Esc 先收起，换一行再回来，填的还在；取消才放下", async () => {
    const page = await openWorkbench(house);
    await openEditor(page, 31);
    const first = editor(page).getByRole("radio", { checked: true });
    expect(await first.evaluate((one) => one === document.activeElement)).toBe(true);
    await editor(page).getByLabel("用文字写明").check();
    await editor(page).getByRole("textbox", { name: "计分规则" }).fill(corrected);
    await page.keyboard.press("Escape");
    const again = page.getByRole("button", { name: "继续更正" });
    expect(await again.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole("button", { name: "下一项指标" }).click();
    await page.getByRole("button", { name: "上一项指标" }).click();
    await fold(page).click();
    await again.click();
    expect(await editor(page).getByRole("textbox", { name: "计分规则" }).inputValue()).toBe(corrected);
    await editor(page).getByRole("button", { name: "取消" }).click();
    await page.getByRole("button", { name: "更正读法" }).waitFor();
    await closeWorkbench(house, page);
  });

  test("没有无障碍的问题，也不用横向滚动", async () => {
    const page = await openWorkbench(house);
    await openEditor(page, 31);
    const found = [...(await faultsInRooms(page, "分档"))];
    await editor(page).getByRole("combobox", { name: "类型" }).selectOption("stepped");
    await editor(page).getByRole("button", { name: "保存" }).click();
    found.push(...(await faultsInRooms(page, "还不能保存")));
    await saveWords(page);
    found.push(...(await faultsInRooms(page, "已保存")));
    await page.getByRole("button", { name: "设置" }).click();
    await page.getByText("导入规则").click();
    found.push(...(await faultsInRooms(page, "导入导出")));
    await closeWorkbench(house, page);
    expect(found).toEqual([]);
  });
});

describe("评分标准试算（工作台）", () => {
  test("只用键盘：打开、写标准和分值、试、返回表格再来，写的都在", async () => {
    const page = await openWorkbench(house);
    const toggle = page.getByRole("button", { name: "评分标准试算" });
    for (let n = 0; n < 20 && !(await toggle.evaluate((one) => one === document.activeElement)); n += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    const title = page.getByRole("heading", { name: "评分标准试算" });
    await title.waitFor();
    expect(await title.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.getByRole("grid").isVisible()).toBe(false);
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(stepped);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await card(page).getByText("阶梯扣分：").waitFor();
    await card(page).getByLabel("预算完成率是多少？").fill("93");
    await result(page).getByText("得多少分要看分值，请写明分值。").waitFor();
    await page.getByLabel("分值").fill("零");
    await page.getByText("请填大于0的数，如8。").waitFor();
    await page.getByLabel("分值").fill("8");
    await result(page).getByText("得分：4.5 分（分值 8）").waitFor();
    await page.getByRole("button", { name: "返回表格" }).click();
    await page.getByRole("grid").waitFor();
    expect(await cell(page, "A2").isVisible()).toBe(true);
    await page.getByRole("button", { name: "评分标准试算" }).click();
    await result(page).getByText("得分：4.5 分（分值 8）").waitFor();
    await closeWorkbench(house, page);
  });

  test("没有无障碍的问题，也不用横向滚动", async () => {
    const page = await openWorkbench(house);
    await page.getByRole("button", { name: "评分标准试算" }).click();
    const found = [...(await faultsInRooms(page, "空白"))];
    await page.getByLabel("评分标准", { exact: true }).fill(stepped);
    await page.getByLabel("分值").fill("8");
    await card(page).getByLabel("预算完成率是多少？").fill("93");
    found.push(...(await faultsInRooms(page, "试算")));
    await page
      .getByLabel("评分标准", { exact: true })
      .fill("完成率100%得3分；另按有关口径折算后酌定加分系数。");
    await card(page).getByText("没有全部读懂").waitFor();
    found.push(...(await faultsInRooms(page, "没有读懂")));
    await closeWorkbench(house, page);
    expect(found).toEqual([]);
  });
});
