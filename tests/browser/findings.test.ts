import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { checks } from "../../src/findings/checks";
import { axeViolations } from "../support/axe";
import { closeWorkbench, openWorkbench, sharedHouse, type BrowserHouse } from "../support/browser";
import { faultsInRooms } from "../support/rooms";

let house: BrowserHouse;

beforeAll(async () => {
  house = await sharedHouse();
});
afterAll(async () => {
  await house.close();
});

/** The filled sample with another total than its rows come to. */
async function wrongTotal(): Promise<Buffer> {
  const opened = openXlsx(await readFile("samples/nansha-2023.xlsx"));
  if (!opened.ok) throw new Error(opened.problem.what);
  const at = { sheet: "部门整体支出绩效自评表", row: 42, column: 9 };
  await opened.value.apply({
    edits: [{ kind: "cell", at, content: { value: 12.5 }, reason: "" }],
    expects: [],
  });
  return Buffer.from(opened.value.save());
}

async function openFindings(): Promise<Page> {
  const page = await openWorkbench(house);
  await page.locator("select[aria-label='打开示例']").selectOption("nansha-2023.xlsx");
  await page.locator(".file-name", { hasText: "nansha-2023.xlsx" }).waitFor();
  await page.getByRole("button", { name: "报送前自查" }).click();
  await page.getByRole("heading", { name: /^评分依据过于简单（\d+处）/u }).waitFor();
  return page;
}

describe("报送前自查的画面", () => {
  test("无障碍检查没有问题，不用横向滚动", async () => {
    const page = await openFindings();
    await page.getByRole("button", { name: "下一处" }).click();
    await page.getByText("对照自评报告", { exact: true }).click();
    await page.getByLabel("报告文字").fill("累计入驻企业（项目）1442个。");
    await page.getByText("对照批复的绩效目标、上年自评表", { exact: true }).click();
    await page.getByLabel("打开工作簿").setInputFiles("samples/city-2023-blank.xlsx");
    await page.getByText("“city-2023-blank.xlsx”里没有本表的项目或指标，只查照抄的文字").waitFor();
    expect(await faultsInRooms(page, "报送前自查")).toEqual([]);
    await closeWorkbench(house, page);
  });

  test("每一处链接到它那项检查的一节，另开一页，不取别处的东西", async () => {
    const page = await openFindings();
    await page.getByRole("button", { name: "下一处" }).click();
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "这项检查查什么、怎样答复" }).click();
    const about = await opened;
    await about.waitForLoadState();
    expect(new URL(about.url()).origin).toBe(new URL(page.url()).origin);
    const named = about.locator("section:target > h2");
    expect(checks.map(({ title }) => title)).toContain(await named.textContent());
    expect(await axeViolations(about)).toEqual([]);
    await closeWorkbench(house, page);
  });

  test("逐处查看、写说明后不处理、对照报告、标出、导出", async () => {
    const page = await openFindings();
    const counts = page.locator("section[aria-labelledby='findings-title'] [role='status']");
    const before = await counts.textContent();
    await page.getByRole("button", { name: "下一处" }).click();
    await page.getByLabel("核实说明").fill("另行报送");
    await page.getByRole("button", { name: "已核实，不处理", exact: true }).click();
    await page.getByText("已核实，不处理（1）").waitFor();
    expect(await counts.textContent()).not.toBe(before);
    await page.getByText("对照自评报告", { exact: true }).click();
    await page.getByLabel("报告文字").fill("累计入驻企业（项目）1442个。");
    await page.getByRole("button", { name: "对照", exact: true }).click();
    await page.getByText("已对照自评报告：粘贴的文字").waitFor();
    await page.getByText(/1494个.*1442个/u).waitFor();
    await page.getByRole("button", { name: "在表中标出" }).click();
    await page.getByRole("button", { name: "清除标记" }).waitFor();
    await page.getByRole("button", { name: "导出清单" }).click();
    await page.getByText("已导出到工作表“自查问题清单”").first().waitFor();
    await closeWorkbench(house, page);
  });

  test("先看改前改后再采用，键盘跟着走，撤销回到原样", async () => {
    const page = await openWorkbench(house);
    const file = { name: "总分不对.xlsx", mimeType: "application/octet-stream", buffer: await wrongTotal() };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await page.locator(".file-name", { hasText: file.name }).waitFor();
    await page.getByRole("button", { name: "报送前自查" }).click();
    const finding = page.getByRole("button", { name: /总分填报12\.5分/u });
    await finding.click();
    const open = page.getByRole("button", { name: "改正…", exact: true });
    await open.press("Enter");
    const preview = page.getByRole("region", { name: "改正的预览" });
    await preview.getByText("改为各项得分之和").waitFor();
    expect(await preview.getByRole("heading").evaluate((title) => title === document.activeElement)).toBe(
      true,
    );
    expect(await faultsInRooms(page, "改正的预览")).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
    await open.press("Enter");
    await preview.getByRole("button", { name: "采用" }).press("Enter");
    const undo = page.getByRole("group", { name: "已改正I42" });
    await undo.waitFor();
    await page.getByText(/已解决2处/u).waitFor();
    expect(await finding.count()).toBe(0);
    expect(await undo.getByRole("heading").evaluate((title) => title === document.activeElement)).toBe(true);
    expect(await faultsInRooms(page, "已改正")).toEqual([]);
    await undo.getByRole("button", { name: "撤销" }).press("Enter");
    await finding.waitFor();
    await closeWorkbench(house, page);
  });
});
