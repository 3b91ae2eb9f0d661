import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { workbookOf } from "../support/grid";
import { noMoney, projectForm, projectList } from "../support/fundForms";
import { faultsInRooms } from "../support/rooms";
import { workbookBytes } from "../support/workbookBytes";
import { cell, openFile } from "./sheetOf";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

const forms = workbookBytes(
  workbookOf([
    projectForm({ sheet: "甲表", project: "甲", money: [[null, 190, null], noMoney, noMoney] }),
    projectForm({ sheet: "乙表", project: "乙" }),
  ]),
);
const list = workbookBytes(
  workbookOf([
    projectList(
      [
        ["1", "甲", 1000000, 2000000, 1500000],
        ["3", "丙", 1, 1, 1],
      ],
      { unit: "" },
    ),
  ]),
);

async function openList(page: Page): Promise<void> {
  await openFile(page, "项目.xlsx", forms);
  await page.getByLabel("自评表", { exact: true }).waitFor();
  const fold = page.getByText("从项目台账填入资金");
  await fold.focus();
  await page.keyboard.press("Enter");
  const file = page.getByLabel("打开台账");
  await file.waitFor();
  await file.setInputFiles({
    name: "清单.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(list),
  });
  await page.getByRole("heading", { name: "台账“清单.xlsx”要填的各格" }).waitFor();
}

describe("项目台账", () => {
  test("先问单位，看每一格，不勾的不填，填入，恢复原表", async () => {
    const page = await openWorkbench(house);
    expect(await page.getByText("从项目台账填入资金").count()).toBe(0);
    await openList(page);
    expect(await page.getByText("台账没有写金额单位").count()).toBeGreaterThan(1);
    expect(await page.getByRole("button", { name: "没有要填的" }).getAttribute("aria-disabled")).toBe("true");
    await page.getByLabel("台账没有写金额单位，是").selectOption("元");
    const table = page.getByRole("table", { name: "甲表：甲（台账第4行）" });
    await table.waitFor();
    expect(await table.locator("tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/年度资金总额 年初预算数\s+C6\s+空白\s+100\s+C4/u),
      expect.stringMatching(/年度资金总额 全年执行数\s+E6\s+空白\s+150\s+E4/u),
    ]);
    await page.getByText("表里填的是190，台账是200").waitFor();
    await page.getByText("台账里没有“乙”").waitFor();
    await page.getByText("台账里有1行没有对上表：丙").waitFor();
    expect(await faultsInRooms(page, "要填的各格")).toEqual([]);
    await page.getByLabel("年度资金总额 全年执行数").focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "填入1格" }).click();
    await page
      .getByText(/^已从台账填入1格/u)
      .first()
      .waitFor();
    expect(await cell(page, "C6").innerText()).toBe("100");
    expect(await cell(page, "E6").innerText()).toBe("");
    expect(await page.getByRole("heading", { name: /要填的各格/u }).count()).toBe(0);
    await page.getByRole("button", { name: "恢复原表" }).first().click();
    await page.getByRole("heading", { name: "恢复原表？" }).waitFor();
    await page.getByRole("button", { name: "恢复原表" }).last().click();
    await page
      .getByText(/^已恢复原表/u)
      .first()
      .waitFor();
    expect(await cell(page, "C6").innerText()).toBe("");
    await closeWorkbench(house, page);
  });

  test("取消什么都不写；没有资金块的工作簿没有这一栏", async () => {
    const page = await openWorkbench(house);
    await openList(page);
    await page.getByRole("button", { name: "取消" }).click();
    expect(await page.getByRole("heading", { name: /要填的各格/u }).count()).toBe(0);
    expect(await cell(page, "C6").innerText()).toBe("");
    await closeWorkbench(house, page);
  });
});
